import { describe, expect, it } from "vitest";
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
