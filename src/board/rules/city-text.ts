/** Takes apart what people write as a city: several cities, a postcode, a region or a country. */
import type { CityNames } from "../cities/city-names.ts";
import { bareName, bareNames } from "../cities/spelling.ts";
import { hasRegion } from "../job/regions.ts";
import type { JobPlace } from "../job/schema.ts";
import { countryMeant } from "../job/vocabulary.ts";

/** Countries that are cities, or have a city or region of the same name. */
export const sameNames: ReadonlySet<string> = new Set(
  "DJ GI GT HK KW LU MC MO MX PA SG SM VA".split(" "),
);

const nowhere =
  /^(?:(?:fully |partly |100 ?% )?remote(?:[ -](?:only|first|friendly|possible|work))?|anywhere|worldwide|global|europe|emea|apac|dach|latam|various|multiple|several|different|all|flexible|hybrid|on-?site|home ?office|(?:work(?:ing)? )?from home|online|any|n\/?a|tba|tbd|https?:.*|www\..*)(?: (?:locations?|cities|places|offices))?$/iu;

const isRemoteWord = /remote|anywhere|worldwide|global|home|online/iu;

/** “Biel/Bienne” and “Frankfurt/Main” are each one city. */
const separator =
  /\s+\/\s+|\/(?!(?:main|oder|saale|bienne|fribourg|m|o)\b)|\s*[;|+•·]\s*|\s+or\s+/iu;

/** “Brighton and Hove” is one city, so these only count between cities that are known. */
const conjunction = /\s*,\s*(?:and\s+)?|\s+(?:and|&|und|oder|et|ou|[-–—])\s+/iu;

/** What may separate a city from the rest of an address. */
const comma = /\s*,\s*|\s+[-–—]\s+/u;

const digits = String.raw`\d{2,5}[- ]?\d{2,3}`;
/** At the start, as on the continent. Dutch ones have letters, too. */
const postcodeBefore = new RegExp(
  String.raw`^(?:[A-Za-z]{1,3}[- ])?${digits}(?: ?[A-Z]{2}(?= \p{L}))?\s+(?=\D)`,
  "u",
);
/** At the end, as in the United Kingdom, Canada, and the United States. */
const postcodeBehind = new RegExp(
  String.raw`(?:^|(?<=\D)\s+)(?:[a-z]{1,2}\d[a-z\d]?\s+\d[a-z]{2}|[a-z]\d[a-z]\s?\d[a-z]\d|\d{5}-\d{4}|${digits})$`,
  "iu",
);

/** What is often behind a city: that people need not always be there. */
const workplaceNote = /^(?:(?:partly |fully )?remote|hybrid|on-?site)(?!\p{L})/iu;

/** States are written by two or three letters in these countries, and some are codes of countries, too. */
const statesByLetters: ReadonlySet<string> = new Set(["AU", "BR", "CA", "IT", "US"]);

/** Whether a text says that there is no one place, with a country at most: “Remote (Germany)”. */
export function isNowhere(text: string): boolean {
  const parts = nowhere.test(text)
    ? [text]
    : text.split(/\s*[,()]\s*|\s+[-–—]\s+|\s+(?:with)?in\s+/u).filter(Boolean);
  const isNone = (part: string) => nowhere.test(part);
  return parts.some(isNone) && parts.every((part) => isNone(part) || isOnlyCountry(part));
}

function isOnlyCountry(text: string): boolean {
  const code = countryMeant(text);
  return code !== undefined && !sameNames.has(code);
}

/** Whether it says that people work wherever they are. */
export function meansRemote(text: string): boolean {
  return isNowhere(text) && isRemoteWord.test(text);
}

export function meansWorldwide(text: string): boolean {
  return nowhere.test(text) && /anywhere|worldwide|global/iu.test(text);
}

