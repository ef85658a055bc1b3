import { describe, expect, it } from "vitest";
import { compare } from "./site-pages.ts";

describe("a contender's pages", () => {
  const expected = ["/jobs/index.html", "/jobs/a/index.html"];
  const files = new Map([
    ["/jobs/index.html", 10],
    ["/jobs/a/index.html", 5],
  ]);

  it("are complete if all expected ones exist", () => {
    expect(compare(files, expected)).toMatchObject({ missing: [], pages: 2, bytes: 15 });
  });

  it("are listed if they are missing", () => {
    const { missing, pages } = compare(new Map([["/jobs/index.html", 10]]), expected);

    expect(missing).toEqual(["/jobs/a/index.html"]);
    expect(pages).toBe(1);
  });

  it("are counted by kind if they were not expected", () => {
    const more = new Map([
      ...files,
      ["/jobs/type/web/feed/rss/index.xml", 100],
      ["/jobs/type/cloud/feed/rss/index.xml", 100],
      ["/about/index.html", 1],
    ]);

    const { further, bytes, allBytes } = compare(more, expected);

    expect([...further]).toEqual([
      ["/jobs/type/*/feed/rss/index.xml", 2],
      ["/about/", 1],
    ]);
    expect([bytes, allBytes]).toEqual([15, 216]);
  });
});
