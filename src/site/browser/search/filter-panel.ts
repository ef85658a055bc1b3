/** All filters and the order of the results, with how many jobs each choice would give. */
import * as words from "#words/search.ts";
import type { SearchResults } from "../../../board/search/results.ts";
import type { Facet, SearchState } from "../../../board/search/search-state.ts";
import { facets, sortOrders, toggleChoice } from "../../../board/search/search-state.ts";
import { make, named } from "../page.ts";
import { ChoiceList } from "./choice-list.ts";
import { PayFilter } from "./pay-filter.ts";

/** What most people ask first comes first. */
const order: readonly (Facet | "pay")[] = [
  ...(["workplace", "from", "pay", "seniority", "type", "category", "country"] as const),
  ...(["city", "employment", "posted", "closing", "visa", "agency"] as const),
];

/** These are few, and open from the beginning. */
const open: readonly Facet[] = ["workplace", "seniority"];

export class FilterPanel {
  readonly element: HTMLElement;
  readonly #lists = new Map(facets.map((facet) => [facet, new ChoiceList(facet)]));
  readonly #pay = new PayFilter();
  readonly #sort = make(
    "select",
    {},
    ...sortOrders.map((order) => new Option(words.sortLabels[order], order)),
  );
  #state: SearchState | undefined;

  /** @param change takes the search that somebody has asked for */
  constructor(change: (state: SearchState) => void) {
    const parts = order.map((part) =>
      part === "pay" ? this.#pay.element : (this.#lists.get(part)?.element ?? ""),
    );
    for (const facet of open) this.#lists.get(facet)?.element.setAttribute("open", "");
    this.element = make(
      "section",
      { className: "search-filters", hidden: true },
      make("label", { className: "row" }, words.sortBy, this.#sort),
      ...parts,
    );
    named(words.filters, this.element);
    this.element.addEventListener("change", ({ target }) => {
      const next = this.#state && this.#changed(this.#state, target);
      if (next) change(next);
    });
  }

  update(state: SearchState, { facets: choices, pay }: SearchResults): void {
    this.#state = state;
    for (const [facet, list] of this.#lists) list.update(choices[facet]);
    this.#pay.update(state.pay, pay);
    this.#sort.value = state.sort;
    this.element.hidden = false;
  }

  #changed(state: SearchState, target: EventTarget | null): SearchState | undefined {
    if (target instanceof HTMLInputElement && target.name) {
      return toggleChoice(state, target.name as Facet, target.value);
    }
    if (target instanceof HTMLInputElement && target.type === "search") return undefined;
    const sort = sortOrders.find((order) => order === this.#sort.value) ?? state.sort;
    return { ...state, sort, pay: this.#pay.read(), page: 1 };
  }
}
