import { describe, expect, it } from "vitest";
import { testConfig } from "../src/board/fixtures.ts";
import { readJobFile } from "../src/board/job/file.ts";
import { inventSubmissions, listedPosts } from "./submissions.ts";

const options = { config: testConfig, login: "sam", today: "2026-11-22" };

describe("the sample submissions of a new sandbox", () => {
  const sent = inventSubmissions(options);
  const listed = listedPosts(options);

  it("fit the categories and types of any board", () => {
    const categories = [{ slug: "gardener", name: "Gardener" }];
    const types = [{ slug: "roses", name: "Roses" }];
    const config = { ...testConfig, categories, types };
    const [valid] = inventSubmissions({ ...options, config });
    expect(valid?.text).toContain("category: gardener\njob_types: [roses]\n");
  });

  it("are about the topic of the board, and no other", () => {
    const topic = { name: "Rust", terms: ["Rust", "Tokio", "Serde", "*Rs*"] };
    const config = { ...testConfig, topic };
    const texts = [
      ...Object.values(listedPosts({ ...options, config })),
      ...inventSubmissions({ ...options, config }).map(({ text }) => text),
    ];
    for (const text of texts) {
      expect(text).toMatch(/^title: Senior Rust Developer, /m);
      expect(text).toContain("Rust, Tokio, and Serde");
      expect(text).not.toMatch(/Python|Django/);
    }
  });

  it("are valid, except for the one that should have mistakes", () => {
    const invalid = sent.filter(({ path, text }) => !readJobFile(path, text, testConfig).ok);
    expect(invalid.map(({ branch }) => branch)).toEqual(["a-post-with-mistakes"]);
  });

  it("edit one post of the sender’s and one of somebody else’s, and add the others", () => {
    const changed = sent.filter(({ path }) => path in listed);
    expect(changed.map(({ branch }) => branch)).toEqual(["better-pay", "fix-a-link"]);
    for (const { path, text } of changed) expect(text).not.toBe(listed[path]);
    const owners = changed.map(({ path }) => /submitted_by: (.*)/.exec(listed[path] ?? "")?.[1]);
    expect(owners).toEqual(["sam", "ines-varga"]);
  });

  it("have a branch each", () => {
    expect(new Set(sent.map(({ branch }) => branch)).size).toBe(sent.length);
  });
});
