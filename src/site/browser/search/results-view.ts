/** The results of a search on the page: how many, what was chosen, the posts, and what to drop if there are none. */
import * as words from "#words/search.ts";
import type { SearchResults } from "../../../board/search/results.ts";
import type { SearchState } from "../../../board/search/search-state.ts";
import { emptyState, writeState } from "../../../board/search/search-state.ts";
import { make, named } from "../page.ts";
import { chosenParts, droppablePart } from "./search-parts.ts";

/** Shows results in an element, and returns their heading. */
export function showResults(
  into: HTMLElement,
  state: SearchState,
  results: SearchResults,
  rows: readonly HTMLElement[],
): HTMLElement {
  // Programs can focus it, so that what follows is read after a link in the results.
  const heading = make("h2", { tabIndex: -1 }, words.found(results.total, state.text));
  const corrections = results.corrections.map(({ typed, taken }) =>
    make("p", {}, words.corrected(typed, taken)),
  );
  into.replaceChildren(
    heading,
    ...chips(state, results),
    ...corrections,
    ...(results.total > 0
      ? [make("ul", { className: "posts" }, ...rows), ...paging(state, results)]
      : relaxations(state, results)),
  );
  return heading;
}

/** A link to another search on this page. */
function linkTo(state: SearchState, text: string, properties: Partial<HTMLAnchorElement> = {}) {
  return make("a", { href: `?${writeState(state)}`, ...properties }, text);
}

function chips(state: SearchState, results: SearchResults): HTMLElement[] {
  const links = chosenParts(state, results).map(({ name, without }) =>
    named(words.removeFilter(name), linkTo(without, name)),
  );
  if (links.length === 0) return [];
  const items = [...links, clearAll()].map((link) => make("li", {}, link));
  return [named(words.chosenFilters, make("ul", { className: "chips" }, ...items))];
}

function clearAll() {
  return linkTo(emptyState, words.clearAll, { className: "clear" });
}

function relaxations(state: SearchState, results: SearchResults): HTMLElement[] {
  if (results.relaxations.length === 0) {
    return [make("p", {}, words.noneAtAll, " ", clearAll())];
  }
  const items = results.relaxations.map(({ drop, total }) => {
    const { name, without } = droppablePart(state, drop, results);
    const count = make("span", { className: "count" }, words.found(total, ""));
    return make("li", {}, linkTo(without, words.without(name)), " ", count);
  });
  return [make("p", {}, words.noneFit), make("ul", { className: "relax" }, ...items)];
}

function paging(state: SearchState, { page, pages }: SearchResults): HTMLElement[] {
  if (pages === 1) return [];
  const { label, previous, next, position } = words.paging;
  const nav = named(label, make("nav", { className: "paging" }));
  if (page > 1) nav.append(linkTo({ ...state, page: page - 1 }, previous, { rel: "prev" }));
  nav.append(make("span", {}, position(page, pages)));
  if (page < pages) nav.append(linkTo({ ...state, page: page + 1 }, next, { rel: "next" }));
  return [nav];
}
