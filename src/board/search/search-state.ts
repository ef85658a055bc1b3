/** What somebody searches for: words, filters, order and page, and how all of it is written in an address. */
import type { Job } from "../job/schema.ts";

// Written out, because the schema would be the larger part of what a reader's browser loads for searching.
const workplaces = ["onsite", "hybrid", "remote"] satisfies Job["workplace"][];
const employments = [
  "full_time",
  "part_time",
  "contractor",
  "temporary",
  "internship",
] satisfies Job["employment"][];
const seniorities = ["junior", "mid", "senior", "lead"] satisfies Job["seniority"][];

/** Days within which posts can be asked for. “1” is since yesterday, in UTC. */
export const postedChoices = ["1", "3", "7", "14", "30"] as const;

/**
 * The filters of which choices can be taken, and the values of those that are the same on every board. Choices of one
 * filter are alternatives; filters narrow each other.
 */
export const facetValues = {
  category: undefined,
  type: undefined,
  workplace: workplaces,
  /** Countries of the job, as ISO 3166-1 codes. */
  country: undefined,
  /** Slugs of cities, as in the addresses of their lists. */
  city: undefined,
  /** Where applicants for a remote job may live: ISO 3166-1 codes, or `worldwide` for jobs that are open to all. */
  from: undefined,
  employment: employments,
  seniority: seniorities,
  agency: ["yes", "no"],
  visa: ["yes", "no"],
  posted: postedChoices,
  closing: ["soon"],
} satisfies Record<string, readonly string[] | undefined>;

export type Facet = keyof typeof facetValues;

/** All filters with choices, in the order in which they are offered. */
export const facets = Object.keys(facetValues) as Facet[];

export const sortOrders = ["relevance", "newest", "pay", "closing"] as const;

export type SortOrder = (typeof sortOrders)[number];

/** The least pay in a year that somebody asks for. */
export type LeastPay = {
  amount: number;
  /** ISO 4217. */
  currency: string;
  /** Whether posts that do not name their pay count too. */
  orUnstated: boolean;
};

export type SearchState = {
  /** As typed: words, `"phrases"`, `-exclusions`. */
  text: string;
  /** Chosen values; a filter without any is missing. */
  chosen: Readonly<Partial<Record<Facet, readonly string[]>>>;
  pay?: LeastPay | undefined;
  /** Without words, relevance is the order of the list: newest first. */
  sort: SortOrder;
  /** Starts at 1. */
  page: number;
};

/** What the list shows before anybody has asked for anything. */
export const emptyState: SearchState = { text: "", chosen: {}, sort: "relevance", page: 1 };

/** Longer texts and more choices than these come from no person. */
const longestText = 200;
const mostChoices = 30;
const highestPay = 1e10;
const highestPage = 10_000;

/** Reads the query of an address. Whatever is not understood is left out. */
export function readState(query: string): SearchState {
  const parameters = new URLSearchParams(query);
  const chosen: Partial<Record<Facet, readonly string[]>> = {};
  for (const facet of facets) {
    const values = [...new Set(parameters.getAll(facet))].filter((value) => isValue(facet, value));
    if (values.length > 0) chosen[facet] = values.slice(0, mostChoices);
  }
  const sort = sortOrders.find((order) => order === parameters.get("sort")) ?? emptyState.sort;
  const page = wholeNumber(parameters.get("page"), highestPage) ?? emptyState.page;
  const pay = readPay(parameters);
  return { text: readText(parameters), chosen, ...(pay && { pay }), sort, page };
}

/** The query for a state: without a question mark, "" for the empty one, the same for equal states. */
export function writeState({ text, chosen, pay, sort, page }: SearchState): string {
  const parameters = new URLSearchParams();
  if (text.trim()) parameters.set("q", text.trim());
  for (const facet of facets) {
    for (const value of [...(chosen[facet] ?? [])].sort()) parameters.append(facet, value);
  }
  if (pay) {
    parameters.set("pay", String(pay.amount));
    parameters.set("currency", pay.currency);
    if (pay.orUnstated) parameters.set("unstated", "yes");
  }
  if (sort !== emptyState.sort) parameters.set("sort", sort);
  if (page !== emptyState.page) parameters.set("page", String(page));
  return parameters.toString();
}

/** The state with a choice taken, or with it dropped if it was taken, on its first page. */
export function toggleChoice(state: SearchState, facet: Facet, value: string): SearchState {
  const { [facet]: values = [], ...others } = state.chosen;
  const rest = values.filter((each) => each !== value);
  const next = rest.length < values.length ? rest : [...values, value];
  return {
    ...state,
    chosen: next.length > 0 ? { ...others, [facet]: next } : others,
    page: emptyState.page,
  };
}

function readText(parameters: URLSearchParams): string {
  const text = parameters.get("q") ?? "";
  return text
    .slice(0, longestText)
    .replace(/[\p{C}\s]+/gu, " ")
    .trim();
}

function isValue(facet: Facet, value: string): boolean {
  const known: readonly string[] | undefined = facetValues[facet];
  if (known) return known.includes(value);
  if (facet === "country") return isCountry(value);
  if (facet === "from") return isCountry(value) || value === "worldwide";
  return /^[a-z0-9-]{1,200}$/.test(value);
}

function isCountry(value: string): boolean {
  return /^[A-Z]{2}$/.test(value);
}

function readPay(parameters: URLSearchParams): LeastPay | undefined {
  const amount = wholeNumber(parameters.get("pay"), highestPay);
  const currency = parameters.get("currency") ?? "";
  if (!amount || !/^[A-Z]{3}$/.test(currency)) return undefined;
  return { amount, currency, orUnstated: parameters.get("unstated") === "yes" };
}

/** A whole number from 1 on; `undefined` for anything else. */
function wholeNumber(text: string | null, most: number): number | undefined {
  const value = /^\d{1,11}$/.test(text ?? "") ? Number(text) : 0;
  return value >= 1 && value <= most ? value : undefined;
}
