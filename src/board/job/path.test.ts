import { describe, expect, it } from "vitest";
import { archivedJobPath, liveJobPath, parseJobPath } from "./path.ts";

describe("the path of a post", () => {
  it("has the slug, and whether it is archived", () => {
    expect(parseJobPath("jobs/a-b.md")).toEqual({ slug: "a-b", archived: false });
    expect(parseJobPath("jobs/archive/2026/a-b.md")).toEqual({ slug: "a-b", archived: true });
  });

  it("is built as it is parsed", () => {
    expect(parseJobPath(liveJobPath("a-b"))).toEqual({ slug: "a-b", archived: false });
    expect(parseJobPath(archivedJobPath("a-b", "2026-10-02"))).toEqual({
      slug: "a-b",
      archived: true,
    });
  });

  it.each([
    "jobs/a/b.md",
    "jobs/archive/a.md",
    "jobs/archive/26/a.md",
    "jobs/jobs.11tydata.js",
    "jobs/x.njk",
    "jobs/.eleventyignore",
    "jobs/../x.md",
    "jobs/Good.md",
    "jobs/--help.md",
    "x.md",
    "jobs/a.md/b.md",
    "jobs/a.md\n",
  ])("is not %j", (file) => expect(parseJobPath(file)).toHaveProperty("refused"));
});
