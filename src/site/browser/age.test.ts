import { describe, expect, it } from "vitest";
import { ageText, agoText } from "./age.ts";

describe("the time since something happened", () => {
  const now = Date.parse("2027-01-31T12:00:00Z");
  const hour = 3_600_000;

  it.each([
    [-5 * hour, "just now"],
    [59_999, "just now"],
    [60_000, "1 minute ago"],
    [1.5 * hour, "90 minutes ago"],
    [2 * hour, "2 hours ago"],
    [47.9 * hour, "47 hours ago"],
    [48 * hour, "2 days ago"],
    [24 * 90 * hour, "90 days ago"],
  ])("is given in whole units: %d ms is “%s”", (passed, text) => {
    expect(agoText(now - passed, now)).toBe(text);
  });
});

describe("the age of a submission", () => {
  const now = Date.parse("2026-11-25T09:00:00Z");

  it.each([
    ["2026-11-25T08:00:00Z", "today"],
    ["2026-11-24T09:00:00Z", "yesterday"],
    ["2026-11-20T10:00:00Z", "4 days ago"],
    ["2026-10-01T00:00:00Z", "55 days ago"],
    // The visitor’s clock can be behind GitHub’s.
    ["2026-11-26T09:00:00Z", "today"],
  ])("of one opened at %s is “%s”", (moment, text) => expect(ageText(moment, now)).toBe(text));
});
