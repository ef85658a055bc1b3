import { dirname } from "node:path/posix";
import { describe, expect, it } from "vitest";
import { addDays } from "../days.ts";
import {
  archivedJobPath,
  earlierArchivedJobPath,
  isPostPath,
  liveJobPath,
  parseJobPath,
  postPathsIn,
} from "./path.ts";

describe("the path of a post", () => {
  it("has the slug, and whether it is archived", () => {
    expect(parseJobPath("jobs/a-b.md")).toEqual({ slug: "a-b", archived: false });
    expect(parseJobPath("jobs/archive/2026/10/a-b.md")).toEqual({ slug: "a-b", archived: true });
  });

  it("may be that of a post archived before there were months", () => {
    expect(parseJobPath("jobs/archive/2026/a-b.md")).toEqual({ slug: "a-b", archived: true });
  });

  it("is built as it is parsed", () => {
    expect(parseJobPath(liveJobPath("a-b"))).toEqual({ slug: "a-b", archived: false });
    for (const path of [archivedJobPath, earlierArchivedJobPath]) {
      expect(parseJobPath(path("a-b", "2026-10-02"))).toEqual({ slug: "a-b", archived: true });
    }
  });

  it("has the year and the month of the submission once it is archived", () => {
    expect(archivedJobPath("a-b", "2026-10-02")).toBe("jobs/archive/2026/10/a-b.md");
  });

  it.each([
    "jobs/a/b.md",
    "jobs/archive/a.md",
    "jobs/archive/26/a.md",
    "jobs/archive/2026/1/a.md",
    "jobs/archive/2026/00/a.md",
    "jobs/archive/2026/13/a.md",
    "jobs/archive/2026/10/02/a.md",
    "jobs/archive/10/a.md",
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

  it("is found in a text", () => {
    const paths = ["jobs/a.md", "jobs/archive/2026/10/b.md", "jobs/archive/2026/c.md"];
    expect(
      postPathsIn(`See ${paths.join(", or ")}. But jobs/archive/2026/13/d.md is none.`),
    ).toEqual(paths);
    expect(paths.every(isPostPath)).toBe(true);
  });
});

describe("an archive of five years with 500 posts a month", () => {
  const months = Array.from({ length: 60 }, (_, index) => {
    const month = String((index % 12) + 1).padStart(2, "0");
    return `${2026 + Math.floor(index / 12)}-${month}-01`;
  });
  const files = months.flatMap((first) =>
    Array.from({ length: 500 }, (_, index) => {
      const submitted = addDays(first, index % 28);
      return archivedJobPath(`${submitted}-example-${index}`, submitted);
    }),
  );

  it("has no folder with 1,000 entries", () => {
    const entries = new Map<string, Set<string>>();
    for (const file of files) {
      for (let path = file; path !== "jobs"; path = dirname(path)) {
        const folder = entries.get(dirname(path)) ?? new Set();
        entries.set(dirname(path), folder.add(path));
      }
    }
    expect(new Set(files).size).toBe(30_000);
    expect(entries.get("jobs/archive")?.size).toBe(5);
    expect(entries.get("jobs/archive/2026")?.size).toBe(12);
    expect(Math.max(...[...entries.values()].map(({ size }) => size))).toBe(500);
  });
});
