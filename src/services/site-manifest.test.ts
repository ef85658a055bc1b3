import { describe, expect, it } from "vitest";
import { sizeOf } from "./site-manifest.ts";

describe("the size of a site", () => {
  it("counts files and bytes, and names the largest file and the fullest folder", () => {
    const files = {
      "404.html": ["a", "100 1.5"],
      "jobs/index.html": ["b", "300 1.5"],
      "jobs/one/index.html": ["c", "2000 1.5"],
      "jobs/two/index.html": ["d", "1000 1.5"],
      "jobs/two/page/2/index.html": ["e", "50 1.5"],
    } as const;
    expect(sizeOf(files)).toEqual({
      files: 5,
      bytes: 3450,
      largestFile: { path: "jobs/one/index.html", bytes: 2000 },
      // index.html, one and two.
      fullestFolder: { path: "jobs", entries: 3 },
    });
  });
});
