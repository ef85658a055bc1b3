import { describe, expect, it } from "vitest";
import type { JobChanges } from "../fixtures.ts";
import { contextWith, subjectWith } from "./fixtures.ts";
import { renamed } from "./renamed.ts";
import type { GonePost } from "./rule.ts";

const published = "2026-11-05";

const before: GonePost = { subject: subjectWith({}, "jobs/a.md"), published };

/** What the rule finds in a file after posts of other names are gone. */
function findings(changes: JobChanges, gone: readonly GonePost[] = [before]) {
  return [...renamed.check(subjectWith(changes, "jobs/b.md"), { ...contextWith(), gone })];
}

describe("a renamed post", () => {
  const aliases = ["/jobs/a/"];

  it("keeps the day it was first listed, and its address", () => {
    expect(findings({})).toMatchObject([
      { field: "published", fix: expect.stringContaining("“published: 2026-11-05”") },
      { field: "aliases", fix: expect.stringContaining("“aliases: [/jobs/a/]”") },
    ]);
    expect(findings({ published, aliases })).toEqual([]);
    expect(findings({ published: "2026-11-06", aliases })).toMatchObject([{ field: "published" }]);
    expect(findings({ published, aliases: ["/jobs/1/"] })).toMatchObject([
      { field: "aliases", fix: expect.stringContaining("[/jobs/1/, /jobs/a/]") },
    ]);
  });

  it("keeps the first day and all addresses if it was renamed before", () => {
    const between = { subject: subjectWith({ aliases }, "jobs/c.md"), published: "2026-11-09" };
    expect(findings({ aliases: ["/jobs/c/"] }, [between, before])).toMatchObject([
      { fix: expect.stringContaining(published) },
      { fix: expect.stringContaining("[/jobs/c/, /jobs/a/]") },
    ]);
  });

  it("is still the same with another title or another text, but not with both", () => {
    expect(findings({ title: "Another title" })).toHaveLength(2);
    expect(findings({ description: "Another text about Python." })).toHaveLength(2);
    const other = { title: "Another title", description: "Another text about Python." };
    expect(findings(other)).toEqual([]);
    expect(findings({ submitted_by: "somebody-else" })).toEqual([]);
  });

  it("says where to find the day if it is not known", () => {
    const gone = [{ ...before, published: undefined }];
    expect(findings({ aliases }, gone)).toMatchObject([{ fix: expect.stringContaining("page") }]);
    expect(findings({ aliases, published }, gone)).toEqual([]);
  });
});
