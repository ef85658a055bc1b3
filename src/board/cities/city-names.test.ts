import { describe, expect, it } from "vitest";
import { CityNames } from "./city-names.ts";

const cities = new CityNames({
  AT: [["Vienna=Wien=Beč~Viena"], ["Graz"]],
  CH: [[], ["Zürich~Zurigo"], ["Sankt Gallen=Saint-Gall"]],
  DE: [["Berlin", "Munich=München~Monachium"], ["Köln=Cologne"]],
  US: [["New York City=New York"], [], ["Vienna"]],
});

describe("finding a city", () => {
  it.each([
    ["Munich", "DE", "Munich"],
    ["München", "DE", "Munich"],
    ["muenchen", "DE", "Munich"],
    ["Munchen", "DE", "Munich"],
    ["Monachium", "DE", "Munich"],
    ["ZUERICH", "CH", "Zürich"],
    ["St. Gallen", "CH", "Sankt Gallen"],
    ["Saint Gall", "CH", "Sankt Gallen"],
    ["New York", "US", "New York City"],
    ["Vienna", "US", "Vienna"],
  ])("knows %s in %s", (name, country, city) => {
    expect(cities.find(name, country)?.name).toBe(city);
  });

  it.each([
    ["Munich", "AT"],
    ["Bern", "CH"],
    ["", "DE"],
    ["Munich", "constructor"],
  ])("knows no %s in %s", (name, country) => {
    expect(cities.find(name, country)).toBeUndefined();
  });

  it("tells local names from names in other languages", () => {
    expect(cities.find("Munich", "DE")).toEqual({
      ...{ name: "Munich", country: "DE" },
      localNames: ["Munich", "München"],
      foreignNames: ["Monachium"],
    });
  });

  it("finds the cities of a name in all countries", () => {
    expect(cities.findAll("Vienna").map(({ country }) => country)).toEqual(["AT", "US"]);
    expect(new CityNames().findAll("Vienna")).toEqual([]);
  });
});

describe("suggesting cities", () => {
  const names = (text: string, country?: string, most = 5) =>
    cities.startingWith(text, country, most).map(({ name, city }) => `${name} ${city.country}`);

  it("begins with the larger ones", () => {
    expect(names("vi")).toEqual(["Vienna AT", "Vienna US"]);
    expect(names("vi", undefined, 1)).toEqual(["Vienna AT"]);
  });

  it("begins with names that have the same accents", () => {
    expect(names("be")).toEqual(["Berlin DE", "Beč AT"]);
    expect(names("beč")).toEqual(["Beč AT"]);
  });

  it("suggests the local name that begins like the text, or else the name of the city", () => {
    expect(names("mü")).toEqual(["München DE"]);
    expect(names("muni")).toEqual(["Munich DE"]);
    expect(names("mona")).toEqual(["Munich DE"]);
    expect(names("zue")).toEqual(["Zürich CH"]);
  });

  it("keeps to a country", () => {
    expect(names("v", "US")).toEqual(["Vienna US"]);
    expect(names("v", "FR")).toEqual([]);
    expect(names(" ")).toEqual([]);
  });
});
