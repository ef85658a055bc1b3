import { describe, expect, it } from "vitest";
import type { Cost, Wait } from "./timing.ts";
import { costOf, secondsOf, workBegins } from "./timing.ts";

describe("the cost of a request", () => {
  it.each([
    ["api", "GET", "/repos/o/r/issues/7/comments?per_page=100", "read"],
    ["api", "POST", "/repos/o/r/issues/7/comments", "notification"],
    ["api", "PATCH", "/repos/o/r/issues/comments/7", "write"],
    ["api", "POST", "/repos/o/r/statuses/0123", "write"],
    ["api", "PUT", "/repos/o/r/pulls/7/merge", "notification"],
    ["graphql", "POST", "/api/graphql", "graphql"],
    ["git", "GET", "/o/r.git/info/refs?service=git-upload-pack", "fetch"],
    ["git", "POST", "/o/r.git/git-upload-pack", undefined],
  ] as const)("%s %s %s: %s", (kind, method, path, cost) => {
    expect(costOf({ kind, method, path })).toBe(cost);
  });
});

describe("the time of a job's work", () => {
  /** One after another. */
  function inTurn(...costs: Cost[]): Wait[] {
    return costs.map((cost, index) => ({ cost, began: index, ended: index + 0.5 }));
  }

  /** All at once. */
  function together(count: number, cost: Cost): Wait[] {
    return Array<Wait>(count).fill({ cost, began: 0, ended: 1 });
  }

  it("is the sum of what it reads and of its waits", () => {
    expect(secondsOf(inTurn("read", "read", "fetch", "mail"))).toBe(3.5);
    expect(secondsOf(inTurn("read", 8, "read"))).toBe(8.5);
    expect(secondsOf([])).toBe(0);
  });

  it("has a second between two changes, and three between those that people are notified of", () => {
    expect(secondsOf(inTurn("write", "write"))).toBe(1.5);
    expect(secondsOf(inTurn("notification", "notification"))).toBe(3.5);
    expect(secondsOf(inTurn("graphql", "graphql"))).toBe(2);
    expect(secondsOf(together(3, "write"))).toBe(2.5);
  });

  it("does not wait where enough else was done between", () => {
    expect(secondsOf(inTurn("write", "read", "read", "write"))).toBe(1.5);
    expect(secondsOf(inTurn("write", "fetch", "write"))).toBe(3);
    expect(secondsOf(inTurn("notification", "write", "notification"))).toBe(3.5);
  });

  it("is shorter for what overlaps, ten requests at most", () => {
    expect(secondsOf(together(10, "read"))).toBe(0.25);
    expect(secondsOf(together(11, "read"))).toBe(0.5);
    const last: Wait = { cost: "read", began: 1, ended: 2 };
    expect(secondsOf([last, ...together(2, "read")])).toBe(0.5);
  });
});

describe("the work of a job", () => {
  it("begins after the way from the event to the runner, and after the start-up", () => {
    expect(workBegins({ created: 0, turn: 0 })).toBe(25_000);
  });

  it("begins after the job before it in its group", () => {
    expect(workBegins({ created: 0, turn: 60_000 })).toBe(80_000);
  });
});
