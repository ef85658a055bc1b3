/** Reads where a job is from free texts, as other boards have them. What is a guess is reported as one. */

import { imports as words } from "#words/import.ts";
import type { CityNames } from "../cities/city-names.ts";
import type { FormData } from "../form/form-data.ts";
import type { RemoteRegion } from "../job/remote-regions.ts";
import { countryMeant, countryName } from "../job/vocabulary.ts";
import { meansRemote } from "../rules/city-text.ts";
import type { Note } from "./note.ts";
import { repaired, toDecide } from "./note.ts";
import { bareText, plainLine } from "./plain-text.ts";

/** What a board says about a place, as it says it. */
export type WrittenPlace = {
  city?: unknown;
  region?: unknown;
  country?: unknown;
};

export type WrittenLocation = {
  places: readonly WrittenPlace[];
  /**
   * `yes`: remote only. `allowed`: remote work is possible. `no`: at an office. `default-no`: nobody has said that it is
   * remote. `undefined`: the board does not ask.
   */
  remote: "yes" | "allowed" | "hybrid" | "no" | "default-no" | undefined;
  /** Countries and regions from which a remote job can be done, if the board has a field for them. */
  applicants?: readonly unknown[];
  /** Title and text, which may say that the job is remote. */
  texts: readonly string[];
};

/** The form's fields for the workplace and its places. */
export function readLocation(
  written: WrittenLocation,
  cities: CityNames,
): { form: FormData; notes: Note[] } {
  const places = written.places
    .map((place) => ({
      city: withoutFiller(place.city),
      region: withoutFiller(place.region),
      country: withoutFiller(place.country),
    }))
    .filter(({ city, region, country }) => city || region || country);
  const remote = readWhetherRemote(written, places);
  if (!remote.isRemote) return readOffice(written, places, cities);
  const { form, notes } = readRemote(written, places);
  return { form, notes: [...remote.notes, ...notes] };
}

type Place = { city: string; region: string; country: string };

const filler = /^(?:n ?\/ ?a|none|null|undefined|-+|\.+|\?+|tb[ad]|unknown|any|all)$/i;

function withoutFiller(value: unknown): string {
  const text = plainLine(value).replace(/^[\s,;/|]+|[\s,;/|]+$/g, "");
  return filler.test(text) ? "" : text;
}

