/** Each filter as sets of choices, of which every post has one; those of the time are made when somebody searches. */
import type { PostColumns } from "./columns.ts";
import type { FacetChoice, NamedValue } from "./results.ts";
import type { Facet } from "./search-state.ts";
import { facetValues } from "./search-state.ts";

/** What filters have to know of the time: the day, in days since 1970. */
export type Moment = { today: number; closingSoonDays: number };

/** The choices of a filter as numbers: which sets of them there are, and which each post has. */
export type FacetView = {
  values: readonly NamedValue[];
  sets: readonly (readonly number[] | Uint32Array)[];
  setOf: Uint32Array;
};

/** A filter at a moment. */
export function viewOf(facet: Facet, columns: PostColumns, moment: Moment): FacetView {
  if (facet === "posted") return postedView(columns, moment);
  if (facet === "closing") return closingView(columns, moment);
  return columns.facets[facet];
}

function postedView({ published }: PostColumns, { today }: Moment): FacetView {
  const limits = facetValues.posted.map(Number);
  // A post of yesterday is one of this week too.
  const sets = limits.map((_, first) => limits.flatMap((_, n) => (n >= first ? [n] : [])));
  const setOf = Uint32Array.from(published, (day) => {
    const first = limits.findIndex((limit) => today - day <= limit);
    return first < 0 ? limits.length : first;
  });
  return { values: namesOf(facetValues.posted), sets: [...sets, []], setOf };
}

function closingView({ until }: PostColumns, { today, closingSoonDays }: Moment): FacetView {
  const setOf = Uint32Array.from(until, (day) => Number(today >= day - closingSoonDays));
  return { values: namesOf(facetValues.closing), sets: [[], [0]], setOf };
}

function namesOf(values: readonly string[]): NamedValue[] {
  return values.map((value) => ({ value, label: value }));
}

/** Whether posts with a set of choices pass. */
export function allowedSets(
  facet: Facet,
  { values, sets }: FacetView,
  chosen: readonly string[],
): readonly boolean[] {
  const isChosen = values.map(
    ({ value }) => chosen.includes(value) || (facet === "from" && value === openToAll),
  );
  return sets.map((set) => set.some((number) => isChosen[number]));
}

/** Jobs for people anywhere are for people in each country. */
const openToAll = "worldwide";

/** The choices of a filter, with what those would give of whose sets these are the numbers. */
export function choicesOf(
  facet: Facet,
  { values, sets }: FacetView,
  counts: Uint32Array,
  chosen: readonly string[],
): FacetChoice[] {
  const totals = values.map(() => 0);
  for (const [number, set] of sets.entries()) {
    for (const value of set) totals[value] = (totals[value] ?? 0) + (counts[number] ?? 0);
  }
  const everywhere = facet === "from" ? (totals[values.findIndex(isOpenToAll)] ?? 0) : 0;
  const known = values.map((named, number) => ({
    ...named,
    isChosen: chosen.includes(named.value),
    count: (totals[number] ?? 0) + (isOpenToAll(named) ? 0 : everywhere),
  }));
  const unknown = chosen.filter((value) => !values.some((one) => one.value === value));
  return [
    ...known,
    ...unknown.map((value) => ({ value, label: value, isChosen: true, count: everywhere })),
  ];
}

function isOpenToAll({ value }: NamedValue): boolean {
  return value === openToAll;
}
