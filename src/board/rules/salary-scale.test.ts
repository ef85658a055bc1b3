import { describe, expect, it } from "vitest";
import { currencies } from "../job/vocabulary.ts";
import type { Salary } from "../post/pay.ts";
import { findingsOf } from "./fixtures.ts";
import { unitsPerDollar } from "./rough-rates.ts";
import { salaryScale } from "./salary-scale.ts";

function findings(min: number, max: number | undefined, currency: string, per: Salary["per"]) {
  const salary = max === undefined ? { min, currency, per } : { min, max, currency, per };
  return findingsOf(salaryScale, { salary });
}

describe("pay of an implausible order of magnitude", () => {
  it.each([
    [65, 85, "EUR", "year", "very low"],
    [4, undefined, "USD", "month", "very low"],
    [2.8, 4.2, "INR", "year", "very low"],
    [65_000, undefined, "EUR", "month", "very high"],
    [65_000, 85_000, "GBP", "hour", "very high"],
    [8_500_000, 12_000_000, "JPY", "week", "very high"],
    [65_000, 850_000, "EUR", "year", "very wide range"],
  ] as const)("is reported: %d to %s %s per %s", (min, max, currency, per, words) => {
    const [finding] = findings(min, max, currency, per);
    expect(finding).toMatchObject({ field: "salary", message: expect.stringContaining(words) });
  });
});

describe("an amount that was cut at its thousands separator", () => {
  const message = (...salary: Parameters<typeof findings>) => findings(...salary)[0]?.message;

  it.each([
    [60, 70_000, "EUR", "year", "€60 per year is very low. Did you mean €60,000 per year?"],
    [60, undefined, "EUR", "year", "€60 per year is very low. Did you mean €60,000 per year?"],
    [5.5, undefined, "EUR", "month", "€5.50 per month is very low. Did you mean €5,500 per month?"],
  ] as const)("is reported as such: %d to %s %s per %s", (min, max, currency, per, words) => {
    expect(message(min, max, currency, per)).toBe(words);
  });

  it("is reported with the other end if both were", () => {
    expect(message(60, 70, "EUR", "year")).toBe(
      "€60–€70 per year is very low. Did you mean €60,000–€70,000 per year?",
    );
  });

  it("should be written without a separator", () => {
    const [finding] = findings(60, 70_000, "EUR", "year");
    expect(finding?.fix).toContain("without a dot or comma for thousands");
  });

  it("is not assumed if a thousand times as much is still implausible", () => {
    expect(message(0.01, undefined, "USD", "year")).toBe("$0.01 per year is very low.");
    expect(message(900, undefined, "USD", "year")).toBe("$900 per year is very low.");
  });
});

describe("plausible pay", () => {
  it.each([
    [65_000, 85_000, "EUR", "year"],
    [550_000, 700_000, "USD", "year"],
    [250, 350, "USD", "hour"],
    [2_500, undefined, "CHF", "day"],
    [400, undefined, "USD", "month"],
    [250_000, 400_000, "INR", "year"],
    [8_500_000, 12_000_000, "JPY", "year"],
    [14_000, 18_500, "BRL", "month"],
    [45_000_000, 60_000_000, "KRW", "year"],
    [30_000_000, undefined, "VND", "month"],
    [300, 900, "USD", "day"],
  ] as const)("passes: %d to %s %s per %s", (min, max, currency, per) => {
    expect(findings(min, max, currency, per)).toEqual([]);
  });

  it("is not checked in currencies with unstable rates", () => {
    for (const currency of ["ARS", "IRR", "TRY", "VES"]) {
      expect(findings(1, undefined, currency, "year")).toEqual([]);
      expect(findings(1e9, undefined, currency, "hour")).toEqual([]);
    }
  });
});

it("rates are for currencies in use", () => {
  for (const currency of Object.keys(unitsPerDollar)) expect(currencies).toContain(currency);
});
