/** The search of the list: its field, filters and results. The script of the search carries all of this module. */
import type { Facet, SortOrder } from "../../search/search-state.ts";
import type { Links } from "../links.ts";
import { plural } from "../plural.ts";

export const label = "Search jobs";
export const placeholder = "Skill, company, or place";

/** Above one of the other lists. */
export function labelIn(list: string): string {
  return `Search in: ${list}`;
}

export const submit = "Search";
export const filters = "Filters";
export const close = "Close";
export const clearAll = "Clear all";

export function countedFilters(count: number): string {
  return count === 0 ? filters : `${filters} (${count})`;
}

/** Where there is no JavaScript. */
export function noScript(to: Pick<Links, "categories" | "types" | "locations">): string {
  return `Search needs JavaScript. Without it, browse by [category](${to.categories}), [technology](${to.types}), or [location](${to.locations}).`;
}

export const unavailable =
  "Search is not available right now. Check your connection and try again. The list below still works.";

export const searching = "Searching…";

/** What was found, as a heading and for screen readers. */
export function found(count: number, text: string): string {
  const jobs = count === 0 ? "No jobs" : plural(count, { one: "job", other: "jobs" });
  return text ? `${jobs} for “${text}”` : jobs;
}

/** Closes the filters on a phone. */
export function show(count: number): string {
  return count === 0 ? "No jobs fit" : `Show ${plural(count, { one: "job", other: "jobs" })}`;
}

export function corrected(typed: string, taken: readonly string[]): string {
  return `No job mentions “${typed}”. Showing jobs with ${taken.map((word) => `“${word}”`).join(" or ")}.`;
}

export const noneFit = "No job fits everything you asked for. Drop one thing to see more:";
export const noneAtAll = "No job fits, even with one filter less.";

/** A part of the search to drop. */
export function without(what: string): string {
  return `Without ${what}`;
}

export function typed(text: string): string {
  return `“${text}”`;
}

export function removeFilter(name: string): string {
  return `Remove filter: ${name}`;
}

export const chosenFilters = "Your filters";

export const sortBy = "Sort by";
export const sortLabels: Record<SortOrder, string> = {
  relevance: "Best match",
  newest: "Newest",
  pay: "Highest pay",
  closing: "Closing soonest",
};

export const facetLabels: Record<Facet, string> = {
  category: "Category",
  type: "Technology or field",
  workplace: "Workplace",
  country: "Country",
  city: "City",
  from: "Can apply from",
  employment: "Employment type",
  seniority: "Seniority",
  agency: "Agencies",
  visa: "Visa sponsorship",
  posted: "Posted",
  closing: "Closing",
};

const choiceLabels: Partial<Record<Facet, Readonly<Record<string, string>>>> = {
  agency: { yes: "Posted by an agency", no: "Straight from the employer" },
  visa: { yes: "Visa sponsored", no: "No visa sponsorship" },
  posted: {
    "1": "Since yesterday",
    "3": "In the last 3 days",
    "7": "In the last 7 days",
    "14": "In the last 14 days",
    "30": "In the last 30 days",
  },
  closing: { soon: "Closing soon" },
};

/** The name of a choice that says too little without its filter. */
export function choiceLabel(facet: Facet, value: string): string | undefined {
  return choiceLabels[facet]?.[value];
}

/** For people who live in a country. */
export function openTo(country: string): string {
  return `Open to: ${country}`;
}

/** Narrows the choices of a filter that has many. */
export function findChoice(filter: string): string {
  return `Find in: ${filter}`;
}

export const pay = "Pay per year, at least";
export const anyPay = "Any pay";
export const currency = "Currency";

export function payAtLeast(text: string): string {
  return `${text} or more`;
}

export function orUnstated(count: number): string {
  return `Also jobs that don’t name their pay (${count})`;
}

/** About pay in other currencies and periods. */
export function payNote(day: string, incomparable: number): string {
  const others =
    incomparable === 0
      ? ""
      : ` ${plural(incomparable, { one: "job is", other: "jobs are" })} included whose currency can’t be converted.`;
  return `Compared by the upper end, at exchange rates of ${day}.${others}`;
}

export const paging = {
  label: "Pages of results",
  previous: "Previous",
  next: "Next",
  position: (page: number, pages: number) => `Page ${page} of ${pages}`,
};
