import { describe, expect, it } from "vitest";
import { namedPost } from "./named-post.ts";
import { submissionTitle } from "./submission-title.ts";

describe("the post that the title of a pull request names", () => {
  it.each(["new", "edit", "closing"] as const)("is read from the board’s title of a %s", (kind) => {
    for (const title of ["Data Engineer", "Add “a” at b", "مهندس (Python)", ".* engineer"]) {
      const post = { title, company: "Example GmbH" };
      expect(namedPost(submissionTitle(kind, post))).toEqual(post);
    }
  });

  it.each([
    ["Create 2026-11-22-example-gmbh-data-engineer.md", "Example gmbh data engineer"],
    ["Update 2026-11-22-example-gmbh-data-engineer-graz.md", "Example gmbh data engineer graz"],
    ["Add the post “2026-11-22-example”", "Example"],
  ])("is made of the file’s name in %s", (title, words) => {
    expect(namedPost(title)).toEqual({ title: words });
  });

  it("is the whole title if it names no post", () => {
    expect(namedPost("Fix a typo")).toEqual({ title: "Fix a typo" });
  });
});
