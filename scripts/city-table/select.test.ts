import { describe, expect, it } from "vitest";
import { cityTable } from "./select.ts";

type Place = { id: number; name: string; country?: string; kind?: string; population: number };

function cityRow({ id, name, country = "DE", kind = "PPL", population }: Place): string {
  const row = Array.from({ length: 19 }, () => "");
  row[0] = String(id);
  row[1] = name;
  row[7] = kind;
  row[8] = country;
  row[14] = String(population);
  row[18] = id === 1 ? "2023-03-05" : "2014-01-01";
  return row.join("\t");
}

function countryRow(code: string, languages: string): string {
  const row = Array.from({ length: 19 }, () => "");
  row[0] = code;
  row[15] = languages;
  return row.join("\t");
}

function tableOf(places: readonly Place[], names: readonly [number, string, string][] = []) {
  return cityTable(
    {
      cities: places.map(cityRow).join("\n"),
      names: names.map(([id, language, name]) => `7\t${id}\t${language}\t${name}`).join("\n"),
      countries: ["# comment", countryRow("DE", "de"), countryRow("CH", "de-CH,fr-CH")].join("\n"),
    },
    "a test",
  );
}

const munich = { id: 1, name: "Munich", population: 1_260_391 };

describe("the table made from GeoNames’ files", () => {
  it("names its source and the day of the latest change", () => {
    const table = tableOf([munich, { id: 2, name: "Köln", population: 963_395 }]);
    expect(table).toMatchObject({ date: "2023-03-05", source: expect.stringContaining("a test") });
    expect(table.cities).toEqual({ DE: [[], ["Munich"], ["Köln"], [], []] });
  });

  it("has names in the country’s languages and in common ones, each once whatever its accents", () => {
    const { cities } = tableOf(
      [munich],
      [
        [1, "de", "München"],
        [1, "pl", "Monachium"],
        [1, "es", "Múnich"],
        [1, "cy", "München"],
        [1, "sq", "Mynihu"],
        [1, "ru", "Мюнхен"],
        [1, "ca", "Munic"],
        [1, "fr", "Munich (Bavière)"],
      ],
    );
    expect(cities.DE?.[1]).toEqual(["Munich=München~Monachium"]);
  });

  it("has no names of other places in the country", () => {
    const { cities } = tableOf(
      [munich, { id: 2, name: "Monachium", population: 800 }],
      [[1, "pl", "Monachium"]],
    );
    expect(cities.DE?.[1]).toEqual(["Munich"]);
  });

  it("keeps the largest city of a name, and of the small ones those with other names", () => {
    const { cities } = tableOf(
      [
        { id: 1, name: "Neustadt", population: 120_000 },
        { id: 2, name: "Neustadt", population: 110_000 },
        { id: 3, name: "Biel", country: "CH", population: 50_000 },
        { id: 4, name: "Thal", country: "CH", population: 50_000 },
        { id: 5, name: "Mitte", kind: "PPLX", population: 400_000 },
      ],
      [
        [3, "fr", "Bienne"],
        [4, "pl", "Talia"],
      ],
    );
    expect(cities).toEqual({
      CH: [[], [], [], [], ["Biel=Bienne"]],
      DE: [[], [], [], ["Neustadt"], []],
    });
  });

  it("has the English name where GeoNames’ own has marks that no language of the country uses", () => {
    const zurich = { id: 1, name: "Zürich", country: "CH", population: 341_730 };
    const thane = { id: 2, name: "Thāne", country: "IN", population: 1_261_517 };
    const { cities } = tableOf(
      [zurich, thane],
      [
        [1, "en", "Zurich"],
        [1, "de", "Zürich"],
        [2, "en", "Thane"],
      ],
    );
    expect(cities).toEqual({
      CH: [[], [], ["Zürich"], [], []],
      IN: [[], ["Thane"], [], [], []],
    });
  });
});
