/**
 * Which posts pass all filters, and how many each choice of a filter would give. A post that fails one filter alone
 * still counts for the choices of that one; so one pass over all posts is enough.
 */
import type { PostColumns } from "./columns.ts";
import type { FacetView, Moment } from "./facet-views.ts";
import { allowedSets, choicesOf, viewOf } from "./facet-views.ts";
import type { Rates } from "./pay-per-year.ts";
import { paySteps, yearlyCents } from "./pay-per-year.ts";
import type { FacetChoice, PayCounts, Relaxation } from "./results.ts";
import type { Facet, SearchState } from "./search-state.ts";
import { facets } from "./search-state.ts";
import { noMatch } from "./text-match.ts";

/** What filters have to know of the time and of money. */
export type FilterContext = Moment & {
  yearly: YearlyPay;
  rates: Rates;
};

export type FilteredPosts = {
  /** Posts that pass everything, the newest first. */
  posts: readonly number[];
  facets: Readonly<Record<Facet, readonly FacetChoice[]>>;
  pay: Omit<PayCounts, "ratesOf">;
  relaxations: readonly Relaxation[];
};

/** The upper end of each post's pay in euro cents a year: `unstated`, `incomparable`, or an amount. */
export type YearlyPay = Float64Array;

export const unstated = -2;
export const incomparable = -1;

export function yearlyPay({ pay, payTerms, payTermsOf }: PostColumns, rates: Rates): YearlyPay {
  return pay.map((amount, post) => {
    const terms = payTerms[payTermsOf[post] ?? 0];
    if (!terms || amount === 0) return unstated;
    return yearlyCents(amount, terms, rates) ?? incomparable;
  });
}

/** A part of the search that a post passes or fails. */
type Check = { drop: Relaxation["drop"]; passes: (post: number) => boolean };

/** @param scores of the text, if something was typed */
export function filterPosts(
  columns: PostColumns,
  state: SearchState,
  scores: Uint16Array | undefined,
  context: FilterContext,
): FilteredPosts {
  const tallies = facets.map((facet) => new Tally(facet, viewOf(facet, columns, context)));
  const checks = checksFor(state, scores, tallies, context);
  const { found, failingOnly } = divide(columns, checks, context.today);
  const payOf: number[] = [];
  for (const tally of tallies) {
    tally.add(found);
    tally.add(failingOnly.get(tally.facet) ?? []);
  }
  for (const post of [...found, ...(failingOnly.get("pay") ?? [])]) {
    payOf.push(context.yearly[post] ?? unstated);
  }
  const entries = tallies.map((tally): [Facet, FacetChoice[]] => [
    tally.facet,
    choicesOf(tally.facet, tally.view, tally.counts, state.chosen[tally.facet] ?? []),
  ]);
  const relaxations = [...failingOnly].map(([drop, posts]) => ({ drop, total: posts.length }));
  return {
    posts: found,
    facets: Object.fromEntries(entries) as Record<Facet, FacetChoice[]>,
    pay: countPay(payOf, state, columns, context),
    relaxations: found.length > 0 ? [] : relaxations.sort((a, b) => b.total - a.total),
  };
}

/** The listed posts that pass all checks, and those that fail one alone, each with the newest first. */
function divide(
  { count, until }: PostColumns,
  checks: readonly Check[],
  today: number,
): { found: number[]; failingOnly: Map<Relaxation["drop"], number[]> } {
  const { failures, failed } = countFailures(checks, count);
  const found: number[] = [];
  const failing = checks.map((): number[] => []);
  for (let post = count - 1; post >= 0; post -= 1) {
    if ((until[post] ?? 0) <= today) continue;
    if (failures[post] === 0) found.push(post);
    else if (failures[post] === 1) failing[failed[post] ?? 0]?.push(post);
  }
  const entries = checks.map(({ drop }, number) => [drop, failing[number] ?? []] as const);
  return { found, failingOnly: new Map(entries.filter(([, posts]) => posts.length > 0)) };
}

/** Of each post how many checks it fails, and the number of the last one. */
function countFailures(checks: readonly Check[], count: number) {
  const failures = new Uint8Array(count);
  const failed = new Uint8Array(count);
  for (const [number, { passes }] of checks.entries()) {
    for (let post = 0; post < count; post += 1) {
      if (passes(post)) continue;
      failures[post] = (failures[post] ?? 0) + 1;
      failed[post] = number;
    }
  }
  return { failures, failed };
}

/** How many posts have each set of choices of a filter. */
class Tally {
  readonly facet: Facet;
  readonly view: FacetView;
  readonly counts: Uint32Array;

  constructor(facet: Facet, view: FacetView) {
    this.facet = facet;
    this.view = view;
    this.counts = new Uint32Array(view.sets.length);
  }

  add(posts: readonly number[]): void {
    const { counts } = this;
    const { setOf } = this.view;
    for (const post of posts) {
      const set = setOf[post] ?? 0;
      counts[set] = (counts[set] ?? 0) + 1;
    }
  }
}

function checksFor(
  state: SearchState,
  scores: Uint16Array | undefined,
  tallies: readonly Tally[],
  context: FilterContext,
): Check[] {
  const payPasses = payFilter(state, context);
  return [
    ...(scores
      ? [{ drop: "text", passes: (post: number) => scores[post] !== noMatch } as const]
      : []),
    ...(payPasses ? [{ drop: "pay", passes: payPasses } as const] : []),
    ...tallies.flatMap(({ facet, view }): Check[] => {
      const chosen = state.chosen[facet];
      if (!chosen) return [];
      const allowed = allowedSets(facet, view, chosen);
      const { setOf } = view;
      return [{ drop: facet, passes: (post) => allowed[setOf[post] ?? 0] ?? false }];
    }),
  ];
}

/** Whether a post pays enough, or may do so; `undefined` if nobody asks. */
function payFilter(
  { pay }: SearchState,
  { yearly, rates }: FilterContext,
): ((post: number) => boolean) | undefined {
  if (!pay) return undefined;
  const least = leastPay(pay.amount, pay.currency, rates);
  return (post) => isEnough(yearly[post] ?? unstated, least, pay.orUnstated);
}

function leastPay(amount: number, currency: string, rates: Rates): number {
  return yearlyCents(amount, { currency, per: "year" }, rates) ?? 0;
}

function isEnough(yearly: number, least: number, orUnstated: boolean): boolean {
  if (yearly === unstated) return orUnstated;
  return yearly === incomparable || yearly >= least;
}

function countPay(
  payOf: readonly number[],
  { pay }: SearchState,
  columns: PostColumns,
  { rates }: FilterContext,
): Omit<PayCounts, "ratesOf"> {
  const currency = pay?.currency ?? usualCurrency(columns);
  const steps = paySteps(currency, rates).map((amount) => {
    const least = leastPay(amount, currency, rates);
    const count = payOf.filter((one) => isEnough(one, least, pay?.orUnstated ?? false)).length;
    return { amount, count };
  });
  return {
    unstated: payOf.filter((one) => one === unstated).length,
    incomparable: payOf.filter((one) => one === incomparable).length,
    steps,
    currency,
  };
}

/** The currency of most posts. */
function usualCurrency({ payTerms, payTermsOf }: PostColumns): string {
  const counts = new Map<string, number>();
  for (const number of payTermsOf) {
    const currency = payTerms[number]?.currency;
    if (currency) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? "EUR";
}
