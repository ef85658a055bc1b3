import { describe, expect, it } from "vitest";
import type { Contender } from "./contenders.ts";
import type { Result } from "./figures.ts";
import { median, missedTargets, pageCosts, resultTable, unequalSites } from "./figures.ts";

function result(contender: Contender, user: number, pages = 1000): Result {
  const usage = { user, system: 1, wall: 1, memory: 1 };
  const site = { missing: [], further: new Map(), pages, bytes: 1000 * pages, allBytes: 1 };
  return { contender, usages: [usage], site };
}

function withUsage(contender: Contender, usage: { system?: number; memory?: number }): Result {
  return {
    ...result(contender, 1),
    usages: [{ user: 1, system: 1, wall: 1, memory: 1, ...usage }],
  };
}

function withSite(contender: Contender, site: Partial<Result["site"]>): Result {
  const complete = result(contender, 1);
  return { ...complete, site: { ...complete.site, ...site } };
}

describe("the median", () => {
  it("is the middle value, or the mean of the middle two", () => {
    expect(median([9, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 9])).toBe(3);
    expect(median([7])).toBe(7);
  });
});

describe("the targets", () => {
  const peers = [result("floor", 10), result("hugo", 30), result("eleventy", 60)];

  it("are met at 1.5 times the bare program’s CPU, half of Hugo’s and a quarter of ordinary Eleventy’s", () => {
    expect(missedTargets(10_000, [result("ours", 15), ...peers])).toEqual([]);
  });

  it("are missed above that, each with a sentence", () => {
    expect(missedTargets(10_000, [result("ours", 15.3), ...peers])).toEqual([
      expect.stringContaining("user CPU: this board ÷ bare program is 1.53; the limit is 1.5."),
      expect.stringContaining("user CPU: this board ÷ Hugo is 0.51; the limit is 0.5."),
      expect.stringContaining("ordinary Eleventy is 0.26; the limit is 0.25."),
    ]);
  });

  it("compare system time with the bare program’s alone", () => {
    const results = [withUsage("ours", { system: 2 }), result("floor", 1), result("hugo", 9)];

    expect(missedTargets(10_000, results)).toEqual([
      expect.stringContaining("system CPU: this board ÷ bare program is 2.00; the limit is 1.2."),
    ]);
  });

  it("allow more memory for more posts", () => {
    const results = [withUsage("whole", { memory: 1e9 })];

    expect(missedTargets(10_000, results)).toEqual([
      "10000 posts: this board, all files takes 1000 MB of memory; the limit is 900 MB.",
    ]);
    expect(missedTargets(50_000, results)).toEqual([]);
  });

  it("apply to many posts only, since startup dominates with few", () => {
    expect(missedTargets(1000, [result("ours", 9), result("floor", 1)])).toEqual([]);
  });
});

describe("the sites", () => {
  it("are equal if all have the same pages of about the same size", () => {
    const results = [result("ours", 1), withSite("hugo", { bytes: 1_100_000 })];

    expect(unequalSites(results)).toEqual([]);
  });

  it("are unequal if pages are missing, or much larger or smaller", () => {
    const results = [
      result("ours", 1),
      withSite("floor", { missing: ["/jobs/"] }),
      withSite("hugo", { bytes: 800_000 }),
    ];

    expect(unequalSites(results)).toEqual([
      "bare program is missing 1 pages, the first is /jobs/.",
      "Pages of Hugo differ in size by -20 %.",
    ]);
  });

  it("are unequal if one has other files, unless it is to have all", () => {
    const further = new Map([["/sitemap.xml", 1]]);
    const results = [
      result("ours", 1),
      withSite("whole", { further }),
      withSite("hugo", { further }),
    ];

    expect(unequalSites(results)).toEqual(["Hugo also writes /sitemap.xml."]);
  });

  it("may have redirects from the first pages of lists", () => {
    const further = new Map([["/jobs/page/1/", 1]]);

    expect(unequalSites([withSite("hugo", { further })])).toEqual([]);
  });
});

describe("the cost of a page", () => {
  it("is given with and without startup", () => {
    const costs = pageCosts([result("ours", 2, 1000), result("ours", 11, 10_000)]);

    expect(costs.map(({ whole }) => whole)).toEqual([2, 1.1]);
    expect(costs[1]?.further).toBeCloseTo(1);
  });
});

describe("the table", () => {
  it("compares the board’s user CPU with each", () => {
    const lines = resultTable([result("ours", 10), result("hugo", 20)]).split("\n");

    expect(lines[1]).toMatch(/^this board +1\.00 /);
    expect(lines[2]).toMatch(/^Hugo +0\.50 /);
  });
});
