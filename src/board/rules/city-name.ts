/** Rule: advice if the city is something else, or more than its name: it becomes a page and data for search engines. */
import { placeField, placesIn } from "../job/places.ts";
import { countryMeant } from "../job/vocabulary.ts";
import type { Finding } from "../problem.ts";
import * as words from "../words/en/rules-on-places.ts";
import type { Rule } from "./rule.ts";

const nowhere =
  /^(?:(?:fully )?remote|anywhere|worldwide|global|various|multiple|several|flexible|home ?office|(?:work(?:ing)? )?from home|online|any)(?: (?:locations?|cities|places|offices))?$/iu;

/** “Biel/Bienne” and “Frankfurt/Main” are each one city. */
const separator = /\s+\/\s+|\/(?!(?:main|oder|saale|bienne|fribourg|m|o)\b)|\s*[;|+]\s*|\s+or\s+/iu;

/** At the start, as on the continent, or at the end, as in the United Kingdom and the United States. */
const postcode =
  /^(?:[a-z]{1,2}[- ])?\d{4,6}\s+(?=\D)|(?<=\D)\s+(?:[a-z]{1,2}\d[a-z\d]?\s+\d[a-z]{2}|\d{5}(?:-\d{4})?)$/iu;

/** Countries that are cities, or have one of the same name. */
const cityCountries: ReadonlySet<string> = new Set(
  "DJ GI GT HK KW LU MC MO MX PA SG SM VA".split(" "),
);

/** States are written by two or three letters in these countries, and some are codes of countries, too. */
const statesByLetters: ReadonlySet<string> = new Set(["AU", "BR", "CA", "IT", "US"]);

/** A city is one name; the region and the country have fields of their own. */
export const cityName: Rule = {
  name: "city-name",
  severity: "advice",
  *check({ job }): Iterable<Finding> {
    for (const [index, { city, country = "" }] of placesIn(job).entries()) {
      const finding = city && findIn(city, country);
      if (finding) yield { field: placeField(job, index, "city"), ...finding };
    }
  },
};

function findIn(city: string, country: string) {
  if (nowhere.test(city)) return words.cityIsNone(city);
  const all = city.split(separator);
  const [first = city] = all.filter((one) => !nowhere.test(one));
  if (all.length > 1) return words.severalCities(city, first);
  const bare = city.replace(postcode, "");
  const [name = "", ...parts] = bare.split(/\s*,\s*/).filter(Boolean);
  const isState = (part: string) =>
    statesByLetters.has(country) && /^\p{L}{2,3}$/u.test(part) && countryMeant(part) !== country;
  const region = parts.find((part) => isState(part) || !countryMeant(part));
  if (parts.length > 0) return words.moreThanCity(city, name, region);
  if (bare !== city) return words.moreThanCity(city, bare, undefined);
  const meant = city.length > 3 ? countryMeant(city) : undefined;
  if (meant && !cityCountries.has(meant) && meant === country) {
    return words.cityIsCountry(city);
  }
  return undefined;
}
