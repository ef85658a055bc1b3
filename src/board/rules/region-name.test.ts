import { describe, expect, it } from "vitest";
import { CityNames } from "../cities/city-names.ts";
import { findingsOf } from "./fixtures.ts";
import { regionName } from "./region-name.ts";

const cities = new CityNames({
  AT: [["Vienna=Wien"]],
  CA: [["Toronto"]],
  DE: [["Munich=München"]],
  US: [["New York City=New York"]],
});

function check(city: string, region: string, country: string) {
  return findingsOf(regionName, { city, region, country }, { cities });
}

describe("a region", () => {
  it.each([
    ["Munich", "Bavaria", "AT", "another country: Germany.", "DE"],
    ["München", "Bayern", "AT", "another country: Germany.", "DE"],
    ["Toronto", "ON", "US", "another country: Canada.", "CA"],
    ["Perth", "California", "AU", "another country: United States.", undefined],
  ])("of another country gets advice: %s, %s, %s", (city, region, country, message, meant) => {
    const [finding] = check(city, region, country);
    expect(finding).toMatchObject({ field: "region", message: expect.stringContaining(message) });
    expect(finding?.repair?.values).toEqual(meant && { country: meant });
  });

  it("that is the country is left out", () => {
    expect(check("Munich", "Germany", "DE")).toMatchObject([
      { field: "region", repair: { values: { region: "" } } },
    ]);
  });

  it.each([
    ["Munich", "Bavaria", "DE"],
    ["Munich", "Oberbayern", "DE"],
    ["Austin", "TX", "US"],
    ["Austin", "Texas", "US"],
    ["San Jose", "Bay Area", "US"],
    ["Vienna", "Wien", "AT"],
    ["Glasgow", "Scotland", "GB"],
    ["Perth", "WA", "AU"],
    ["Victoria", "BC", "CA"],
    ["Luxembourg", "Luxembourg", "LU"],
    ["Tbilisi", "Georgia", "US"],
    ["Lagos", "ON", "NG"],
  ])("of the country, or of none that is known, gets no advice: %s, %s, %s", (...place) => {
    expect(check(...place)).toEqual([]);
  });
});
