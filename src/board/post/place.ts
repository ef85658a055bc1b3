/** Where a job is: its places and their pages, its countries, and all of it in words. */
import { locationAddress, remoteSlug } from "../addresses.ts";
import { placesIn } from "../job/places.ts";
import { countriesIn } from "../job/remote-regions.ts";
import type { Job, JobPlace } from "../job/schema.ts";
import { cutAtWord, maxSlugLength, transliterate } from "../job/slug.ts";
import { countryName } from "../job/vocabulary.ts";
import * as words from "../words/en/post.ts";
import { isAmbiguous, regionName } from "./ambiguous-cities.ts";

/** A place that jobs are grouped by, with its own page. */
export type Place = { slug: string; name: string; address: string };

/** A city, with its region if its name does not tell which city it is. */
export type City = Place & {
  /** Its name without the country. */
  shortName: string;
  /** The address that it had when addresses had no regions, if that was another, and where that leads now. */
  former?: { address: string; to: string };
};

type Whereabouts = Pick<
  Job,
  "workplace" | "city" | "region" | "country" | "places" | "remote_from" | "remote_regions"
>;

/** The places of work of an on-site or hybrid job. A remote job has none. */
export function placesOf(job: Whereabouts): readonly JobPlace[] {
  return job.workplace === "remote" ? [] : placesIn(job);
}

/**
 * The page of a place, or `undefined` if a form is not filled in yet. Its address depends on nothing but the place and
 * data that never changes, so it is the same whatever other posts there are.
 */
export function cityAt({ city, region, country }: JobPlace): City | undefined {
  if (!city || !country) return undefined;
  const name = slugPart(city) || "city";
  const slug = `${name}-${country.toLowerCase()}`;
  const state = region && isAmbiguous(slug) ? regionName(region, country) : "";
  const stateSlug = slugPart(state);
  const shortName = stateSlug ? `${city}, ${state}` : city;
  const named = { shortName, name: `${shortName}, ${countryName(country)}` };
  if (!stateSlug) return { slug, ...named, address: locationAddress(slug) };
  const own = `${name}-${stateSlug}-${country.toLowerCase()}`;
  return {
    ...{ slug: own, ...named, address: locationAddress(own) },
    // It may mean any of the cities.
    former: { address: locationAddress(slug), to: countryPlace(country).address },
  };
}

/** One letter can become four, and a file name that is too long would fail the build. */
function slugPart(name: string): string {
  return cutAtWord(transliterate(name), maxSlugLength);
}

/** The pages of a job’s places, each once. */
export function citiesOf(job: Whereabouts): City[] {
  const cities = placesOf(job).flatMap((place) => cityAt(place) ?? []);
  return [...new Map(cities.map((city) => [city.slug, city])).values()];
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

/** Every place of a job in words, with the address of its page if it has one. */
export function linkedPlaces(job: Whereabouts): { text: string; address: string | undefined }[] {
  if (job.workplace === "remote") return [{ text: placeName(job), address: remotePlace.address }];
  return placesOf(job)
    .map((place) => ({ text: placeText(place), address: cityAt(place)?.address }))
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
