/** Where a job is: its places and their pages, its countries, and all of it in words. */

import * as words from "#words/post.ts";
import { locationAddress, remoteSlug } from "../addresses.ts";
import type { CityNames } from "../cities/city-names.ts";
import { noCities } from "../cities/city-names.ts";
import { placesIn } from "../job/places.ts";
import { regionName } from "../job/regions.ts";
import { countriesIn } from "../job/remote-regions.ts";
import type { Job, JobPlace } from "../job/schema.ts";
import { cutAtWord, maxSlugLength, transliterate } from "../job/slug.ts";
import { countryName } from "../job/vocabulary.ts";
import { isAmbiguous } from "./ambiguous-cities.ts";

/** A place that jobs are grouped by, with its own page. */
export type Place = { slug: string; name: string; address: string };

/** A city, with its region if its name does not tell which city it is. */
export type City = Place & {
  /** Its name without the country. */
  shortName: string;
  /** Its names in English and the languages of the country, as far as they are known. */
  localNames: readonly string[];
  /** Addresses under which it was or could have been known before, and where each leads now. */
  former: readonly { from: string; to: string }[];
};

type Whereabouts = Pick<
  Job,
  "workplace" | "city" | "region" | "country" | "places" | "remote_from" | "remote_regions"
>;

/** The places of work of an on-site or hybrid job. A remote job has none. */
export function placesOf(job: Whereabouts): readonly JobPlace[] {
  return job.workplace === "remote" ? [] : placesIn(job);
}

/** The cities found so far, by their names: a board has thousands of posts in few places. */
const found = new WeakMap<CityNames, Map<string, City>>();

/**
 * The page of a place, or `undefined` if a form is not filled in yet. Its address depends on nothing but the place and
 * fixed data, so it is the same whatever other posts there are.
 *
 * @param cities by which Köln and Cologne have one page
 */
export function cityAt(
  { city, region, country }: JobPlace,
  cities: CityNames = noCities,
): City | undefined {
  if (!city || !country) return undefined;
  const all = found.get(cities) ?? new Map<string, City>();
  found.set(cities, all);
  const key = JSON.stringify([city, region, country]);
  const one = all.get(key) ?? findCity(city, region, country, cities);
  all.set(key, one);
  return one;
}

function findCity(
  city: string,
  region: string | undefined,
  country: string,
  cities: CityNames,
): City {
  const known = cities.find(city, country);
  const named = known?.name ?? city;
  const slug = citySlug(named, "", country);
  const state = region && isAmbiguous(slug) ? regionName(region, country) : "";
  const own = citySlug(named, state, country);
  const shortName = own === slug ? named : `${named}, ${state}`;
  const address = locationAddress(own);
  const spellings = [city, ...(known?.localNames ?? [])].map((name) => citySlug(name, "", country));
  return {
    ...{ slug: own, shortName, name: `${shortName}, ${countryName(country)}`, address },
    localNames: known?.localNames ?? [],
    former: [...new Set(spellings)]
      .filter((spelling) => spelling !== own)
      // Without a region it may mean any of several cities.
      .map((spelling) => ({
        from: locationAddress(spelling),
        to: own === slug ? address : countryPlace(country).address,
      })),
  };
}

function citySlug(city: string, state: string, country: string): string {
  const name = slugPart(city) || "city";
  return [name, slugPart(state), country.toLowerCase()].filter(Boolean).join("-");
}

/** Kept, because transliterating is slow, and most posts of a board are in the same cities. */
const slugParts = new Map<string, string>();

function slugPart(name: string): string {
  const known = slugParts.get(name);
  if (known !== undefined) return known;
  // One letter can become four, and a file name that is too long would fail the build.
  const part = cutAtWord(transliterate(name), maxSlugLength);
  slugParts.set(name, part);
  return part;
}

/** The pages of a job’s places, each once. */
export function citiesOf(job: Whereabouts, cities?: CityNames): City[] {
  const all = placesOf(job).flatMap((place) => cityAt(place, cities) ?? []);
  return [...new Map(all.map((city) => [city.slug, city])).values()];
}

export function countryPlace(code: string): Place {
  const slug = code.toLowerCase();
  return { slug, name: countryName(code), address: locationAddress(slug) };
}

export const remotePlace: Place = {
  slug: remoteSlug,
  name: words.remote,
  address: locationAddress(remoteSlug),
};

/** The countries of a job: those of its places, or those of a remote job, with those of its regions. */
export function countriesOf(job: Whereabouts): string[] {
  const countries =
    job.workplace === "remote"
      ? [...namedCountries(job), ...(job.remote_regions ?? []).flatMap(countriesIn)]
      : placesOf(job).flatMap(({ country }) => country ?? []);
  return [...new Set(countries)];
}

/** The countries that a remote job names. */
function namedCountries({ remote_from }: Whereabouts): readonly string[] {
  return Array.isArray(remote_from) ? remote_from : [];
}

function regionNames({ remote_regions: regions = [] }: Whereabouts): string[] {
  return regions.map((region) => words.regionNames[region]);
}

/** The countries of a job in words. A remote job’s regions are named instead of their countries. */
export function areaNames(job: Whereabouts): string[] {
  if (job.workplace !== "remote") return countriesOf(job).map(countryName);
  return [...regionNames(job), ...namedCountries(job).map(countryName)];
}

/** A place of work in words: “Portland, Oregon, United States”. */
export function placeText({ city, region, country }: JobPlace): string {
  return [city, region, country && countryName(country)].filter(Boolean).join(", ");
}

/**
 * Where a job is in a few words: “Berlin, Germany”, “Berlin, Germany and 2 more”, “Remote: Austria, Germany”, “Remote,
 * worldwide”.
 */
export function placeName(job: Whereabouts): string {
  if (job.workplace !== "remote") {
    const [first, ...others] = linkedPlaces(job);
    return [first?.text, ...(others.length > 0 ? [words.andMore(others.length)] : [])].join(" ");
  }
  if (job.remote_from === "worldwide") return words.remoteWorldwide;
  const countries = namedCountries(job).map(countryName);
  const regions = regionNames(job);
  // In a form that is not filled in yet.
  if (countries.length + regions.length === 0) return remotePlace.name;
  return words.remoteFrom(countries, regions);
}

/** A place in words, and its page if it has one. */
export type LinkedPlace = { text: string; address: string | undefined };

/** Every place of a job in words, with the address of its page if it has one. */
export function linkedPlaces(job: Whereabouts, cities?: CityNames): LinkedPlace[] {
  if (job.workplace === "remote") return [{ text: placeName(job), address: remotePlace.address }];
  return placesOf(job)
    .map((place) => ({ text: placeText(place), address: cityAt(place, cities)?.address }))
    .filter(({ text }) => text);
}

/** Every place of a job in words: “Berlin, Germany; Vienna, Austria”. */
export function allPlaces(job: Whereabouts): string {
  return linkedPlaces(job)
    .map(({ text }) => text)
    .join("; ");
}

/** For a remote job, where applicants may live: “Fully remote, for people in: Austria, Germany”. */
export function remoteTerms(whereabouts: Whereabouts): string | undefined {
  const { workplace, remote_from } = whereabouts;
  if (workplace !== "remote") return undefined;
  if (remote_from === "worldwide") return words.fullyRemoteWorldwide;
  const names = areaNames(whereabouts);
  // A form that is not filled in yet may name none.
  return names.length > 0 ? words.fullyRemoteFrom(names) : undefined;
}
