/**
 * The search of a page. What somebody asks for is in the address, so that it can be shared, reloaded and gone back from;
 * the page's own list stays, and is shown again when nothing is asked for.
 */
import { countedFilters, found, searching, unavailable } from "#words/search.ts";
import type { ResultRow, SearchResults } from "../../../board/search/results.ts";
import type { SearchState } from "../../../board/search/search-state.ts";
import { emptyState, readState, writeState } from "../../../board/search/search-state.ts";
import { elementById, make, thisMoment } from "../page.ts";
import { WorkerSearch } from "../search-in-worker.ts";
import { FilterPanel } from "./filter-panel.ts";
import { FilterPlace } from "./filter-place.ts";
import { FollowSearch } from "./follow-search.ts";
import type { RowContext } from "./result-row.ts";
import { rowOf } from "./result-row.ts";
import { showResults } from "./results-view.ts";
import { chosenParts } from "./search-parts.ts";

const form = elementById("search") as HTMLFormElement;
const { root = "", style = "", worker = "" } = form.dataset;
const field = form.elements.namedItem("q") as HTMLInputElement;
const button = elementById("filters");
const status = elementById("search-status");
const list = elementById("list");
/** What reviewers can do with each post, with `:slug` in its addresses. */
const actions = document.querySelector<HTMLTemplateElement>("#row-actions");
const view = make("div", { className: "results", hidden: true });
const ownTitle = document.title;

/** Milliseconds without another step after which the address and screen readers follow. */
const pause = 400;

const search = new WorkerSearch(worker);
/** For readers: reviewers look at single posts. */
const follow = actions ? undefined : new FollowSearch(search, root);
const panel = new FilterPanel((next) => void go(next));
const place = new FilterPlace(panel.element, () => void go({ ...emptyState, text: state.text }));

let state = readState(location.search);
/** Whether the last step was typed, so that the next key belongs to it. */
let isTyping = false;
/** When the counts that are shown are no longer right, in seconds since 1970. */
let validUntil = Number.POSITIVE_INFINITY;
let timer: ReturnType<typeof setTimeout> | undefined;

list.before(view);
if (follow) list.prepend(follow.overview);
document.head.append(make("link", { rel: "stylesheet", href: style }));

form.addEventListener("submit", (event) => {
  event.preventDefault();
  isTyping = false;
  void run().then(focus);
});
field.addEventListener("input", type);
addEventListener("popstate", () => {
  isTyping = false;
  state = readState(location.search);
  field.value = state.text;
  void run();
});
view.addEventListener("click", (event) => {
  writeAddress();
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.getAttribute("href")?.startsWith("?") || isForNewTab(event)) return;
  event.preventDefault();
  void go(readState(link.search)).then(focus);
});
// A page can stay open over midnight, or come back from the browser’s cache as it was.
addEventListener("pageshow", refresh);
document.addEventListener("visibilitychange", refresh);

// What was typed while this script was loaded counts.
if (document.activeElement === field && field.value !== state.text) type();
else {
  field.value = state.text;
  void run();
}

/** Shows the filters, once there is something to choose from. */
export async function openFilters(): Promise<void> {
  if (panel.element.hidden) await run();
  if (!panel.element.hidden) place.open();
}

function isForNewTab({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return button !== 0 || ctrlKey || metaKey || shiftKey || altKey;
}

/** Takes what is in the field. All keys in a row are one step of the browser’s history. */
function type(): void {
  if (!isTyping) history.pushState(null, "", location.href);
  isTyping = true;
  state = { ...state, text: field.value, page: 1 };
  void run();
}

/** Takes a step to another search. */
function go(next: SearchState): Promise<HTMLElement | undefined> {
  writeAddress();
  isTyping = false;
  state = next;
  field.value = state.text;
  history.pushState(null, "", address());
  return run();
}

function address(): string {
  const query = writeState(state);
  return query ? `?${query}` : location.pathname;
}

function writeAddress(): void {
  history.replaceState(null, "", address());
}

function refresh(): void {
  if (validUntil <= thisMoment() / 1000) void run();
}

/** Searches and shows the results. Returns their heading, unless something else was asked for in the meantime. */
async function run(): Promise<HTMLElement | undefined> {
  const asked = state;
  clearTimeout(timer);
  if (view.hidden && writeState(asked)) say(searching);
  try {
    const results = await search.search(asked, Math.floor(thisMoment() / 1000));
    return results && show(asked, results);
  } catch {
    writeAddress();
    reveal(false);
    say(unavailable);
    return undefined;
  }
}

function show(asked: SearchState, results: SearchResults): HTMLElement | undefined {
  validUntil = results.validUntil ?? Number.POSITIVE_INFINITY;
  panel.update(asked, results);
  place.update(results.total);
  button.textContent = countedFilters(chosenParts(asked, results).length);
  const isAsked = writeState(asked) !== "";
  const text = isAsked ? found(results.total, asked.text) : "";
  document.title = isAsked ? `${text} · ${ownTitle}` : ownTitle;
  if (status.className !== "unseen") say("");
  timer = setTimeout(() => {
    writeAddress();
    say(text, "unseen");
  }, pause);
  reveal(isAsked);
  if (!isAsked) {
    void follow?.showOverview();
    return undefined;
  }
  const { marks, facets } = results;
  const rows = results.rows.map((post) => withActions(post, { marks, facets, root }));
  const heading = showResults(view, asked, results, rows);
  if (follow) view.append(follow.boxFor(asked, results));
  return heading;
}

/** Shows the results instead of the page's own list, or the other way round. */
function reveal(isShown: boolean): void {
  view.hidden = !isShown;
  list.hidden = isShown;
}

/** @param className `unseen` for what the page says elsewhere too */
function say(text: string, className = "note"): void {
  status.className = className;
  status.textContent = text;
}

function focus(heading: HTMLElement | undefined): void {
  heading?.focus();
}

function withActions(post: ResultRow, context: RowContext): HTMLElement {
  const row = rowOf(post, context);
  const copy = actions?.content.cloneNode(true) as DocumentFragment | undefined;
  for (const link of copy?.querySelectorAll("a") ?? []) {
    link.href = link.href.replace(":slug", post.slug);
  }
  row.append(copy ?? "");
  return row;
}
