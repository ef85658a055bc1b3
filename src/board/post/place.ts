/** Where a job is: its city, its countries, and its place in words. */
import { locationAddress, remoteSlug } from "../addresses.ts";
import type { Job } from "../job/schema.ts";
import { cutAtWord, maxSlugLength, transliterate } from "../job/slug.ts";
import { countryName } from "../job/vocabulary.ts";
import * as words from "../words/en/post.ts";

/** A place that jobs are grouped by, with its own page. */
export type Place = { slug: string; name: string; address: string };

type Whereabouts = Pick<Job, "workplace" | "city" | "region" | "country" | "remote_from">;

/** The city of a job, or `undefined` for remote jobs. Its address depends only on the post. */
export function cityOf({ workplace, city, country }: Whereabouts): Place | undefined {
  if (workplace === "remote" || !city || !country) return undefined;
  // One letter can become four, and a file name that is too long would fail the build.
  const name = cutAtWord(transliterate(city), maxSlugLength) || "city";
  const slug = `${name}-${country.toLowerCase()}`;
  return { slug, name: `${city}, ${countryName(country)}`, address: locationAddress(slug) };
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

/** The countries of a job: the office's, or those of a remote job. */
export function countriesOf({ workplace, country, remote_from }: Whereabouts): string[] {
  if (workplace !== "remote") return country ? [country] : [];
  return Array.isArray(remote_from) ? [...remote_from] : [];
}

/** The place of work in words: “Berlin, Germany”, “Remote: Austria, Germany”, “Remote, worldwide”. */
export function placeName(whereabouts: Whereabouts): string {
  const { workplace, city, region, country, remote_from } = whereabouts;
  if (workplace === "remote") {
    if (remote_from === "worldwide") return words.remoteWorldwide;
    const names = countriesOf(whereabouts).map(countryName);
    if (names.length === 0) return remotePlace.name; // In a form that is not filled in yet.
    return words.remoteFrom(names);
  }
  return [city, region, country && countryName(country)].filter(Boolean).join(", ");
}

/** For a remote job, where applicants may live: “Fully remote, for people in: Austria, Germany”. */
export function remoteTerms(whereabouts: Whereabouts): string | undefined {
  const { workplace, remote_from } = whereabouts;
  if (workplace !== "remote") return undefined;
  if (remote_from === "worldwide") return words.fullyRemoteWorldwide;
  const names = countriesOf(whereabouts).map(countryName);
  // A form that is not filled in yet may name none.
  return names.length > 0 ? words.fullyRemoteFrom(names) : undefined;
}
