/** The first results of a search, from as many of its pages as needed. */
import type { ResultRow } from "../../board/search/results.ts";
import type { SearchState } from "../../board/search/search-state.ts";
import type { WorkerSearch } from "./search-in-worker.ts";

/**
 * `undefined` if something else was asked for in the meantime.
 *
 * @param most the number of rows; fewer if there are fewer
 * @param now the reader's clock, in seconds since 1970
 */
export async function firstRows(
  search: WorkerSearch,
  state: SearchState,
  most: number,
  now: number,
): Promise<ResultRow[] | undefined> {
  const rows: ResultRow[] = [];
  for (let page = 1; rows.length < most; page += 1) {
    const results = await search.search({ ...state, page }, now);
    if (!results) return undefined;
    rows.push(...results.rows);
    if (page >= results.pages) break;
  }
  return rows.slice(0, most);
}
