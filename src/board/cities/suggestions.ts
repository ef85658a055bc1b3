/** Suggests cities while somebody types one. */
import { countryName } from "../job/vocabulary.ts";
import type { CityNames } from "./city-names.ts";

/** `value` is the name of the city. */
export type CitySuggestion = { value: string; label: string };

/** More would be hard to take in, and would fill the screen of a phone. */
const most = 8;

/**
 * The cities that a text may become.
 *
 * @param country if not empty, only cities of this country
 */
export function suggestCities(
  cities: CityNames,
  text: string,
  country: string,
): readonly CitySuggestion[] {
  const typed = text.trim();
  // One letter says too little.
  if (typed.length < 2) return [];
  return cities.startingWith(typed, country || undefined, most).map(({ name, city }) => ({
    value: name,
    // Firefox shows the label in place of the value.
    label: `${name}, ${countryName(city.country)}`,
  }));
}
