/** What a search answers: the posts of a page, how many there are, and what each filter would give. */
import type { Facet, SearchState } from "./search-state.ts";

/** A post in the list of results. What depends on the time is as of the moment that was asked for. */
export type ResultRow = {
  slug: string;
  title: string;
  company: string;
  isAgency: boolean;
  isFeatured: boolean;
  isNew: boolean;
  closingSoon: boolean;
  category: NamedValue;
  types: readonly NamedValue[];
  /** Code of the schema: `onsite`, `hybrid` or `remote`. */
  workplace: string;
  employment: string | undefined;
  seniority: string | undefined;
  /** Every place in words, with the address of its list if it has one (without the site's path). */
  places: readonly { text: string; address: string | undefined }[];
  /** In words, if the post names it. */
  pay: string | undefined;
  /** The day it was first listed. */
  published: string;
  /** When it ends, in seconds since 1970. */
  until: number;
  /** Of its text, if it is not the board's; for `lang`. */
  language: string | undefined;
};

/** A choice of a filter, and its name for people. */
export type NamedValue = { value: string; label: string };

/** A choice of a filter. */
export type FacetChoice = NamedValue & {
  isChosen: boolean;
  /** The number of results if only this were chosen of its filter, with all other filters as they are. */
  count: number;
};

/** How pay divides the posts that match everything else. */
export type PayCounts = {
  /** Those that do not name their pay. */
  unstated: number;
  /**
   * Those whose currency cannot be converted. A search for pay has them among its results, because nothing says that
   * they pay less.
   */
  incomparable: number;
  /** Round amounts a year in the asked currency (else that of most posts), and how many pay at least that. */
  steps: readonly { amount: number; count: number }[];
  currency: string;
  /** The day of the exchange rates. */
  ratesOf: string;
};

/** A part of the search to drop, for when nothing fits: a filter, the pay, or the words. */
export type Relaxation = {
  drop: Facet | "pay" | "text";
  /** The number of results without it. */
  total: number;
};

export type SearchResults = {
  /** The number of posts that match, on all pages. */
  total: number;
  page: number;
  /** The number of pages, at least 1. */
  pages: number;
  rows: readonly ResultRow[];
  /** Choices in the order in which they are offered: those of the settings in theirs, places by their names. */
  facets: Readonly<Record<Facet, readonly FacetChoice[]>>;
  pay: PayCounts;
  /** For words of which nothing was found as they were typed: those of the posts that were taken instead. */
  corrections: readonly { typed: string; taken: readonly string[] }[];
  /** What to mark in titles and companies; see `markedRanges` in `terms.ts`. */
  marks: readonly string[];
  /** Only if there are no results: single parts to drop that would give some, most results first. */
  relaxations: readonly Relaxation[];
  /** When the next day begins in UTC, in seconds since 1970: until then, all of this stays right. */
  validUntil: number;
};

/**
 * Searches the posts.
 *
 * @param now the reader's clock, in seconds since 1970: what has ended by then is in no result and no count
 */
export type Search = (state: SearchState, now: number) => Promise<SearchResults>;
