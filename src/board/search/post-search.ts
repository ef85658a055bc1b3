/** The search of the list and of the reviewers' page: from the state of a search to its results. */
import type { Day } from "../days.ts";
import type { PostColumns, StoredFacet } from "./columns.ts";
import { dayWithNumber, secondsPerDay } from "./day-numbers.ts";
import type { YearlyPay } from "./filter-posts.ts";
import { filterPosts, yearlyPay } from "./filter-posts.ts";
import type { Rates } from "./pay-per-year.ts";
import type { NamedValue, ResultRow, Search, SearchResults } from "./results.ts";
import type { LoadFile } from "./search-index.ts";
import { FileGoneError, SearchIndex } from "./search-index.ts";
import type { SearchState, SortOrder } from "./search-state.ts";
import type { TextMatch } from "./text-match.ts";
import { matchText } from "./text-match.ts";

/** What money is worth, and on which day. */
export type DatedRates = { unitsPerEuro: Rates; ratesOf: Day };

type Opened = { index: SearchIndex; yearly: YearlyPay };

/**
 * Makes a search of the files that a function loads. Loads the index with the first search, and once more if the site
 * was built again in the meantime.
 */
export function postSearch(load: LoadFile, rates: DatedRates): Search {
  const open = async (isFresh: boolean): Promise<Opened> => {
    const index = await SearchIndex.open(load, isFresh);
    return { index, yearly: yearlyPay(index.columns, rates.unitsPerEuro) };
  };
  let opened: Promise<Opened> | undefined;
  return async (state, now) => {
    opened ??= open(false);
    try {
      return await search(await opened, rates, state, now);
    } catch (error) {
      opened = undefined;
      if (!(error instanceof FileGoneError)) throw error;
    }
    opened = open(true);
    try {
      return await search(await opened, rates, state, now);
    } catch (error) {
      opened = undefined;
      throw error;
    }
  };
}

async function search(
  { index, yearly }: Opened,
  { unitsPerEuro, ratesOf }: DatedRates,
  state: SearchState,
  now: number,
): Promise<SearchResults> {
  const { columns, closingSoonDays } = index;
  const today = Math.floor(now / secondsPerDay);
  const isListed = (post: number) => (columns.until[post] ?? 0) > today;
  const match = await matchText(index, state.text, isListed);
  const context = { today, closingSoonDays, yearly, rates: unitsPerEuro };
  const found = filterPosts(columns, state, match?.scores, context);
  const pages = Math.max(1, Math.ceil(found.posts.length / index.pageSize));
  const page = Math.min(state.page, pages);
  const ordered = inOrder(found.posts, state.sort, { columns, yearly, match });
  const shown = ordered.slice((page - 1) * index.pageSize, page * index.pageSize);
  return {
    total: found.posts.length,
    page,
    pages,
    rows: await Promise.all(shown.map((post) => readRow(index, post, today))),
    facets: found.facets,
    pay: { ...found.pay, ratesOf },
    corrections: match?.corrections ?? [],
    marks: match?.marks ?? [],
    relaxations: found.relaxations,
    validUntil: (today + 1) * secondsPerDay,
  };
}

type OrderSource = { columns: PostColumns; yearly: YearlyPay; match: TextMatch | undefined };

/** @param posts the newest first, which is the order of those that are equal otherwise */
function inOrder(
  posts: readonly number[],
  sort: SortOrder,
  { columns, yearly, match }: OrderSource,
): readonly number[] {
  const keys = {
    newest: undefined,
    relevance: match && ((post: number) => match.scores[post] ?? 0),
    pay: (post: number) => -(yearly[post] ?? 0),
    closing: (post: number) => columns.until[post] ?? 0,
  };
  const key = keys[sort];
  return key ? groupedBy(key, posts) : posts;
}

/** Posts by ascending keys, of which there are few different ones; those with the same key stay in their order. */
function groupedBy(keyOf: (post: number) => number, posts: readonly number[]): number[] {
  const groups = new Map<number, number[]>();
  for (const post of posts) {
    const key = keyOf(post);
    const group = groups.get(key);
    if (group) group.push(post);
    else groups.set(key, [post]);
  }
  return [...groups].sort(([a], [b]) => a - b).flatMap(([, group]) => group);
}

async function readRow(index: SearchIndex, post: number, today: number): Promise<ResultRow> {
  const { columns, newDays, closingSoonDays } = index;
  const [slug, title, company, places, pay, language] = await index.rowOf(post);
  const chosen = (facet: StoredFacet) => valuesOf(columns, facet, post);
  const published = columns.published[post] ?? 0;
  const until = columns.until[post] ?? 0;
  const [category = { value: "", label: "" }] = chosen("category");
  return {
    slug,
    title,
    company,
    isAgency: chosen("agency")[0]?.value === "yes",
    isFeatured: columns.isFeatured[post] === 1,
    isNew: today < published + newDays,
    closingSoon: today >= until - closingSoonDays,
    category,
    types: chosen("type"),
    workplace: chosen("workplace")[0]?.value ?? "",
    employment: chosen("employment")[0]?.value,
    seniority: chosen("seniority")[0]?.value,
    places: places.map(([text, address]) => ({ text, address: address || undefined })),
    pay: pay || undefined,
    published: dayWithNumber(published),
    until: until * secondsPerDay,
    language: language || undefined,
  };
}

function valuesOf({ facets }: PostColumns, facet: StoredFacet, post: number): NamedValue[] {
  const { values, sets, setOf } = facets[facet];
  return [...(sets[setOf[post] ?? 0] ?? [])].flatMap((number) => values[number] ?? []);
}
