import { describe, expect, it } from "vitest";
import type { RemoteRegion } from "./remote-regions.ts";
import { countriesIn, remoteRegions } from "./remote-regions.ts";
import { countryCodes } from "./vocabulary.ts";

describe("the regions of remote jobs", () => {
  it.each(remoteRegions)("have countries of the board, each once: %s", (region) => {
    const countries = countriesIn(region);
    expect(countryCodes).toEqual(expect.arrayContaining([...countries]));
    expect(new Set(countries).size).toBe(countries.length);
  });

  it("have each country in one continent, except those where nobody lives", () => {
    const continents: RemoteRegion[] = [
      ...(["Europe", "North America", "Latin America"] as const),
      ...(["Africa", "Asia", "Oceania"] as const),
    ];
    const all = continents.flatMap((region) => countriesIn(region));
    expect(new Set(all).size).toBe(all.length);
    const others = countryCodes.filter((code) => !all.includes(code));
    expect(others).toEqual(["AQ", "BV", "GS", "HM", "IO", "TF", "UM"]);
  });

  it("have the members of the EU and the EEA", () => {
    expect(countriesIn("EU")).toHaveLength(27);
    expect(countriesIn("EEA")).toEqual([...countriesIn("EU"), "IS", "LI", "NO"]);
    expect(countriesIn("EU")).not.toContain("GB");
  });
});
