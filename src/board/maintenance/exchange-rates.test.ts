import { describe, expect, it } from "vitest";
import { startOf } from "../days.ts";
import present from "../search/exchange-rates.json" with { type: "json" };
import { ratesReport, ratesSource, ratesTag, readRates } from "./exchange-rates.ts";

const currencies = Array.from({ length: 26 }, (_, index) => `AA${String.fromCharCode(65 + index)}`);

function fileWith(rates: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01">
<Cube><Cube time='2027-01-29'>${rates}</Cube></Cube></gesmes:Envelope>`;
}

const rates = currencies.map((code, index) => `<Cube currency='${code}' rate='${index + 1}.5'/>`);

describe("the bank’s file", () => {
  it("is read with the euro itself", () => {
    const read = readRates(fileWith(rates.join("\n")));
    expect(read).toMatchObject({ source: ratesSource, ratesOf: "2027-01-29" });
    expect(read?.unitsPerEuro).toMatchObject({ AAA: 1.5, AAZ: 26.5, EUR: 1 });
    expect(Object.keys(read?.unitsPerEuro ?? {})).toHaveLength(27);
  });

  it.each([
    ["another page", "<!doctype html><title>Sorry</title>"],
    ["too few rates", fileWith(rates.slice(0, 5).join(""))],
    ["a rate of nothing", fileWith([...rates, "<Cube currency='USD' rate='0'/>"].join(""))],
    ["a day that does not exist", fileWith(rates.join("")).replace("2027-01-29", "2027-02-30")],
  ])("is refused if it is %s", (_, text) => {
    expect(readRates(text)).toBeUndefined();
  });
});

describe("the issue about the rates", () => {
  const at = (day: string) => ratesReport({ ratesOf: "2027-01-01" }, startOf(day));

  it("is open once they are more than 90 days old", () => {
    expect(at("2027-04-01").isWell).toBe(true);
    expect(at("2027-04-02").isWell).toBe(false);
  });

  it("says how old they are and what to do, and can be found again", () => {
    expect(at("2027-06-01").body).toMatch(/1 January 2027.*npm run rates/s);
    expect(at("2027-06-01").body.endsWith(ratesTag)).toBe(true);
    expect(at("2027-01-02").body.endsWith(ratesTag)).toBe(true);
  });
});

it("has rates to compare by", () => {
  const { unitsPerEuro, source } = present;
  expect(URL.canParse(source)).toBe(true);
  expect(unitsPerEuro).toMatchObject({ EUR: 1, USD: expect.any(Number), GBP: expect.any(Number) });
  expect(Object.values(unitsPerEuro).every((rate) => rate > 0)).toBe(true);
});
