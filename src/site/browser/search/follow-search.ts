/**
 * Saved searches on the list: below results how to follow them, and above the list those that were saved, with the number
 * of posts that are new in each. They stay in the browser.
 */
import * as words from "#words/saved-searches.ts";
import { typed } from "#words/search.ts";
import { feedAddress, pages } from "../../../board/addresses.ts";
import { dayText } from "../../../board/day-text.ts";
import type { DatedPost, SavedSearch } from "../../../board/saved/saved-searches.ts";
import {
  countNew,
  newestFirst,
  queryOf,
  readSavedSearches,
  seenSearch,
  withSearch,
} from "../../../board/saved/saved-searches.ts";
import { nearestList } from "../../../board/search/list-addresses.ts";
import type { SearchResults } from "../../../board/search/results.ts";
import type { SearchState } from "../../../board/search/search-state.ts";
import { firstRows } from "../first-rows.ts";
import { make, named, thisMoment } from "../page.ts";
import type { WorkerSearch } from "../search-in-worker.ts";
import { readStored, writeStored } from "../stored.ts";
import { chosenParts } from "./search-parts.ts";

/** Beyond that, the exact number helps nobody. */
const mostNew = 100;

const secondsPerDay = 86_400;

export class FollowSearch {
  readonly #search: WorkerSearch;
  readonly #root: string;
  /** The saved searches, above the list. */
  readonly overview = make("div", { hidden: true });

  constructor(search: WorkerSearch, root: string) {
    this.#search = search;
    this.#root = root;
  }

  /** How to follow a search, below its results. Of a saved one, the reader has now seen what is new. */
  boxFor(state: SearchState, results: SearchResults): HTMLElement {
    const query = queryOf(state);
    const box = make("section", { className: "follow" }, make("h3", {}, words.title));
    if (query) {
      const label = labelOf(state, results);
      box.append(this.#saving({ query, label }));
      if (isSaved(query)) void this.#keep({ query, label });
    }
    box.append(...this.#feed(state, results));
    return box;
  }

  #saving(search: Pick<SavedSearch, "query" | "label">): HTMLElement {
    const status = make("span", {});
    status.setAttribute("aria-live", "polite");
    const button = make("button", { type: "button" });
    const update = () => {
      button.textContent = isSaved(search.query) ? words.remove : words.save;
    };
    update();
    button.addEventListener("click", async () => {
      if (isSaved(search.query)) {
        forget(search.query);
        status.textContent = words.removed;
      } else {
        const isKept = await this.#keep(search);
        status.textContent = isKept ? words.saved : words.notSaved;
      }
      update();
    });
    return make("p", {}, button, " ", status);
  }

  /** Keeps a search as it is now. Returns whether it could. */
  async #keep(search: Pick<SavedSearch, "query" | "label">): Promise<boolean> {
    const newest = await this.#newest(search);
    const seen = newest && seenSearch(search, newest, now());
    return Boolean(seen && writeStored("saved-searches", withSearch(saved(), seen)));
  }

  #newest(search: Pick<SavedSearch, "query">): Promise<readonly DatedPost[] | undefined> {
    return firstRows(this.#search, newestFirst(search), mostNew, now());
  }

  #feed(state: SearchState, { facets }: SearchResults): HTMLElement[] {
    const countries = new Set(facets.country.map(({ value }) => value));
    const { address, isSame } = nearestList(state, countries);
    const href = this.#root + feedAddress(address, "rss");
    const link = make("a", { href }, isSame ? words.feed : words.nearestFeed);
    return [
      make("p", {}, isSame ? words.hasFeed : words.noFeed, " ", link),
      make("p", {}, words.byMail),
    ];
  }

  /** Shows the saved searches, then counts what is new in each, one after the other. */
  async showOverview(): Promise<void> {
    const searches = saved();
    this.overview.hidden = searches.length === 0;
    if (searches.length === 0) return;
    const counts = searches.map(() => make("span", { className: "count" }));
    const rows = searches.map((search, index) => this.#row(search, counts[index] ?? ""));
    this.overview.replaceChildren(
      make("h2", {}, words.yours),
      make("ul", { className: "saved-searches" }, ...rows),
    );
    for (const [index, search] of searches.entries()) {
      const newest = await this.#newest(search).catch(() => undefined);
      if (!newest) return;
      const count = countNew(search, newest);
      const text = words.newSince(count, count >= mostNew, sinceText(search.on));
      if (counts[index]) counts[index].textContent = text;
    }
  }

  #row({ query, label }: SavedSearch, count: Node | string): HTMLElement {
    const remove = named(words.removeNamed(label), make("button", { type: "button" }, "✕"));
    remove.addEventListener("click", () => {
      forget(query);
      void this.showOverview();
      this.overview.querySelector("a")?.focus();
    });
    const href = `${this.#root}${pages.list}?${query}`;
    return make("li", {}, make("a", { href, dir: "auto" }, label), " ", count, " ", remove);
  }
}

/** What the reader calls a search: its words and filters. */
function labelOf(state: SearchState, results: SearchResults): string {
  const parts = chosenParts(state, results).map(({ name }) => name);
  return [...(state.text ? [typed(state.text)] : []), ...parts].join(" · ");
}

/** A day in the reader's time. */
function sinceText(seconds: number): string {
  const moment = new Date(seconds * 1000);
  // A weekday tells which day it was for less than a week.
  if (now() - seconds < 6 * secondsPerDay) return words.weekday(moment);
  const local = new Date((seconds - moment.getTimezoneOffset() * 60) * 1000);
  return dayText(local.toISOString().slice(0, 10));
}

function saved(): SavedSearch[] {
  return readSavedSearches(readStored("saved-searches"));
}

function isSaved(query: string): boolean {
  return saved().some((search) => search.query === query);
}

function forget(query: string): void {
  writeStored(
    "saved-searches",
    saved().filter((search) => search.query !== query),
  );
}

function now(): number {
  return Math.floor(thisMoment() / 1000);
}
