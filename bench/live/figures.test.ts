import { describe, expect, it } from "vitest";
import { missedByWays, restoringTable, wayTable } from "./figures.ts";

const way = (posts: number, ...seconds: number[]) => ({
  posts,
  parts: seconds.map((each, index) => ({ name: `part ${index + 1}`, seconds: each })),
  artifact: 2.5e6,
});

describe("the way to the page", () => {
  it("is shown by its parts, with their sum", () => {
    expect(wayTable([way(300, 1, 2), way(10_000, 3, 4)]).split("\n")).toEqual([
      "          300 posts  10000 posts",
      "part 1        1.0 s        3.0 s",
      "part 2        2.0 s        4.0 s",
      "all           3.0 s        7.0 s",
      "artifact     2.5 MB       2.5 MB",
    ]);
  });

  it("has a limit with few posts only", () => {
    expect(missedByWays([way(300, 7, 8), way(10_000, 20)])).toEqual([]);
    expect(missedByWays([way(300, 7, 8.2)])).toEqual([
      "From the approval to the page with 300 posts: 15.2 s; the limit is 15 s.",
    ]);
  });
});

describe("a restored cache", () => {
  it("is compared with a clean build by all that it takes", () => {
    const measured = { posts: 300, clean: 5, unpacking: 1, building: 2, packing: 3, bytes: 1e6 };

    expect(restoringTable([measured])).toMatch(
      /clean build +5\.0 s\nwith a restored cache +6\.0 s/,
    );
  });
});
