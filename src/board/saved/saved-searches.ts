/**
 * The searches that a reader has saved, and which of their posts are new since the reader looked. Posts are compared by
 * when they were listed and not with the reader's clock: a post can be merged before a visit and built after it.
 */
import type { ResultRow } from "../search/results.ts";
import type { SearchState } from "../search/search-state.ts";
import { emptyState, readState, writeState } from "../search/search-state.ts";
import { storedList, storedText } from "./stored-values.ts";

export type SavedSearch = {
  /** As in an address, without order and page. */
  query: string;
  /** What it is called. */
  label: string;
  /** When the reader last looked, in seconds since 1970. Only shown. */
  on: number;
  /** The day of the newest posts that the reader could see, and those of that day. */
  day: string;
  slugs: readonly string[];
};

/** A post as far as it is compared. */
export type DatedPost = Pick<ResultRow, "slug" | "published">;

/** More than anybody follows. */
const mostSearches = 50;

/** Reads what a browser has kept. Anything may have written there: what is not understood is left out. */
export function readSavedSearches(text: string | null): SavedSearch[] {
  return storedList(text).flatMap(({ query, label, on, day, slugs }) => {
    const known = typeof query === "string" ? queryOf(readState(query)) : "";
    if (!known || typeof on !== "number" || !Number.isFinite(on)) return [];
    const seen = Array.isArray(slugs) ? slugs.filter((slug) => typeof slug === "string") : [];
    return [{ query: known, on, slugs: seen, ...storedText({ label, day }) }];
  });
}

/** What a search is known by: everything that decides which posts it has. "" if that is all of them. */
export function queryOf(state: SearchState): string {
  return writeState({ ...state, sort: emptyState.sort, page: emptyState.page });
}

/** The search whose newest posts are to be compared. */
export function newestFirst({ query }: Pick<SavedSearch, "query">): SearchState {
  return { ...readState(query), sort: "newest" };
}

/** A search as the reader has seen it. @param newest its newest posts, the newest first */
export function seenSearch(
  search: Pick<SavedSearch, "query" | "label">,
  newest: readonly DatedPost[],
  now: number,
): SavedSearch {
  const day = newest[0]?.published ?? "";
  const slugs = newest.filter(({ published }) => published === day).map(({ slug }) => slug);
  return { query: search.query, label: search.label, on: now, day, slugs };
}

/** How many of its posts the reader has not seen. @param newest its newest posts, the newest first */
export function countNew({ day, slugs }: SavedSearch, newest: readonly DatedPost[]): number {
  const seen = new Set(slugs);
  return newest.filter(
    ({ slug, published }) => published > day || (published === day && !seen.has(slug)),
  ).length;
}

/** With a search at the end, or where one with the same query was. */
export function withSearch(searches: readonly SavedSearch[], search: SavedSearch): SavedSearch[] {
  const isThere = searches.some(({ query }) => query === search.query);
  return isThere
    ? searches.map((each) => (each.query === search.query ? search : each))
    : [...searches, search].slice(-mostSearches);
}