/** The cities of a text that names several; one if the others are no cities, such as “Remote”. */
export function citiesIn(text: string, country: string, cities: CityNames): string[] | undefined {
  if (cities.find(text, country)) return undefined;
  const parts = text.split(separator).filter(Boolean);
  const all = parts.flatMap((part) => knownCitiesIn(part, country, cities) ?? [part.trim()]);
  if (all.length < 2) return undefined;
  // “Brussels / Bruxelles” is one city.
  const known = all.map((part) => cities.find(part, country) ?? part);
  return all.filter(
    (part, index) => !isNowhere(part) && known.indexOf(known[index] ?? "") === index,
  );
}

function knownCitiesIn(text: string, country: string, cities: CityNames): string[] | undefined {
  if (cities.find(text, country) || /^brighton /iu.test(text)) return undefined;
  const parts = text.split(conjunction).filter((part) => !isNowhere(part));
  const [first = "", second = ""] = parts;
  const isKnown = (part: string) =>
    cities.find(part, country) !== undefined ||
    cities.findAll(part).some(({ localNames }) => localNames.includes(part));
  // “Vancouver, Washington” is a city and its state, and “Berlin, Berlin” is one city.
  const isRegion = statesByLetters.has(country) && hasRegion(country, second);
  const isOne = parts.length < 2 || (parts.length === 2 && (isRegion || first === second));
  return !isOne && parts.every(isKnown) ? parts : undefined;
}

/** The place that a text with more than a city means, or `undefined` if it is only a name. */
export function partsIn(
  text: string,
  { region, country = "" }: JobPlace,
  cities: CityNames,
): JobPlace | undefined {
  const isState = (part: string) =>
    hasRegion(country, part) ||
    (statesByLetters.has(country) && /^\p{L}{2,3}$/u.test(part) && countryMeant(part) !== country);
  const isArea = (part: string) => isState(part) || countryMeant(part) !== undefined;
  const isNote = (part: string) => isNowhere(part) || workplaceNote.test(part);
  const isBeside = (part: string) => isArea(part) || isNote(part);
  const written = apart(text, isBeside, (name) => cities.find(name, country) !== undefined);
  const parts = written
    .map((part) => part.replace(postcodeBehind, ""))
    .filter((part) => part !== "" && !isNote(part));
  // The street is before the postcode and the city.
  const coded = parts.findIndex((part) => postcodeBefore.test(part));
  const [name = "", ...rest] = parts
    .slice(Math.max(0, coded))
    .map((part) => part.replace(postcodeBefore, ""));
  if (name === "" || name === text) return undefined;
  const found = rest.find((part) => isState(part) || !countryMeant(part));
  const named = rest.filter((part) => part !== found).map((part) => countryMeant(part))[0];
  const area = region ?? found;
  return { city: name, ...(area && { region: area }), country: named ?? country };
}

/** The parts of an address, also without a comma: “Berlin (Germany)”, “Austin TX”. */
function apart(
  text: string,
  isBeside: (part: string) => boolean,
  isCity: (name: string) => boolean,
): string[] {
  const [, before = "", note = ""] = /^(.*?)\s*\(([^()]*)\)$/u.exec(text) ?? [];
  if (before && isBeside(note)) return [...apart(before, isBeside, isCity), note];
  const parts = text.split(comma).filter(Boolean);
  // Districts are often behind a dash.
  if (text.includes(",") || (parts.length > 1 && parts.slice(1).every(isBeside))) return parts;
  const words = text.replace(postcodeBehind, "").split(" ");
  const end = words.findIndex(
    (_, index) => isCity(words.slice(0, index).join(" ")) && isBeside(words.slice(index).join(" ")),
  );
  return end > 0 ? [words.slice(0, end).join(" "), words.slice(end).join(" ")] : [text];
}

/** How a city is usually written, if the text is one of its names in another language, without its marks, or in capitals. */
export function usualName(text: string, country: string, cities: CityNames): string | undefined {
  const city = cities.find(text, country);
  const written = bareName(text);
  if (!city) return undefined;
  const local = city.localNames.find((name) => bareName(name) === written);
  if (local) {
    const isAllOneCase = text === text.toLowerCase() || text === text.toUpperCase();
    return isAllOneCase && local !== text && local.toLowerCase() === text.toLowerCase()
      ? local
      : undefined;
  }
  return city.localNames.find((name) => bareNames(name).includes(written)) ?? city.name;
}
