import { describe, expect, it } from "vitest";
import type { Row } from "./figures.ts";
import { missedBy, rowTable } from "./figures.ts";

const usagesOf = (...users: number[]) =>
  users.map((user) => ({ user, system: 1, wall: 2, memory: 3e6 }));

const row: Row = { name: "one change", usages: usagesOf(1, 2, 9), base: usagesOf(20, 10) };

describe("repeated builds", () => {
  it("are compared by the medians of their user CPU", () => {
    const [, line] = rowTable([row], "clean").split("\n");

    expect(line).toMatch(/^one change +0\.133 +2\.00 s +1\.00 s +2\.00 s +3 MB$/);
  });

  it("miss a limit if they take more", () => {
    expect(missedBy([{ ...row, most: 0.14 }])).toEqual([]);
    expect(missedBy([{ ...row, most: 0.13 }])).toEqual([
      "one change: 0.133 of the user CPU; the limit is 0.13.",
    ]);
  });
});
