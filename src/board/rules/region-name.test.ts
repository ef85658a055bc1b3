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
    ["Munich", "Bavaria", "AT", "is a region of Germany, not of Austria", "DE"],
    ["München", "Bayern", "AT", "is a region of Germany, not of Austria", "DE"],
    ["Toronto", "ON", "US", "is a region of Canada, not of United States", "CA"],
    ["Perth", "California", "AU", "is a region of United States, not of Australia", undefined],
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
