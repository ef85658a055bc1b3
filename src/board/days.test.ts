import { describe, expect, it } from "vitest";
import { addDays, dayIn, dayOf, daysBetween, isDay, isMoment, momentAt, startOf } from "./days.ts";
import { at } from "./fixtures.ts";

describe("a day", () => {
  it("exists in the calendar", () => {
    expect(["2026-11-22", "2024-02-29", "2000-02-29"].map(isDay)).toEqual([true, true, true]);
    expect(
      ["2026-02-29", "2026-13-01", "2026-1-1", "20261122", "2026-W47-7", ""].map(isDay),
    ).toEqual(Array(6).fill(false));
  });

  it("starts at midnight UTC", () => {
    expect(startOf("2026-11-22").toISO()).toBe("2026-11-22T00:00:00.000Z");
  });

  it("is rejected if it does not exist", () => {
    expect(() => startOf("2026-02-30")).toThrow(RangeError);
  });

  it("is a moment’s day in UTC, whatever its time zone", () => {
    expect(dayOf(at("2026-11-22T23:59:59Z"))).toBe("2026-11-22");
    expect(dayOf(at("2026-11-23T00:30:00+01:00"))).toBe("2026-11-22");
  });
});

describe("a second", () => {
  it("exists in the calendar and on the clock, in one spelling", () => {
    expect(["2026-11-22T08:00:05Z", "2024-02-29T23:59:59Z"].map(isMoment)).toEqual([true, true]);
    expect(
      [
        ...["2026-02-29T08:00:00Z", "2026-11-22T24:00:00Z", "2026-11-22T08:00:60Z", "2026-11-22"],
        ...["2026-11-22T08:00:00.5Z", "2026-11-22T08:00:00+01:00", "2026-11-22 08:00:00Z", ""],
      ].filter(isMoment),
    ).toEqual([]);
  });

  it("has a number, and belongs to a day", () => {
    expect(momentAt(at("2026-11-22T08:00:05Z").toSeconds())).toBe("2026-11-22T08:00:05Z");
    expect(dayIn("2026-11-22T08:00:05Z")).toBe("2026-11-22");
  });
});

describe("counting days", () => {
  it("works across months, years, and leap days", () => {
    expect(addDays("2026-11-22", 90)).toBe("2027-02-20");
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  });

  it("is not affected by daylight saving time", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2026-11-22", "2031-11-22")).toBe(1826);
    expect(daysBetween("2026-11-22", "2026-11-20")).toBe(-2);
  });
});
