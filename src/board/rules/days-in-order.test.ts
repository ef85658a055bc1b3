import { describe, expect, it } from "vitest";
import { daysInOrder } from "./days-in-order.ts";
import { findingsOf } from "./fixtures.ts";

const days = { submitted: "2026-05-01", published: "2026-05-03" };

function fields(changes: Parameters<typeof findingsOf>[1]) {
  return findingsOf(daysInOrder, { ...days, ...changes }).map(({ field }) => field);
}

describe("the days of a post", () => {
  it("may be the same", () => {
    const day = "2026-05-03";
    const closed = { on: day, reason: "filled" } as const;
    expect(fields({ submitted: day, expires: day, renewed: [day], closed })).toEqual([]);
  });

  it.each([
    ["expires before it was submitted", { expires: "2026-04-30" }, "expires"],
    ["renewed before it was listed", { renewed: ["2026-05-02"] }, "renewed"],
    ["renewed in another order", { renewed: ["2026-07-02", "2026-06-02"] }, "renewed"],
    [
      "closed before it was listed",
      { closed: { on: "2026-05-02", reason: "filled" as const } },
      "closed",
    ],
  ])("are wrong if it was %s", (_, changes, field) => {
    expect(fields(changes)).toEqual([field]);
  });

  it("start with the submission if the file does not say when it was listed", () => {
    const closed = { on: "2026-05-02", reason: "filled" } as const;
    expect(fields({ published: undefined, closed, renewed: ["2026-05-02"] })).toEqual([]);
    expect(fields({ published: undefined, renewed: ["2026-04-30"] })).toEqual(["renewed"]);
  });
});
