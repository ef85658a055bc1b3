/** Whether two posts are about one job, as far as lists tell, which have no texts: company, title and place. */
import type { CityNames } from "../cities/city-names.ts";
import { noCities } from "../cities/city-names.ts";
import type { Job } from "../job/schema.ts";
import { identityOf } from "./similar-posts.ts";

export type ListedJob = Pick<Job, "title" | "company"> &
  Partial<Pick<Job, "city" | "country" | "places" | "remote_from" | "remote_regions">>;

/** A job in `/api/jobs.json`, as far as it is compared. */
export type ApiJob = {
  id: string;
  title: string;
  company: string;
  place: string;
  city: string | null;
  country: string | null;
  places: readonly { city: string | null; country: string | null }[];
  remote_from: Job["remote_from"] | null;
  remote_regions: Job["remote_regions"] | null;
};

/**
 * A place that only one of them names does not make them differ: a pull request’s title has none.
 *
 * @param cities the names of cities, if they are known yet
 */
export function isSameJob(one: ListedJob, other: ListedJob, cities: CityNames = noCities): boolean {
  const [a, b] = [identityOf(one, cities), identityOf(other, cities)];
  const isNear =
    a.places.size === 0 ||
    b.places.size === 0 ||
    [...a.places].some((place) => b.places.has(place));
  return a.company === b.company && a.title === b.title && isNear;
}

export function listedJob({ title, company, places, ...job }: ApiJob): ListedJob {
  const given = places.length > 0 ? places : [job];
  return {
    ...{ title, company, places: given.map(({ city, country }) => only({ city, country })) },
    ...only({ remote_from: job.remote_from, remote_regions: job.remote_regions }),
  };
}

/** Without what is not stated. */
function only<Value extends object>(
  values: Value,
): { [Key in keyof Value]?: NonNullable<Value[Key]> } {
  const stated = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(stated) as { [Key in keyof Value]?: NonNullable<Value[Key]> };
}
