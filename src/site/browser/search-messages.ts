/** What a page and its worker tell each other about a search. */
import type { SearchResults } from "../../board/search/results.ts";
import type { SearchState } from "../../board/search/search-state.ts";

/** The index as the site sent it, or `undefined` if that failed; once, before the first search. */
export type IndexMessage = { kind: "index"; bytes: ArrayBuffer | undefined };

/** @property now the reader's clock, in seconds since 1970 */
export type SearchMessage = { kind: "search"; state: SearchState; now: number };

export type AnswerMessage = { results: SearchResults } | { error: string };
