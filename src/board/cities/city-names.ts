/** The larger cities of the world and their other names: which city a text means, and which to suggest. */
import { bareName, bareNames } from "./spelling.ts";

/**
 * Cities by country, in tiers by population, the largest first. One is its name, then after `=` its names in
 * English and the languages of the country, then after `~` names in other languages:
 * `Munich=München~Monachium`.
 */
export type CitiesByCountry = Readonly<Record<string, readonly (readonly string[])[]>>;

/** What `table.json` contains. */
export type CityTable = {
  source: string;
  license: string;
  /** The day of the latest change in the data. */
  date: string;
  cities: CitiesByCountry;
};

export type KnownCity = {
  name: string;
  country: string;
  /** Its names in English and the languages of the country, its own first. */
  localNames: readonly string[];
  /** Names in other languages. */
  foreignNames: readonly string[];
};

/** A name to suggest, and the city that it stands for. */
export type CitySuggestion = { name: string; city: KnownCity };

/** Looks cities up. A country is only read when it is first asked for, because most never are. */
export class CityNames {
  readonly #table: CitiesByCountry;
  #spelled: Spelled[] | undefined;
  readonly #byCountry = new Map<string, ReadonlyMap<string, KnownCity>>();

  constructor(table: CitiesByCountry = {}) {
    this.#table = table;
  }

  /** The city of a country that has this name in some language, written with or without accents. */
  find(name: string, country: string): KnownCity | undefined {
    return this.#inCountry(country).get(bareName(name));
  }

  /** The cities of this name in all countries. */
  findAll(name: string): KnownCity[] {
    return Object.keys(this.#table).flatMap((country) => this.find(name, country) ?? []);
  }

  /**
   * The names that begin with a text, each city once: larger cities first, and before the others those whose
   * own name begins so, accents included.
   *
   * @param country if given, only cities of this country
   */
  startingWith(text: string, country: string | undefined, most: number): CitySuggestion[] {
    const start = bareName(text);
    if (!start) return [];
    this.#spelled ??= spellAll(this.#table);
    return this.#spelled
      .filter(({ city, bare }) => {
        const isInCountry = !country || city.country === country;
        return isInCountry && bare.some((name) => name.startsWith(start));
      })
      .map(({ city, tier }) => {
        const { name, distance } = suggestedName(city, text);
        return { name, city, rank: tier + distance };
      })
      .sort((a, b) => a.rank - b.rank)
      .slice(0, most)
      .map(({ name, city }) => ({ name, city }));
  }

  #inCountry(country: string): ReadonlyMap<string, KnownCity> {
    const known = this.#byCountry.get(country);
    if (known) return known;
    const cities = ((Object.hasOwn(this.#table, country) ? this.#table[country] : undefined) ?? [])
      .flat()
      .map((entry) => readCity(entry, country));
    // Own names come last, so that no other name of another city replaces them.
    const named = [
      ...cities.flatMap((city) => city.foreignNames.map((name) => [name, city] as const)),
      ...cities.flatMap((city) => city.localNames.map((name) => [name, city] as const)),
    ];
    const index = new Map(
      named.flatMap(([name, city]) => bareNames(name).map((bare) => [bare, city] as const)),
    );
    this.#byCountry.set(country, index);
    return index;
  }
}

type Spelled = { city: KnownCity; tier: number; bare: string[] };

function spellAll(table: CitiesByCountry): Spelled[] {
  return Object.entries(table).flatMap(([country, tiers]) =>
    tiers.flatMap((entries, tier) =>
      entries.map((entry) => {
        const city = readCity(entry, country);
        const names = [...city.localNames, ...city.foreignNames];
        return { city, tier, bare: names.flatMap(bareNames) };
      }),
    ),
  );
}

/** For texts whose cities are taken as they are written. */
export const noCities = new CityNames();

function readCity(entry: string, country: string): KnownCity {
  const [local = "", ...foreignNames] = entry.split("~");
  const localNames = local.split("=");
  return { name: localNames[0] ?? "", country, localNames, foreignNames };
}

/** The local name that begins like the text, or else the city's own name, and how far that is from the text. */
function suggestedName(city: KnownCity, text: string): { name: string; distance: number } {
  const typed = text.trim().toLowerCase();
  const start = bareName(text);
  const exact = city.localNames.find((name) => name.toLowerCase().startsWith(typed));
  if (exact !== undefined) return { name: exact, distance: exact === city.name ? 0 : 1 };
  const begins = (name: string) => bareNames(name).some((bare) => bare.startsWith(start));
  const close = city.localNames.find(begins);
  return { name: close ?? city.name, distance: close === city.name ? 2 : 3 };
}
