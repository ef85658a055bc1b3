/** The list of jobs in a frame on another site. */
import "./expired-posts.ts";
import { all, none, unavailable } from "#words/embed.ts";
import { pages, postAddress } from "../../board/addresses.ts";
import { shortDayText } from "../../board/day-text.ts";
import { readEmbed } from "../../board/embed/embed.ts";
import type { ResultRow } from "../../board/search/results.ts";
import { writeState } from "../../board/search/search-state.ts";
import { firstRows } from "./first-rows.ts";
import { elementById, make, thisMoment } from "./page.ts";
import { WorkerSearch } from "./search-in-worker.ts";

const list = elementById("jobs");
const empty = elementById("no-jobs");
const more = elementById("all") as HTMLAnchorElement;
const { root = "", worker = "" } = list.dataset;
const { state, rows, theme } = readEmbed(location.search);

const prefersDark = matchMedia("(prefers-color-scheme: dark)").matches;
document.documentElement.dataset.theme = theme === "auto" && prefersDark ? "dark" : theme;
const query = writeState(state);
more.href = root + pages.list + (query && `?${query}`);

try {
  const search = new WorkerSearch(worker);
  const now = Math.floor(thisMoment() / 1000);
  const total = (await search.search(state, now))?.total ?? 0;
  const shown = (await firstRows(search, state, rows, now)) ?? [];
  list.replaceChildren(...shown.map(rowOf));
  list.hidden = shown.length === 0;
  empty.textContent = none;
  empty.hidden = shown.length > 0;
  more.textContent = all(total);
} catch {
  empty.textContent = unavailable;
  empty.hidden = false;
}

function rowOf({ slug, title, company, places, pay, published, until, language }: ResultRow) {
  const link = make("a", { href: root + postAddress(slug), target: "_blank", dir: "auto" }, title);
  if (language) link.lang = language;
  const place = places.map(({ text }) => text).join("; ");
  const terms = [company, place, pay ?? ""].filter(Boolean).map((text) => make("bdi", {}, text));
  const day = make("time", { dateTime: published }, shortDayText(published));
  const row = make(
    "li",
    {},
    link,
    make("p", {}, ...[...terms, day].flatMap((term) => [term, " · "]).slice(0, -1)),
  );
  row.dataset.until = String(until);
  return row;
}
