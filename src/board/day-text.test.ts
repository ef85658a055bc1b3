import { describe, expect, it } from "vitest";
import { dayText, monthName, monthText, shortDayText } from "./day-text.ts";

describe("a day in words", () => {
  it("is written out, without a leading zero", () => {
    expect(dayText("2026-11-02")).toBe("2 November 2026");
    expect(dayText("2028-02-29")).toBe("29 February 2028");
  });

  it("is short if the year is clear", () => expect(shortDayText("2026-09-30")).toBe("30 Sep"));

  it("can be just a month, with or without its year", () => {
    expect(monthText("2026-01")).toBe("January 2026");
    expect(monthText("2026-12-31")).toBe("December 2026");
    expect(monthName("2026-05")).toBe("May");
  });
});
