import { describe, expect, it } from "vitest";
import { readAmount, writeAmount } from "./amount.ts";

describe("an amount of pay in the form", () => {
  it.each([
    ["65000", 65000],
    ["60.000", 60000],
    ["60,000", 60000],
    ["60 000", 60000],
    ["60\u00a0000", 60000],
    ["60’000", 60000],
    ["1.250.000", 1250000],
    ["65.000,50", 65000.5],
    ["65,000.50", 65000.5],
    ["12,00,000", 1200000],
    ["1,25,00,000", 12500000],
    ["12.5", 12.5],
    [" 12,50 ", 12.5],
    ["0", 0],
  ])("reads %s as %d", (text, amount) => {
    expect(readAmount(text)).toBe(amount);
  });

  it.each(["", "60k", "€60", "60-70", "1234.567", "0.125", "6.00.000", "60.0000.000", "-5"])(
    "does not guess at “%s”",
    (text) => {
      expect(readAmount(text)).toBe(text);
    },
  );

  it.each([65000, 12.5, 0.25, 12.345, 0.125, 1234.5678])(
    "writes %d so that it reads back as the same number",
    (amount) => {
      expect(readAmount(writeAmount(amount))).toBe(amount);
    },
  );
});
