import { describe, expect, it } from "vitest";
import type { Contender } from "./contenders.ts";
import { median, missedTargets, pageCosts, type Result, resultTable } from "./figures.ts";

function result(contender: Contender, user: number, pages = 1000): Result {
  const usage = { user, system: 1, wall: 1, memory: 1 };
  const site = { missing: [], further: new Map(), pages, bytes: 1000 * pages, allBytes: 1 };
  return { contender, usages: [usage], site };
}

describe("the median", () => {
  it("is the middle value, or the mean of the middle two", () => {
    expect(median([9, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 9])).toBe(3);
    expect(median([7])).toBe(7);
  });
});

describe("the targets", () => {
  it("are met at twice the bare program’s CPU and 0.65 times Hugo’s", () => {
    const results = [result("ours", 13), result("floor", 6.5), result("hugo", 20)];

    expect(missedTargets(10_000, results)).toEqual([]);
  });

  it("are missed above that, each with a sentence", () => {
    const results = [result("ours", 13.2), result("floor", 6.5), result("hugo", 20)];

    expect(missedTargets(10_000, results)).toEqual([
      expect.stringContaining("bare program is 2.03; the limit is 2."),
      expect.stringContaining("Hugo is 0.66; the limit is 0.65."),
    ]);
  });

  it("apply to many posts only, since startup dominates with few", () => {
    expect(missedTargets(1000, [result("ours", 9), result("floor", 1)])).toEqual([]);
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

    expect(lines[1]).toMatch(/^this board .* 1\.00$/);
    expect(lines[2]).toMatch(/^Hugo .* 0\.50$/);
  });
});