const remoteWord = /\b(?:remote(?:ly)?|telecommut\w*|work(?:ing)? from home|home ?office|wfh)\b/iu;
const fullyRemote =
  /\b(?:fully|100 ?%|completely|entirely|all)[- ]remote(?:ly)?\b|\bremote[- ]only\b|\bremote \(?100 ?%/i;
const worldwideText =
  /\b(?:worldwide|world-wide|from anywhere(?! in (?!the world))|anywhere in the world|any(?:where)? (?:country|location))\b/i;

function isNowhere(text: string): boolean {
  return meansRemote(text) || /^(?:telecommut\w*|wfh|world-?wide|earth|globe)$/i.test(text);
}

function readWhetherRemote(
  { remote, texts }: WrittenLocation,
  places: readonly Place[],
): { isRemote: boolean; notes: Note[] } {
  const isAnywhere = places.some(({ city, country }) => isNowhere(city || country));
  if (remote === "yes" || isAnywhere || (remote === "allowed" && places.length === 0)) {
    return { isRemote: true, notes: [] };
  }
  const isTold =
    remote !== "no" && remote !== "hybrid" && texts.some((text) => fullyRemote.test(text));
  const guess = toDecide("workplace", words.remoteByText, "workplace: hybrid");
  return { isRemote: isTold, notes: isTold ? [guess] : [] };
}

/** Words that join places: “US / Canada”, “Germany or Austria”, “Remote - UK”. */
const joins = /\s*[,;/|()+•]\s*|\s+(?:or|and|in|from|only|&|[-–—])\s+|\s+only$/iu;

function readRemote(
  { applicants = [], texts }: WrittenLocation,
  places: readonly Place[],
): { form: FormData; notes: Note[] } {
  const offices = places.filter(({ city }) => city && !isNowhere(city) && !remoteWord.test(city));
  const named = applicants.map((one) => withoutFiller(one)).filter(Boolean);
  const parts = named.length > 0 ? named.flatMap(splitArea) : places.flatMap(areasOf);
  const countries = [...new Set(parts.flatMap((part) => readCountry(part) ?? []))];
  const regions = [...new Set(parts.flatMap((part) => regionMeant(part) ?? []))];
  const [employer] = offices.flatMap(({ country }) => readCountry(country) ?? []);
  const base = { workplace: "remote", ...(employer && { country: employer }) };
  const notes: Note[] =
    offices.length > 0 ? [repaired("city", words.remoteHasNoCity(offices[0]?.city ?? ""))] : [];
  const isWorldwide = [...parts, ...texts].some((text) => worldwideText.test(text));
  if (countries.length + regions.length > 0 && !(isWorldwide && named.length === 0 && !employer)) {
    const from = [...(countries.length > 0 ? [`remote_from: [${countries.join(", ")}]`] : [])];
    if (named.length === 0 && offices.length > 0) {
      notes.push(
        toDecide(
          "remote_from",
          words.remoteFromGuessed(countries.map(countryName)),
          "remote_from: worldwide",
        ),
      );
    }
    return {
      form: {
        ...base,
        ...(from.length > 0 && { remote_from: countries }),
        ...(regions.length > 0 && { remote_regions: regions }),
      },
      notes,
    };
  }
  if (isWorldwide) return { form: { ...base, remote_from: ["worldwide"] }, notes };
  return {
    form: base,
    notes: [...notes, toDecide("remote_from", words.remoteFromUnknown, "remote_from: [US]")],
  };
}

function splitArea(text: string): string[] {
  return [text, ...text.split(joins)].filter(Boolean);
}

/** Where a country is named, two letters elsewhere are a state. */
function areasOf({ city, region, country }: Place): string[] {
  const isNamed = country !== "" && !isNowhere(country);
  const beside = [city, region].flatMap(splitArea);
  return [...splitArea(country), ...beside.filter((part) => !isNamed || part.length > 3)];
}

function readOffice(
  { remote }: WrittenLocation,
  places: readonly Place[],
  cities: CityNames,
): { form: FormData; notes: Note[] } {
  const notes: Note[] = [];
  const isHybridText = places.some(({ city, country }) => remoteWord.test(`${city} ${country}`));
  const found = places.map((place) => readPlace(place, cities, notes));
  const form = Object.fromEntries(
    found.flatMap((place, index) =>
      Object.entries(place)
        .filter(([, value]) => value !== "")
        .map(([part, value]) => [index === 0 ? part : `places.${index + 1}.${part}`, value]),
    ),
  );
  if (remote === "allowed" || (isHybridText && remote !== "hybrid")) {
    notes.push(toDecide("workplace", words.hybridGuessed, "workplace: onsite"));
  }
  const isHybrid = remote === "allowed" || remote === "hybrid" || isHybridText;
  if (remote === undefined && !isHybrid) {
    notes.push(toDecide("workplace", words.onsiteGuessed, "workplace: hybrid"));
  }
  return { form: { ...form, workplace: isHybrid ? "hybrid" : "onsite" }, notes };
}

/** The place with the code of its country. A country that cannot be read is reported. */
function readPlace(place: Place, cities: CityNames, notes: Note[]): Place {
  const city = withoutRemote(place.city);
  return place.country
    ? readInCountry({ ...place, city }, cities, notes)
    : readWithoutCountry({ ...place, city }, cities, notes);
}

function readInCountry({ city, region, country }: Place, cities: CityNames, notes: Note[]): Place {
  const codes = [...new Set(country.split(joins).flatMap((part) => readCountry(part) ?? []))];
  const code = readCountry(country) ?? codes[0];
  if (code === undefined) {
    const line = `country: ${likely(city, cities)}`;
    notes.push(toDecide("country", words.countryUnknown(country), line));
    return { city, region, country: "" };
  }
  const name = countryName(code);
  if (codes.length > 1) {
    const line = `country: ${codes.find((other) => other !== code)}`;
    notes.push(toDecide("country", words.severalCountries(country, name), line));
  } else if (country !== code && country !== name) {
    notes.push(repaired("country", words.readAs(country, name)));
  }
  return { city, region, country: code };
}

/** “Porto, Portugal”, and “Austin, TX, United States”. The rule for cities takes the rest apart. */
function readWithoutCountry({ city, region }: Place, cities: CityNames, notes: Note[]): Place {
  const parts = city.split(/\s*,\s*|\s+[-–—]\s+/);
  const last = parts.length > 1 ? (parts.at(-1) ?? "") : "";
  // Two letters may be a state.
  const code = /^\p{Lu}{2}$/u.test(last) ? undefined : readCountry(last);
  if (code) return { city: parts.slice(0, -1).join(", "), region, country: code };
  const inRegion = region.length > 3 ? readCountry(region) : undefined;
  if (inRegion) return { city, region: "", country: inRegion };
  const line = `country: ${likely(city, cities)}`;
  notes.push(toDecide("country", words.countryMissing(city), line));
  return { city, region, country: "" };
}

/** The country of the only city of this name, else an example. */
function likely(city: string, cities: CityNames): string {
  const found = cities.findAll(city.split(/\s*,\s*/)[0] ?? "");
  return found[0]?.country ?? "GB";
}

function withoutRemote(city: string): string {
  if (!remoteWord.test(city)) return city;
  return city
    .replace(
      /\(?\b(?:partly |fully )?(?:remote(?:ly)?|telecommut\w*|home ?office|wfh)\b(?: (?:possible|ok|option(?:al)?|friendly|available|work))?\)?/giu,
      " ",
    )
    .replace(/\s+/g, " ")
    .replace(/^(?:\s|[,;:/|–-]|(?:or|and)\b)+|(?:\s|[,;:/|–-]|\b(?:or|and))+$/giu, "");
}

/** Languages in which people write their country, besides those that the board reads everywhere. */
const furtherLanguages = "da sv nb fi cs sk hu ro hr sl el tr uk ru ja zh ko ca et lv lt".split(
  " ",
);

const others: Readonly<Record<string, string>> = {
  america: "US",
  "united states of america": "US",
  us: "US",
  usa: "US",
  uk: "GB",
  gb: "GB",
  britain: "GB",
  "northern ireland": "GB",
  "republic of ireland": "IE",
  eire: "IE",
  korea: "KR",
  "republic of korea": "KR",
  "russian federation": "RU",
  "viet nam": "VN",
  prc: "CN",
  "peoples republic of china": "CN",
  "hong kong": "HK",
  uae: "AE",
  brasil: "BR",
};

let furtherNames: ReadonlyMap<string, string> | undefined;

function readFurtherNames(): ReadonlyMap<string, string> {
  const codes = Array.from({ length: 26 * 26 }, (_, index) =>
    String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26)),
  ).filter((code) => countryName(code) !== code);
  const named = furtherLanguages.flatMap((language) => {
    const display = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    return codes.map((code) => [bareText(display.of(code) ?? ""), code] as const);
  });
  return new Map([...named, ...Object.entries(others)]);
}

/** The code of the country that a text means, however it is written. */
export function readCountry(text: string): string | undefined {
  const trimmed = text
    .trim()
    .replace(/^the\s+/i, "")
    .replace(/[.,;\s]+$/, "");
  if (trimmed === "") return undefined;
  furtherNames ??= readFurtherNames();
  const bare = bareText(trimmed.replaceAll(".", ""));
  return countryMeant(trimmed) ?? furtherNames.get(bare) ?? countryMeant(`the ${trimmed}`);
}

const regions: readonly [RegExp, RemoteRegion][] = [
  [/^(?:eu|european union)$/i, "EU"],
  [/^(?:eea|european economic area)$/i, "EEA"],
  [/^europe$/i, "Europe"],
  [/^(?:north america|northam)$/i, "North America"],
  [/^(?:latin america|latam|south america)$/i, "Latin America"],
  [/^(?:the )?americas$/i, "Americas"],
  [/^africa$/i, "Africa"],
  [/^asia$/i, "Asia"],
  [/^oceania$/i, "Oceania"],
];

function regionMeant(text: string): RemoteRegion | undefined {
  return regions.find(([pattern]) => pattern.test(text.trim()))?.[1];
}
