import { describe, expect, it } from "vitest";
import { testConfig } from "../src/board/fixtures.ts";
import { readJobFile } from "../src/board/job/file.ts";
import { inventSubmissions, listedPosts } from "./submissions.ts";

const options = { config: testConfig, login: "sam", today: "2026-11-22" };

describe("what waits in a new sandbox", () => {
  const sent = inventSubmissions(options);
  const listed = listedPosts(options);

  it("fits the categories and types of any board", () => {
    const categories = [{ slug: "gardener", name: "Gardener" }];
    const types = [{ slug: "roses", name: "Roses" }];
    const config = { ...testConfig, categories, types };
    const [sound] = inventSubmissions({ ...options, config });
    expect(sound?.text).toContain("category: gardener\njob_types: [roses]\n");
  });

  it("is sound but for the one that is meant to have mistakes", () => {
    const unsound = sent.filter(({ path, text }) => !readJobFile(path, text, testConfig).ok);
    expect(unsound.map(({ branch }) => branch)).toEqual(["a-post-with-mistakes"]);
  });

  it("changes a post of the sender’s and one of somebody else’s, and adds the others", () => {
    const changed = sent.filter(({ path }) => path in listed);
    expect(changed.map(({ branch }) => branch)).toEqual(["better-pay", "mend-a-link"]);
    for (const { path, text } of changed) expect(text).not.toBe(listed[path]);
    const owners = changed.map(({ path }) => /submitted_by: (.*)/.exec(listed[path] ?? "")?.[1]);
    expect(owners).toEqual(["sam", "ines-varga"]);
  });

  it("has a branch of its own each", () => {
    expect(new Set(sent.map(({ branch }) => branch)).size).toBe(sent.length);
  });
});
