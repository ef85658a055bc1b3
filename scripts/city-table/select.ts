/** Selects the cities of the table and their names from GeoNames' files. */
import type { CitiesByCountry, CityTable } from "../../src/board/cities/city-names.ts";
import { bareName, bareNames } from "../../src/board/cities/spelling.ts";

/** The contents of GeoNames' files. */
export type GeoNames = {
  /** `cities500.txt`: all places with at least 500 people. */
  cities: string;
  /** `alternateNamesV2.txt`: names by language. */
  names: string;
  /** `countryInfo.txt`: countries with their languages. */
  countries: string;
};

/** The least population of each tier of cities. Those of the last are only kept if they have other names. */
export const tiers = [3_000_000, 1_000_000, 300_000, 100_000, 20_000] as const;

/** Languages in which people write about cities of other countries. */
const commonLanguages = "da de es fr it nl no pl pt tr".split(" ");

/** The least population of cities whose names in all these languages are kept. */
const leastForCommon = 250_000;

/** Explanations in names, several names in one, and transliterations with marks for sounds. */
const unusual = /[(/,=~’‘ʻʼ`]| i | - /;

/** Parts of cities, and places that are abandoned or destroyed. */
const noCities = new Set(["PPLX", "PPLH", "PPLQ", "PPLW", "PPLCH"]);

type Place = { id: string; name: string; country: string; population: number };

type Name = { text: string; language: string };

/** Who has a name in a country, by all spellings. */
type Taken = Map<string, Place>;

/**
 * The table of cities, with the names by which no other place of their country is known.
 *
 * @param origin where the files come from
 */
export function cityTable(files: GeoNames, origin: string): CityTable {
  return {
    source: `GeoNames (https://www.geonames.org/), from ${origin}`,
    license: "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/); selected and rearranged",
    date: latestChange(files.cities),
    cities: selectCities(files),
  };
}

function latestChange(cities: string): string {
  return rows(cities)
    .map((row) => row[18] ?? "")
    .reduce((latest, day) => (day > latest ? day : latest), "");
}

function selectCities(files: GeoNames): CitiesByCountry {
  const places = readPlaces(files.cities);
  const taken = ownNames(places);
  const chosen = places.filter(
    (place) => place.population >= Math.min(...tiers) && isNamedFirst(place, taken),
  );
  const names = readNames(files.names, new Set(chosen.map(({ id }) => id)));
  const languages = readLanguages(files.countries);
  const table: Record<string, string[][]> = {};
  for (const place of chosen) {
    const own = languages.get(place.country) ?? new Set();
    const all = names.get(place.id) ?? [];
    const others = otherNames(place, all, own, taken);
    const tier = tiers.findIndex((least) => place.population >= least);
    if (others.length === 0 && tier === tiers.length - 1) continue;
    table[place.country] ??= tiers.map(() => []);
    table[place.country]?.[tier]?.push([shownName(place, all, own), ...others].join(""));
  }
  return Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The largest first. */
function readPlaces(text: string): Place[] {
  return rows(text)
    .map((row) => ({
      id: row[0] ?? "",
      name: row[1] ?? "",
      kind: row[7] ?? "",
      country: row[8] ?? "",
      population: Number(row[14]),
    }))
    .filter(({ kind }) => !noCities.has(kind))
    .sort((a, b) => b.population - a.population);
}

/** The largest place of each country that has a name, by all its spellings. */
function ownNames(places: readonly Place[]): Taken {
  const taken: Taken = new Map();
  for (const place of places) {
    for (const bare of bareNames(place.name)) {
      const key = `${place.country} ${bare}`;
      if (!taken.has(key)) taken.set(key, place);
    }
  }
  return taken;
}

function isNamedFirst(place: Place, taken: Taken): boolean {
  return taken.get(`${place.country} ${bareName(place.name)}`) === place;
}

/** The names of the places with these identifiers. */
function readNames(file: string, ids: ReadonlySet<string>): Map<string, Name[]> {
  const names = new Map<string, Name[]>();
  for (const [, id = "", language = "", text = ""] of rows(file)) {
    if (!ids.has(id) || !/^[\p{Script=Latin}\p{P}\p{M} \d]+$/u.test(text)) continue;
    names.set(id, [...(names.get(id) ?? []), { text, language }]);
  }
  return names;
}

function readLanguages(text: string): Map<string, ReadonlySet<string>> {
  return new Map(
    rows(text).map((row) => [
      row[0] ?? "",
      new Set(["en", ...(row[15] ?? "").split(",").map((tag) => tag.split("-")[0] ?? "")]),
    ]),
  );
}

/** GeoNames transliterates with marks that nobody writes (Hyderābād): the English name has none. */
function shownName({ name }: Place, names: readonly Name[], own: ReadonlySet<string>): string {
  const isLocal = names.some(
    ({ text, language }) => text === name && language !== "en" && own.has(language),
  );
  const english = names.find(({ language }) => language === "en")?.text ?? name;
  return !isLocal && bareName(english) === bareName(name) ? english : name;
}

/**
 * The other names of a place as they are written in the table, each once, and none that another place of
 * the country has.
 */
function otherNames(
  place: Place,
  names: readonly Name[],
  own: ReadonlySet<string>,
  taken: Taken,
): string[] {
  const isOwn = ({ text, language }: Name) =>
    own.has(language) || place.name.startsWith(`${text} `);
  const isCommon = ({ language }: Name) =>
    place.population >= leastForCommon && commonLanguages.includes(language);
  const add = (sign: string, chosen: readonly Name[]) =>
    chosen.flatMap(({ text }) => {
      const key = `${place.country} ${bareName(text)}`;
      if (taken.has(key) || unusual.test(text)) return [];
      for (const bare of bareNames(text)) taken.set(`${place.country} ${bare}`, place);
      return [sign + text];
    });
  return [...add("=", names.filter(isOwn)), ...add("~", names.filter(isCommon))];
}

function rows(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}
