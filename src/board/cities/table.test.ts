import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { countryCodes } from "../job/vocabulary.ts";
import { CityNames } from "./city-names.ts";
import { bareName, bareNames } from "./spelling.ts";
import table from "./table.json" with { type: "json" };

const entries = Object.entries(table.cities).flatMap(([country, tiers]) =>
  tiers.flat().map((entry) => ({ country, entry })),
);

describe("the table of cities", () => {
  it("says where it comes from, under which license, and of which day it is", () => {
    expect(table.source).toContain("GeoNames");
    expect(table.license).toContain("CC BY 4.0");
    expect(table.date).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  it("has at most 60,000 bytes when compressed", () => {
    expect(gzipSync(JSON.stringify(table)).length).toBeLessThanOrEqual(60_000);
  });

  it("has only countries of the board, in order, and at least 5,000 cities", () => {
    const countries = Object.keys(table.cities);
    expect(countries).toEqual(countries.toSorted());
    expect(countryCodes).toEqual(expect.arrayContaining(countries));
    expect(entries.length).toBeGreaterThan(5000);
  });

  it("has names of one line, without signs of the table or spaces at their ends", () => {
    const names = entries.flatMap(({ entry }) => entry.split(/[=~]/));
    expect(names.filter((name) => name !== name.trim() || !bareName(name))).toEqual([]);
  });

  it("has no name twice in a country, whatever its accents", () => {
    const names = entries.flatMap(({ country, entry }) =>
      [...new Set(entry.split(/[=~]/).map(bareName))].map((bare) => `${country} ${bare}`),
    );
    expect(names.length).toBe(new Set(names).size);
  });

  it.each([
    ["DE", "Cologne", "Köln"],
    ["DE", "Koeln", "Köln"],
    ["DE", "München", "Munich"],
    ["DE", "Muenchen", "Munich"],
    ["DE", "Munchen", "Munich"],
    ["DE", "Frankfurt", "Frankfurt am Main"],
    ["CH", "Zurich", "Zürich"],
    ["CH", "Zuerich", "Zürich"],
    ["CH", "St Gallen", "Sankt Gallen"],
    ["AT", "Wien", "Vienna"],
    ["PL", "Krakow", "Kraków"],
    ["PL", "Warszawa", "Warsaw"],
    ["IN", "Bangalore", "Bengaluru"],
    ["IN", "Bombay", "Mumbai"],
    ["IT", "Milano", "Milan"],
    ["CZ", "Praha", "Prague"],
    ["UA", "Kiev", "Kyiv"],
    ["BE", "Bruxelles", "Brussels"],
    ["US", "New York", "New York City"],
  ])("knows in %s that %s is %s", (country, name, city) => {
    const found = new CityNames(table.cities).find(name, country);
    expect(found && bareNames(found.name)).toEqual(bareNames(city));
  });

  it("takes no city for one of another country", () => {
    const cities = new CityNames(table.cities);
    expect(cities.find("Vienna", "US")?.name).not.toBe("Wien");
    expect(cities.find("Cologne", "US")).toBeUndefined();
  });
});
