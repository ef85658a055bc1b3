import { describe, expect, it } from "vitest";
import { CityNames } from "../cities/city-names.ts";
import table from "../cities/table.json" with { type: "json" };
import { cityName } from "./city-name.ts";
import { findingsOf } from "./fixtures.ts";

describe("a city that is something else", () => {
  it.each([
    ["Remote", "DE", "is not a city"],
    ["Anywhere", "DE", "is not a city"],
    ["Various locations", "DE", "is not a city"],
    ["Germany", "DE", "is a country"],
    ["Berlin / Munich", "DE", "is more than one city"],
    ["Berlin/Munich", "DE", "is more than one city"],
    ["Remote / Berlin", "DE", "is more than one city"],
    ["Berlin or Hamburg", "DE", "is more than one city"],
    ["Berlin • Hamburg", "DE", "is more than one city"],
    ["Remote (Germany)", "DE", "is not a city"],
    ["Germany - remote", "DE", "is not a city"],
    ["Anywhere in Germany", "DE", "is not a city"],
    ["Europe", "DE", "is not a city"],
    ["All offices", "DE", "is not a city"],
    ["https://example.com", "DE", "is not a city"],
  ])("gets advice: %s", (city, country, message) => {
    expect(findingsOf(cityName, { city, country })).toMatchObject([
      { field: "city", message: expect.stringContaining(message) },
    ]);
  });
});

describe("a city with more than its name", () => {
  it.each([
    ["Berlin, Germany", "DE", "Write “Berlin” as the city."],
    ["London, UK", "GB", "Write “London” as the city."],
    ["San Francisco, CA", "US", "Write “San Francisco” as the city, and “CA” as the region."],
    ["Portland, Maine, USA", "US", "Write “Portland” as the city, and “Maine” as the region."],
    ["Rome, IT", "IT", "Write “Rome” as the city."],
    ["Vancouver, BC, Canada", "CA", "Write “Vancouver” as the city, and “BC” as the region."],
    ["10115 Berlin", "DE", "Write “Berlin” as the city."],
    ["D-10115 Berlin, Germany", "DE", "Write “Berlin” as the city."],
    ["London EC1A 1BB", "GB", "Write “London” as the city."],
    ["00-950 Warszawa", "PL", "Write “Warszawa” as the city."],
    ["111 22 Stockholm", "SE", "Write “Stockholm” as the city."],
    ["1012 AB Amsterdam", "NL", "Write “Amsterdam” as the city."],
    ["Toronto, ON M5V 2T6", "CA", "Write “Toronto” as the city, and “ON” as the region."],
    ["Sydney, NSW 2000", "AU", "Write “Sydney” as the city, and “NSW” as the region."],
    ["Alexanderplatz 1, 10178 Berlin", "DE", "Write “Berlin” as the city."],
    ["Atlanta, Georgia", "US", "Write “Atlanta” as the city, and “Georgia” as the region."],
    ["Berlin (Germany)", "DE", "Write “Berlin” as the city."],
    ["São Paulo - SP", "BR", "Write “São Paulo” as the city, and “SP” as the region."],
    ["Berlin, remote", "DE", "Write “Berlin” as the city."],
    ["Berlin, Remote within Germany", "DE", "Write “Berlin” as the city."],
    ["Berlin,", "DE", "Write “Berlin” as the city."],
  ])("gets its name: %s", (city, country, fix) => {
    expect(findingsOf(cityName, { city, country })).toMatchObject([{ field: "city", fix }]);
  });
});

describe("the name of a city", () => {
  it.each([
    ["Berlin", "DE"],
    ["Frankfurt/Main", "DE"],
    ["Frankfurt (Oder)", "DE"],
    ["Biel/Bienne", "CH"],
    ["Brighton and Hove", "GB"],
    ["Singapore", "SG"],
    ["Luxembourg", "LU"],
    ["Georgia", "US"],
    ["’s-Hertogenbosch", "NL"],
    ["Orlando", "US"],
    ["東京", "JP"],
  ])("gets no advice: %s", (city, country) => {
    expect(findingsOf(cityName, { city, country })).toEqual([]);
  });
});

describe("each of several cities", () => {
  it("is checked", () => {
    const places = [
      { city: "Berlin", country: "DE" },
      { city: "Portland, OR", country: "US" },
    ];
    expect(findingsOf(cityName, { city: undefined, country: undefined, places })).toMatchObject([
      { field: "places.2.city", fix: "Write “Portland” as the city, and “OR” as the region." },
    ]);
  });
});

const cities = new CityNames(table.cities);

/** What the corrected place would be. */
function corrected(city: string, country: string, more: Parameters<typeof findingsOf>[1] = {}) {
  const [finding] = findingsOf(cityName, { city, country, ...more }, { cities });
  return finding?.repair?.values;
}

