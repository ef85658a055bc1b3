/** Rule: advice if the city is something else, or more than its name: it becomes a page and data for search engines. */

import type { ProblemWords } from "#words/problems.ts";
import * as words from "#words/rules-on-places.ts";
import type { CityNames } from "../cities/city-names.ts";
import { noCities } from "../cities/city-names.ts";
import { placeField, placesIn } from "../job/places.ts";
import { hasRegion } from "../job/regions.ts";
import type { JobPlace } from "../job/schema.ts";
import { countryMeant } from "../job/vocabulary.ts";
import type { Finding } from "../problem.ts";
import {
  citiesIn,
  isNowhere,
  meansRemote,
  meansWorldwide,
  partsIn,
  sameNames,
  usualName,
} from "./city-text.ts";
import { makeRemote, replacePlace } from "./place-repair.ts";
import type { Rule } from "./rule.ts";

type Advice = ProblemWords & {
  /** What the place should be. */
  places?: readonly JobPlace[];
};

/** A city is one name; the region and the country have fields of their own. */
export const cityName: Rule = {
  name: "city-name",
  severity: "advice",
  *check({ job }, { cities = noCities }): Iterable<Finding> {
    for (const [index, place] of placesIn(job).entries()) {
      const { city } = place;
      const advice = city && job.workplace !== "remote" && adviceOn(place, cities);
      if (!advice) continue;
      // Offer to remove a place that is not a city if another place is one.
      const isBeside = isNowhere(city) && placesIn(job).some((other) => isCity(other.city));
      const { places = isBeside ? [] : undefined, ...said } = advice;
      const remote = meansRemote(city) ? makeRemote(job, meansWorldwide(city)) : undefined;
      const repair = places ? replacePlace(job, index, places) : remote;
      yield { field: placeField(job, index, "city"), ...said, ...(repair && { repair }) };
    }
  },
};

function isCity(text: string | undefined): boolean {
  return text !== undefined && !isNowhere(text);
}

function adviceOn(place: JobPlace, cities: CityNames): Advice | undefined {
  const { city = "", country = "" } = place;
  if (isNowhere(city)) return words.cityIsNone(city);
  const all = citiesIn(city, country, cities);
  if (all)
    return { ...words.severalCities(city, all[0] ?? city), places: placesOf(all, place, cities) };
  const usual = usualName(city, country, cities);
  if (usual) return { ...words.otherName(city, usual), places: [{ ...place, city: usual }] };
  const parts = partsIn(city, place, cities);
  if (parts) {
    const { city: name = "", region } = parts;
    const added = region === place.region ? undefined : region;
    return { ...words.moreThanCity(city, name, added), places: [parts] };
  }
  if (isOnlyRegion(place, cities)) return words.cityIsNone(city);
  const meant = city.length > 3 ? countryMeant(city) : undefined;
  const isCountry = meant === country && meant !== undefined && !sameNames.has(meant);
  return isCountry ? words.cityIsCountry(city) : undefined;
}

/** Unless a smaller city has the name of a region, which its own region then tells. */
function isOnlyRegion({ city = "", region, country = "" }: JobPlace, cities: CityNames): boolean {
  const isRegion = cities !== noCities && !region && hasRegion(country, city);
  return isRegion && !cities.find(city, country);
}

/** The country is that of the text, unless the table knows the city in one other country only. */
function placesOf(all: readonly string[], place: JobPlace, cities: CityNames): JobPlace[] {
  const { country: given = "" } = place;
  return all.map((text) => {
    const parts = partsIn(text, { country: given }, cities);
    const { city = "", region, country = "" } = parts ?? { city: text, country: given };
    const elsewhere = cities.find(city, country) ? [] : cities.findAll(city);
    const [only] = elsewhere.length === 1 ? elsewhere : [];
    const code = only?.country ?? country;
    return {
      city: usualName(city, code, cities) ?? city,
      ...(region && { region }),
      country: code,
    };
  });
}
