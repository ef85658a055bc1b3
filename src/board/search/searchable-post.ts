/** What of a post can be searched and filtered, and what its row in the results needs. */

import {
  employmentLabels,
  no,
  seniorityLabels,
  workplaceLabels,
  worldwide,
  yes,
} from "#words/fields.ts";
import { compareNames, compareText } from "../compare-text.ts";
import type { BoardConfig } from "../config.ts";
import { startOf } from "../days.ts";
import { countryName } from "../job/vocabulary.ts";
import type { Post } from "../post/post.ts";
import type { PostFacts, StoredFacet } from "./columns.ts";
import { storedFacets } from "./columns.ts";
import { dayNumberAt } from "./day-numbers.ts";
import type { NamedValue } from "./results.ts";
import { seenText } from "./terms.ts";

/** What is shown of a post besides what filters know: of each place its text, and its address or 0. */
export type RowText = readonly [
  slug: string,
  title: string,
  company: string,
  places: readonly (readonly [text: string, address: string | 0])[],
  pay: string | 0,
  language: string | 0,
];

/** The row of a post as a line of JSON. */
export function rowOf(post: Post, languageOf: (post: Post) => string | undefined): string {
  const { slug, job, places, pay } = post;
  const row: RowText = [
    slug,
    job.title,
    job.company,
    places.map(({ text, address }) => [text, address ?? 0]),
    pay ?? 0,
    languageOf(post) ?? 0,
  ];
  return JSON.stringify(row);
}

/** The texts that are searched: the title, the company, and everything else. */
export function partsOf({ job, places, cities, category, types }: Post): string[] {
  return [
    job.title,
    job.company,
    ...places.map(({ text }) => text),
    ...cities.flatMap(({ localNames }) => localNames),
    workplaceLabels[job.workplace],
    category.name,
    ...types.map(({ name }) => name),
    job.other_job_type ?? "",
    seenText(job.description),
    seenText(job.requirements),
  ].filter((part, index) => part !== "" || index < 2);
}

/** What filters know of a live post. */
export function factsOf({
  job,
  published,
  life,
  category,
  types,
  cities,
  countries,
}: Post): PostFacts {
  if (life.state !== "live") throw new Error("Only live posts can be searched.");
  const answer = (value: boolean | undefined) =>
    value === undefined ? [] : [value ? "yes" : "no"];
  const from = job.remote_from === "worldwide" ? ["worldwide"] : countries;
  return {
    published: dayNumberAt(startOf(published).toMillis()),
    until: dayNumberAt(life.until.toMillis()),
    isFeatured: job.featured ?? false,
    salary: job.salary,
    choices: {
      category: [category.slug],
      type: types.map(({ slug }) => slug),
      workplace: [job.workplace],
      country: countries,
      city: cities.map(({ slug }) => slug),
      from: job.workplace === "remote" ? from : [],
      employment: job.employment ? [job.employment] : [],
      seniority: job.seniority ? [job.seniority] : [],
      agency: answer(job.posted_by_agency ?? false),
      visa: answer(job.visa_sponsorship),
    },
  };
}

/** The choices that some posts have, in the order in which they are offered. */
export function valuesOf(
  posts: readonly Post[],
  facts: readonly PostFacts[],
  config: Pick<BoardConfig, "categories" | "types">,
): Record<StoredFacet, NamedValue[]> {
  const cities = new Map(
    posts.flatMap((post) => post.cities.map(({ slug, name }) => [slug, name])),
  );
  const named = (labels: Readonly<Record<string, string>>) => ({
    labelOf: (value: string) => labels[value] ?? value,
    order: Object.keys(labels),
  });
  const choices = (all: readonly { slug: string; name: string }[]) =>
    named(Object.fromEntries(all.map(({ slug, name }) => [slug, name])));
  const sources: Record<StoredFacet, { labelOf: (value: string) => string; order: string[] }> = {
    category: choices(config.categories),
    type: choices(config.types),
    workplace: named(workplaceLabels),
    country: { labelOf: countryName, order: [] },
    city: { labelOf: (slug) => cities.get(slug) ?? slug, order: [] },
    from: {
      labelOf: (value) => (value === "worldwide" ? worldwide : countryName(value)),
      order: ["worldwide"],
    },
    employment: named(employmentLabels),
    seniority: named(seniorityLabels),
    agency: named({ yes, no }),
    visa: named({ yes, no }),
  };
  const entries = storedFacets.map((facet): [StoredFacet, NamedValue[]] => {
    const { labelOf, order } = sources[facet];
    const used = new Set(facts.flatMap((post) => post.choices[facet]));
    const rest = [...used]
      .filter((value) => !order.includes(value))
      .map((value) => ({ value, label: labelOf(value) }))
      .sort((a, b) => compareNames(a.label, b.label) || compareText(a.value, b.value));
    const first = order.filter((value) => used.has(value));
    return [facet, [...first.map((value) => ({ value, label: labelOf(value) })), ...rest]];
  });
  return Object.fromEntries(entries) as Record<StoredFacet, NamedValue[]>;
}
