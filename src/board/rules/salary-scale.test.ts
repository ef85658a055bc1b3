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

describe("pay of another order of magnitude", () => {
  it.each([
    [65, 85, "EUR", "year", "very little"],
    [4, undefined, "USD", "month", "very little"],
    [2.8, 4.2, "INR", "year", "very little"],
    [65_000, undefined, "EUR", "month", "very much"],
    [65_000, 85_000, "GBP", "hour", "very much"],
    [8_500_000, 12_000_000, "JPY", "week", "very much"],
    [65_000, 850_000, "EUR", "year", "very wide range"],
  ] as const)("is noticed: %d to %s %s per %s", (min, max, currency, per, words) => {
    const [finding] = findings(min, max, currency, per);
    expect(finding).toMatchObject({ field: "salary", message: expect.stringContaining(words) });
  });
});

describe("pay as it is paid somewhere", () => {
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

  it("is not judged in a currency whose worth nobody can say for long", () => {
    for (const currency of ["ARS", "IRR", "TRY", "VES"]) {
      expect(findings(1, undefined, currency, "year")).toEqual([]);
      expect(findings(1e9, undefined, currency, "hour")).toEqual([]);
    }
  });
});

it("rates are those of currencies in use", () => {
  for (const currency of Object.keys(unitsPerDollar)) expect(currencies).toContain(currency);
});
