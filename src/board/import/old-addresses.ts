/** Where the addresses of another board’s lists lead: a table that an import writes, and builds of the site read. */
import { categoryAddress, locationAddress, pages, remoteSlug, typeAddress } from "../addresses.ts";
import type { CityNames } from "../cities/city-names.ts";
import { placesIn } from "../job/places.ts";
import type { Job } from "../job/schema.ts";
import { cityAt, countryPlace, remotePlace } from "../post/place.ts";

/** Addresses of the other board, and of this one. */
export type OldAddresses = Readonly<Record<string, string>>;

const address = /^\/jobs\/(?:[a-z0-9_-]+\/)+$/;

/** Reads a table. Entries that cannot be addresses of lists are left out. */
export function readOldAddresses(value: unknown): OldAddresses {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      ([from, to]) => address.test(from) && typeof to === "string" && address.test(to),
    ),
  );
}

/** The text of a table, sorted. */
export function oldAddressesText(table: OldAddresses): string {
  const sorted = Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}

/** The address of a list of the other board; `undefined` if it cannot be one. */
export function oldListAddress(
  kind: "category" | "type" | "location",
  slug: string,
): string | undefined {
  const make = { category: categoryAddress, type: typeAddress, location: locationAddress }[kind];
  const made = make(slug);
  return address.test(made) && !(kind === "location" && slug === remoteSlug) ? made : undefined;
}

/** The page that lists all categories, types or places. */
export function overviewFor(kind: "category" | "type" | "location"): string {
  return { category: pages.categories, type: pages.types, location: pages.locations }[kind];
}

/** The list here for the place of a job there, if its country is known. */
export function placeEntry(
  oldPlace: string,
  job: Partial<Job>,
  cities: CityNames,
): readonly [from: string, to: string] | undefined {
  const from = oldListAddress("location", oldPlace);
  const [first = {}] = placesIn(job);
  const office = cityAt(first, cities) ?? (first.country ? countryPlace(first.country) : undefined);
  const place = job.workplace === "remote" ? remotePlace : office;
  return from && place && place.address !== from ? [from, place.address] : undefined;
}

/**
 * The redirects for a table. A list without posts has no page: then the country’s list, else the page of all lists is
 * the target. An address that is a page here needs none.
 */
export function oldRedirects(
  table: OldAddresses,
  isPage: (address: string) => boolean,
): { from: string; to: string }[] {
  return Object.entries(table).flatMap(([from, to]) => {
    if (isPage(from)) return [];
    const target = [to, countryOf(to)].find((one) => one !== undefined && isPage(one));
    return [{ from, to: target ?? overviewOf(to) }];
  });
}

function countryOf(list: string): string | undefined {
  const [, country] = /^\/jobs\/location\/.*-([a-z]{2})\/$/.exec(list) ?? [];
  return country && locationAddress(country);
}

function overviewOf(list: string): string {
  const [, kind] = /^\/jobs\/(category|type|location)\//.exec(list) ?? [];
  return kind ? overviewFor(kind as "category" | "type" | "location") : list;
}
