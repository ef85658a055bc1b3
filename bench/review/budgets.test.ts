import { describe, expect, it } from "vitest";
import type { Hour, Measured } from "./budgets.ts";
import { eventTable, hourTable, missedByEvents, missedByHour, percentile } from "./budgets.ts";

const usage = { jobs: 2, fetches: 1, publishing: 0 };

function measured(event: Measured["event"], rest: number, points = 0): Measured {
  return { event, ...usage, rest, points, seconds: 40 };
}

function hour(changes: Partial<Hour> = {}): Hour {
  return { ...usage, rest: 700, points: 300, seconds: [100, 200, 300], ...changes };
}

describe("a percentile", () => {
  it("is a value that the share of values does not exceed", () => {
    const values = Array.from({ length: 20 }, (_, index) => 20 - index);
    expect(percentile(values, 0.95)).toBe(19);
    expect(percentile(values, 0.5)).toBe(10);
    expect(percentile([7], 0.95)).toBe(7);
  });
});

describe("the budget of an event", () => {
  it("is for requests and points together", () => {
    const events = [measured("/claim", 9, 1), measured("/release", 10, 1)];
    expect(missedByEvents(100, events)).toEqual([
      "/release, 100 waiting: 11 requests and points; the budget is 10.",
    ]);
  });

  it("is in the table", () => {
    expect(eventTable([measured("/claim", 8, 1)]).split("\n")[1]).toMatch(
      /^\/claim +8 +1 +9 +10 +1 +2 +40$/,
    );
  });
});

describe("the budgets of the hour", () => {
  it("are met at their limits", () => {
    expect(missedByHour(hour())).toEqual([]);
  });

  it("are missed by too many requests or points, each with a sentence", () => {
    expect(missedByHour(hour({ publishing: 1, points: 301 }))).toEqual([
      "the hour, REST requests: 701; the budget is 700.",
      "the hour, GraphQL points: 301; the budget is 300.",
    ]);
  });

  it("are missed by answers that come late or not at all", () => {
    const late = hour({ seconds: [100, 301] });
    const never = hour({ seconds: [100, Number.POSITIVE_INFINITY] });
    expect(missedByHour(late)).toHaveLength(1);
    expect(missedByHour(never)).toEqual([
      "the hour, seconds to the answer, 95th percentile: Infinity; the budget is 300.",
    ]);
    expect(hourTable(never)).toMatch(/^answered within five minutes +1 +2$/m);
  });
});
