/** Finds the posts on the board that are similar to another: same company, title or place, or common wording. */
import type { CityNames } from "../cities/city-names.ts";
import { placesIn } from "../job/places.ts";
import type { Job } from "../job/schema.ts";
import { legalForm } from "../post/company.ts";
import type { Subject } from "./rule.ts";
import type { Shingles } from "./similarity.ts";
import { resemblance, shingles, sketch, words } from "./similarity.ts";

/** What two posts have in common. */
export type Likeness = {
  other: Subject;
  sameCompany: boolean;
  sameTitle: boolean;
  /** Whether they have a place in common. */
  samePlace: boolean;
  /** Share of common wording in description and requirements: 0 to 1. */
  text: number;
};

type Entry = Features & { subject: Subject };

/** What posts are compared by. */
type Features = {
  company: string;
  title: string;
  places: ReadonlySet<string>;
  shingles: Shingles;
  sketch: readonly number[];
};

/** Number of smallest hashes: two texts that are half the same share about half of them. */
const sketchSize = 8;

/** Number of common hashes that make two texts worth comparing. */
const sketchInCommon = 3;

/**
 * Maximum number of candidates for a title of a company, or for a hash: wording that more posts share is
 * a common phrase.
 */
const mostAlike = 30;

/**
 * Indexes posts by company and title and by wording, so that each of ten thousand posts is compared with
 * only a few.
 */
export class SimilarPosts {
  readonly #entries = new Map<string, Entry>();
  readonly #byTitle = new Map<string, Entry[]>();
  readonly #byHash = new Map<number, Entry[]>();

  readonly #cities: CityNames;

  constructor(subjects: Iterable<Subject>, cities: CityNames) {
    this.#cities = cities;
    for (const subject of subjects) {
      const entry = entryFor(subject, cities);
      this.#entries.set(subject.file, entry);
      push(this.#byTitle, titleKey(entry), entry);
      for (const hash of entry.sketch) push(this.#byHash, hash, entry);
    }
  }

  /** The other posts that may be about the same job, and what they have in common with it. */
  of(subject: Subject): Likeness[] {
    const own = this.#entries.get(subject.file) ?? entryFor(subject, this.#cities);
    return this.#candidates(own).map((entry) => ({
      other: entry.subject,
      sameCompany: entry.company === own.company,
      sameTitle: entry.title === own.title,
      samePlace: [...own.places].some((place) => entry.places.has(place)),
      text: resemblance(entry.shingles, own.shingles),
    }));
  }

  #candidates(own: Entry): Entry[] {
    const inCommon = new Map<Entry, number>();
    for (const hash of own.sketch) {
      for (const entry of this.#byHash.get(hash)?.slice(-mostAlike) ?? []) {
        inCommon.set(entry, (inCommon.get(entry) ?? 0) + 1);
      }
    }
    const alike = [...inCommon].flatMap(([entry, hashes]) =>
      hashes >= sketchInCommon ? [entry] : [],
    );
    const sameTitle = this.#byTitle.get(titleKey(own))?.slice(-mostAlike) ?? [];
    return [...new Set([...sameTitle, ...alike])].filter(
      ({ subject }) => subject.file !== own.subject.file,
    );
  }
}

const known = new WeakMap<Job, Features>();

function entryFor(subject: Subject, cities: CityNames): Entry {
  const features = known.get(subject.job) ?? featuresOf(subject.job, cities);
  known.set(subject.job, features);
  return { subject, ...features };
}

function featuresOf({ description, requirements, ...job }: Job, cities: CityNames): Features {
  const text = shingles(`${description}\n${requirements}`);
  return { ...identityOf(job, cities), shingles: text, sketch: sketch(text, sketchSize) };
}

/** What a job is compared by, apart from its text. */
export function identityOf(
  job: Pick<Job, "title" | "company"> & Whereabouts,
  cities: CityNames,
): Pick<Features, "company" | "title" | "places"> {
  return {
    company: companyKey(job.company),
    // Text in parentheses is usually not about the job itself: (m/f/d), (Remote).
    title: words(job.title.replace(/\([^()]*\)/g, " "))
      .sort()
      .join(" "),
    places: placesOf(job, cities),
  };
}

type Whereabouts = Partial<
  Pick<Job, "city" | "country" | "places" | "remote_from" | "remote_regions">
>;

/** A remote job has its eligible countries and regions as one place. */
function placesOf(
  { remote_from: from, remote_regions: regions, ...job }: Whereabouts,
  cities: CityNames,
) {
  const places = placesIn(job).map(
    ({ city = "", country = "" }) => `${cities.find(city, country)?.name ?? city} ${country}`,
  );
  const areas = [from ?? [], regions ?? []].flat();
  const texts = areas.length > 0 ? [[...places, ...areas].join(" ")] : places;
  return new Set(texts.map((text) => words(text).join(" ")));
}

/** A company's name without its legal form, which not every post includes. */
function companyKey(name: string): string {
  const all = words(name.replaceAll(".", ""));
  const telling = all.filter((word) => word !== "the" && !legalForm.test(word));
  return (telling.length > 0 ? telling : all).join(" ");
}

function titleKey({ company, title }: Entry): string {
  return `${company}\n${title}`;
}

function push<Key>(index: Map<Key, Entry[]>, key: Key, entry: Entry): void {
  const there = index.get(key);
  if (there) there.push(entry);
  else index.set(key, [entry]);
}
