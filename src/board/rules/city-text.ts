/** Takes apart what people write as a city: several cities, a postcode, a region or a country. */
import type { CityNames } from "../cities/city-names.ts";
import { bareName, bareNames } from "../cities/spelling.ts";
import type { JobPlace } from "../job/schema.ts";
import { countryMeant } from "../job/vocabulary.ts";

const nowhere =
  /^(?:(?:fully |100 ?% )?remote|anywhere|worldwide|global|various|multiple|several|flexible|home ?office|(?:work(?:ing)? )?from home|online|any|n\/?a|tba|tbd)(?: (?:locations?|cities|places|offices))?$/iu;

const isRemoteWord = /remote|anywhere|worldwide|global|home|online/iu;

/** “Biel/Bienne” and “Frankfurt/Main” are each one city. */
const separator = /\s+\/\s+|\/(?!(?:main|oder|saale|bienne|fribourg|m|o)\b)|\s*[;|+]\s*|\s+or\s+/iu;

/** “Brighton and Hove” is one city, so these only count between cities that are known. */
const conjunction = /\s+(?:and|&)\s+/iu;

/** At the start, as on the continent, or at the end, as in the United Kingdom and the United States. */
const postcode =
  /^(?:[a-z]{1,2}[- ])?\d{4,6}\s+(?=\D)|(?<=\D)\s+(?:[a-z]{1,2}\d[a-z\d]?\s+\d[a-z]{2}|\d{5}(?:-\d{4})?)$/iu;

/** What is often behind a city in parentheses. */
const workplaceNote = /\s*\((?:(?:partly |fully )?remote|hybrid|on-?site)[^()]*\)$/iu;

/** States are written by two or three letters in these countries, and some are codes of countries, too. */
const statesByLetters: ReadonlySet<string> = new Set(["AU", "BR", "CA", "IT", "US"]);

/** Whether a text says that there is no one place. */
export function isNowhere(text: string): boolean {
  return nowhere.test(text);
}

/** Whether it says that people work wherever they are. */
export function meansRemote(text: string): boolean {
  return nowhere.test(text) && isRemoteWord.test(text);
}

export function meansWorldwide(text: string): boolean {
  return /anywhere|worldwide|global/iu.test(text);
}

/** The cities of a text that names several; one if the others are no cities, such as “Remote”. */
export function citiesIn(text: string, country: string, cities: CityNames): string[] | undefined {
  if (cities.find(text, country)) return undefined;
  const parts = text.split(separator);
  if (parts.length > 1) return parts.map((part) => part.trim()).filter((part) => !isNowhere(part));
  const joined = text.split(conjunction);
  const isKnown = (part: string) => cities.find(part, country) !== undefined;
  const isOneCity = /^brighton /iu.test(text) || !joined.every(isKnown);
  return joined.length > 1 && !isOneCity ? joined : undefined;
}

/** The place that a text with more than a city means, or `undefined` if it is only a name. */
export function partsIn(text: string, { region, country = "" }: JobPlace): JobPlace | undefined {
  const bare = text.replace(workplaceNote, "").replace(postcode, "").trim();
  const [name = "", ...parts] = bare.split(/\s*,\s*/).filter(Boolean);
  if (parts.length === 0 && bare === text) return undefined;
  const isState = (part: string) =>
    statesByLetters.has(country) && /^\p{L}{2,3}$/u.test(part) && countryMeant(part) !== country;
  const found = parts.find((part) => isState(part) || !countryMeant(part));
  const named = parts.filter((part) => part !== found).map((part) => countryMeant(part))[0];
  const area = region ?? found;
  return { city: name, ...(area && { region: area }), country: named ?? country };
}

/** How a city is usually written, if the text is one of its names in another language, or without its marks. */
export function usualName(text: string, country: string, cities: CityNames): string | undefined {
  const city = cities.find(text, country);
  const written = bareName(text);
  if (!city || city.localNames.some((name) => bareName(name) === written)) return undefined;
  return city.localNames.find((name) => bareNames(name).includes(written)) ?? city.name;
}
