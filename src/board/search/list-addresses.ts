/** Which list of the board shows what a search asks for, and the other way round: for feeds, and for addresses that people paste. */
import { categoryAddress, locationAddress, pages, remoteSlug, typeAddress } from "../addresses.ts";
import type { Facet, SearchState } from "./search-state.ts";
import { emptyState, facetValues, readState } from "./search-state.ts";

/** The list with a feed that is nearest to a search. */
export type NearestList = {
  address: string;
  /** Whether it has the same posts. */
  isSame: boolean;
};

/** From the narrowest: the filters that have lists with feeds, and those that lie in one. */
const listsOf: Partial<Record<Facet, (value: string) => string | undefined>> = {
  city: (slug) => locationAddress(slug.slice(-2)),
  type: typeAddress,
  category: categoryAddress,
  country: (code) => locationAddress(code.toLowerCase()),
  workplace: (value) => (value === "remote" ? locationAddress(remoteSlug) : undefined),
};

/**
 * The list whose feed has all posts of a search, and as few others as possible.
 *
 * @param countries codes of those that have posts: only they have lists
 */
export function nearestList(
  { text, chosen, pay }: SearchState,
  countries: { has(code: string): boolean },
): NearestList {
  const used = Object.keys(chosen).length;
  for (const [facet, addressOf] of Object.entries(listsOf)) {
    const [value, ...others] = chosen[facet as Facet] ?? [];
    // The posts of two choices are in no single list but the whole one.
    const address = value === undefined || others.length > 0 ? undefined : addressOf(value);
    if (!address || isWithoutPosts(facet, value ?? "", countries)) continue;
    return { address, isSame: !text && !pay && used === 1 && facet !== "city" };
  }
  return { address: pages.list, isSame: !text && !pay && used === 0 };
}

function isWithoutPosts(
  facet: string,
  value: string,
  countries: { has(code: string): boolean },
): boolean {
  if (facet === "city") return !countries.has(value.slice(-2).toUpperCase());
  return facet === "country" && !countries.has(value);
}

/**
 * What an address of the board asks for: that of a search, or of the list of a category, a type or a place. `undefined`
 * for any other address.
 *
 * @param root the board's own address
 */
export function stateAt(url: string, root: string): SearchState | undefined {
  if (!URL.canParse(url, root)) return undefined;
  const { href, search, pathname } = new URL(url, root);
  if (!href.startsWith(root)) return undefined;
  const path = `/${pathname.slice(new URL(root).pathname.length)}`;
  if (path === pages.list) return readState(search);
  const [, kind = "", slug = ""] =
    /^\/jobs\/(category|type|location)\/([a-z0-9-]+)\//.exec(path) ?? [];
  if (!slug) return undefined;
  const [facet, value] = choiceAt(kind, slug);
  return { ...emptyState, ...readState(search), chosen: { [facet]: [value] } };
}

function choiceAt(kind: string, slug: string): [Facet, string] {
  if (kind !== "location") return [kind as "category" | "type", slug];
  if (slug === remoteSlug) return ["workplace", facetValues.workplace[2] ?? ""];
  return slug.length === 2 ? ["country", slug.toUpperCase()] : ["city", slug];
}