describe("a repair of the city", () => {
  it.each([
    ["Berlin, Germany", "DE", { city: "Berlin" }],
    ["Berlin, Deutschland", "DE", { city: "Berlin" }],
    ["10115 Berlin", "DE", { city: "Berlin" }],
    ["London, UK", "GB", { city: "London" }],
    ["San Francisco, CA", "US", { city: "San Francisco", region: "CA" }],
    ["Austin, TX, USA", "US", { city: "Austin", region: "TX" }],
    ["Paris, France", "DE", { city: "Paris", country: "FR" }],
    ["Berlin (hybrid)", "DE", { city: "Berlin" }],
    ["Remote / Berlin", "DE", { city: "Berlin" }],
    ["Bangalore", "IN", undefined],
    ["Zuerich", "CH", { city: "Zürich" }],
    ["Koeln", "DE", { city: "Köln" }],
    ["Monaco di Baviera", "DE", { city: "Munich" }],
    ["Kiev", "UA", { city: "Kyiv" }],
    ["Various", "DE", undefined],
    ["Germany", "DE", undefined],
    ["Bavaria", "DE", undefined],
    ["berlin", "DE", { city: "Berlin" }],
    ["NEW YORK", "US", { city: "New York" }],
    ["Austin TX", "US", { city: "Austin", region: "TX" }],
    ["Washington DC", "US", { city: "Washington", region: "DC" }],
    ["London England", "GB", { city: "London" }],
    ["Vancouver, Washington", "US", { city: "Vancouver", region: "Washington" }],
    ["Berlin, Berlin", "DE", { city: "Berlin", region: "Berlin" }],
    ["Brussels / Bruxelles", "BE", { city: "Brussels" }],
  ])("“%s” in %s: %j", (city, country, values) => {
    expect(corrected(city, country)).toEqual(values);
  });

  it("makes several places of several cities, each in its country", () => {
    expect(corrected("Berlin / Munich", "DE")).toEqual({
      "places.1.city": "Berlin",
      "places.2.city": "Munich",
      "places.2.country": "DE",
    });
    expect(corrected("Berlin / Muenchen", "DE")).toMatchObject({ "places.2.city": "München" });
    expect(corrected("Wien / Bern", "AT")).toMatchObject({ "places.2.country": "CH" });
    expect(corrected("Hamburg and Bremen", "DE")).toMatchObject({ "places.2.city": "Bremen" });
    for (const text of ["Berlin, Munich", "Berlin - Munich", "Berlin und Munich"])
      expect(corrected(text, "DE")).toMatchObject({ "places.2.city": "Munich" });
    expect(corrected("Berlin, Bonn or Hamburg", "DE")).toMatchObject({
      "places.3.city": "Hamburg",
    });
    expect(corrected("Berlin, Paris", "DE")).toMatchObject({ "places.2.city": "Paris" });
    expect(corrected("A / B / C / D / E / F", "DE")).toBeUndefined();
  });

  it("leaves out what is no city, if there is one beside it", () => {
    const berlin = { city: "Berlin", country: "DE" };
    const correctedPlaces = (...all: string[]) => {
      const places = [...all.map((city) => ({ city, country: "DE" })), berlin];
      const none = { city: undefined, country: undefined };
      return findingsOf(cityName, { ...none, places }).map(({ repair }) => repair);
    };
    expect(correctedPlaces("Various locations")).toEqual([
      {
        values: { "places.1.city": "Berlin", "places.2.city": "", "places.2.country": "" },
        shown: "Berlin, Germany",
      },
    ]);
    expect(correctedPlaces("Bonn", "Remote")).toMatchObject([{ values: { "places.3.city": "" } }]);
    expect(correctedPlaces("Germany")).toEqual([undefined]);
  });

  it("makes a remote job of one without an office", () => {
    const none = { city: "", region: "", workplace: "remote" };
    expect(corrected("Remote", "DE")).toEqual({ ...none, remote_from: ["DE"] });
    expect(corrected("Anywhere", "DE")).toEqual({ ...none, remote_from: ["worldwide"] });
    expect(corrected("Remote", "DE", { workplace: "remote" })).toBeUndefined();
  });

  it("is shown as the whole place", () => {
    const [finding] = findingsOf(cityName, { city: "Austin, TX", country: "US" }, { cities });
    expect(finding?.repair?.shown).toBe("Austin, TX, United States");
  });
});

describe("a name that the table of cities knows", () => {
  it.each([
    ["Cologne", "DE"],
    ["Köln", "DE"],
    ["Koln", "DE"],
    ["München", "DE"],
    ["Munich", "DE"],
    ["Zurich", "CH"],
    ["New York", "US"],
    ["Frankfurt", "DE"],
    ["Donostia / San Sebastián", "ES"],
    ["Biel/Bienne", "CH"],
    ["St. Gallen", "CH"],
    ["Brighton and Hove", "GB"],
    ["Washington", "US"],
    ["Mexico City", "MX"],
    ["Halle (Saale)", "DE"],
    ["Berlin-Mitte", "DE"],
    ["Berlin - Mitte", "DE"],
    ["Stratford-upon-Avon", "GB"],
    ["Kansas City", "US"],
    ["6th of October City", "EG"],
  ])("gets no advice in English or a local language: %s", (city, country) => {
    expect(findingsOf(cityName, { city, country }, { cities })).toEqual([]);
  });
});
