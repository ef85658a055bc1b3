import { describe, expect, it } from "vitest";
import { readPay } from "./typed-pay.ts";

describe("pay in one field", () => {
  it.each([
    ["65000", { min: 65000 }],
    ["65k", { min: 65000 }],
    ["62,5k", { min: 62500 }],
    ["65k-85k", { min: 65000, max: 85000 }],
    ["65.000 – 85.000", { min: 65000, max: 85000 }],
    ["80-100k USD", { min: 80000, max: 100000, currency: "USD" }],
    ["CHF 120’000 to 140’000", { min: 120000, max: 140000, currency: "CHF" }],
    ["€65,000", { min: 65000, currency: "EUR" }],
    ["65 000 EUR", { min: 65000, currency: "EUR" }],
    ["65\u00a0000\u202f€", { min: 65000, currency: "EUR" }],
    ["65.000 €", { min: 65000, currency: "EUR" }],
    ["65.000,- Euro", { min: 65000, currency: "EUR" }],
    ["EUR 60,000 €", { min: 60000, currency: "EUR" }],
    ["€65k–€85k", { min: 65000, max: 85000, currency: "EUR" }],
    ["65k€", { min: 65000, currency: "EUR" }],
    ["65kEUR", { min: 65000, currency: "EUR" }],
    ["70k eur", { min: 70000, currency: "EUR" }],
    ["£45,000 per annum", { min: 45000, currency: "GBP", per: "year" }],
    ["45,000 p.a.", { min: 45000, per: "year" }],
    ["€50/h", { min: 50, currency: "EUR", per: "hour" }],
    ["20 000 zł a month", { min: 20000, currency: "PLN", per: "month" }],
    ["600 GBP daily", { min: 600, currency: "GBP", per: "day" }],
    ["US$120k", { min: 120000, currency: "USD" }],
    ["CA$100,000", { min: 100000, currency: "CAD" }],
    ["５０００ EUR", { min: 5000, currency: "EUR" }],
    ["60k+", { min: 60000 }],
    ["from €60k", { min: 60000, currency: "EUR" }],
    ["60,000 EUR gross per year", { min: 60000, currency: "EUR", per: "year" }],
    ["₹12,00,000", { min: 1200000, currency: "INR" }],
  ])("is read: %s", (text, pay) => {
    expect(readPay({ min: text })).toEqual(pay);
  });

  it.each(["$80k", "¥80k", "80k kr", "80k dollars"])(
    "leaves the choice of the currency if its sign is shared: %s",
    (text) => {
      expect(readPay({ min: text })).toEqual({ min: 80000 });
    },
  );

  it("may have such a sign if the currency is chosen", () => {
    expect(readPay({ min: "$80k", currency: "CAD" })).toEqual({ min: 80000, currency: "CAD" });
    expect(readPay({ min: "80k kr", currency: "SEK" })).toEqual({ min: 80000, currency: "SEK" });
  });

  it.each([
    ...["about 60k", "up to 60k", "competitive", "60k-70k-80k", "65.000k", "-5", "k", "10 LPA"],
    ...["EUR 60k USD", "60k per hour a month", "70k all in", "1234.567", "6.00.000"],
  ])("stays text if it can mean several things or none: %s", (text) => {
    expect(readPay({ min: text })).toEqual({ min: text });
  });
});

describe("pay in several fields", () => {
  it("may be a range in either of them, once or twice", () => {
    const range = { min: 65000, max: 85000 };
    expect(readPay({ max: "65k-85k" })).toEqual(range);
    expect(readPay({ min: "65k-85k", max: "85 000" })).toEqual(range);
    expect(readPay({ min: "65k", max: "65k-85k" })).toEqual(range);
    expect(readPay({ min: "65k-85k", max: "65k-85k" })).toEqual({ min: "65k-85k", max: "65k-85k" });
  });

  it("may say that it is the end of the range", () => {
    expect(readPay({ min: "from 65k", max: "up to 85k" })).toEqual({ min: 65000, max: 85000 });
    expect(readPay({ max: "85k+" })).toEqual({ max: "85k+" });
  });

  it.each([
    [
      { min: "65k-85k", max: "90k" },
      { min: "65k-85k", max: 90000 },
    ],
    [
      { min: "€80k", currency: "USD" },
      { min: "€80k", currency: "USD" },
    ],
    [
      { min: "80/h", per: "year" },
      { min: "80/h", per: "year" },
    ],
    [
      { min: "€65k", max: "£85k" },
      { min: 65000, max: "£85k", currency: "EUR" },
    ],
  ])("stays text where one contradicts another: %o", (typed, pay) => {
    expect(readPay(typed)).toEqual(pay);
  });

  it("keeps what is chosen", () => {
    const chosen = { currency: "EUR", per: "month" };
    expect(readPay({ min: "5k €", max: "6k € / month", ...chosen })).toEqual({
      min: 5000,
      max: 6000,
      ...chosen,
    });
  });
});
