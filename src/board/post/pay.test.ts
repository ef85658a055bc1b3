import { describe, expect, it } from "vitest";
import { payText } from "./pay.ts";

describe("pay in words", () => {
  it.each([
    [{ min: 65000, max: 85000, currency: "EUR", per: "year" }, "€65,000–€85,000 per year"],
    [{ min: 450, currency: "GBP", per: "day" }, "£450 per day"],
    [{ min: 52.5, max: 60, currency: "USD", per: "hour" }, "$52.50–$60.00 per hour"],
    [{ min: 9000, max: 9000, currency: "BRL", per: "month" }, "R$9,000 per month"],
    [{ min: 12.345, currency: "KWD", per: "hour" }, "KWD\u00a012.345 per hour"],
    [{ min: 48e3, max: 57e3, currency: "DKK", per: "month" }, "DKK\u00a048,000–57,000 per month"],
    [{ min: 9.5, max: 12, currency: "CHF", per: "hour" }, "CHF\u00a09.50–12.00 per hour"],
    [{ min: 5e4, max: 6e4, currency: "CAD", per: "year" }, "CA$50,000–CA$60,000 per year"],
    [{ min: 8e6, currency: "JPY", per: "year" }, "¥8,000,000 per year"],
  ] as const)("is written for %j", (salary, words) => expect(payText(salary)).toBe(words));

  it("distinguishes currencies with the same sign", () => {
    const signs = ["USD", "CAD", "AUD", "NZD", "JPY", "CNY"].map((currency) =>
      payText({ min: 1, currency, per: "hour" }),
    );
    expect(new Set(signs).size).toBe(6);
  });
});
