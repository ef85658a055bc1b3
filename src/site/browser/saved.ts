/** The page of what this browser has saved. */
import * as words from "#words/saved.ts";
import { postAddress } from "../../board/addresses.ts";
import { dayText } from "../../board/day-text.ts";
import type { SavedPost } from "../../board/saved/saved-posts.ts";
import { readSavedPosts } from "../../board/saved/saved-posts.ts";
import type { SavedSearch } from "../../board/saved/saved-searches.ts";
import { readSavedSearches } from "../../board/saved/saved-searches.ts";
import { elementById, make, named, thisMoment } from "./page.ts";
import { onStored, readStored, writeStored } from "./stored.ts";

const list = elementById("saved-posts");
const none = elementById("no-posts");
const download = elementById("download");
const searches = elementById("searches");
const searchList = elementById("saved-searches");
const { root = "" } = list.dataset;

onStored("saved-posts", show);
onStored("saved-searches", show);

download.addEventListener("click", () => {
  const content = JSON.stringify({ posts: savedPosts(), searches: savedSearches() }, null, 2);
  const url = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  make("a", { href: url, download: "saved-jobs.json" }).click();
  URL.revokeObjectURL(url);
});

function savedPosts(): SavedPost[] {
  return readSavedPosts(readStored("saved-posts"));
}

function savedSearches(): SavedSearch[] {
  return readSavedSearches(readStored("saved-searches"));
}

function show(): void {
  const posts = savedPosts();
  const followed = savedSearches();
  searchList.replaceChildren(...followed.map(searchRow));
  searches.hidden = followed.length === 0;
  list.replaceChildren(...posts.map(rowOf));
  none.hidden = posts.length > 0;
  list.hidden = posts.length === 0;
  download.hidden = posts.length + followed.length === 0;
}

function rowOf(post: SavedPost): HTMLLIElement {
  const { slug, title, company, place } = post;
  const remove = removeButton(title, () => {
    writeStored(
      "saved-posts",
      savedPosts().filter((each) => each.slug !== slug),
    );
    show();
    (list.querySelector("button") ?? none.querySelector("a"))?.focus();
  });
  return make(
    "li",
    {},
    make("a", { href: root + postAddress(slug), dir: "auto" }, title),
    make("span", { dir: "auto" }, company),
    make("span", { dir: "auto" }, place),
    make("span", {}, termOf(post)),
    remove,
  );
}

function searchRow({ query, label }: SavedSearch): HTMLLIElement {
  const remove = removeButton(label, () => {
    writeStored(
      "saved-searches",
      savedSearches().filter((each) => each.query !== query),
    );
    show();
    (searchList.querySelector("button") ?? document.querySelector<HTMLElement>("main a"))?.focus();
  });
  const href = `${searchList.dataset.list}?${query}`;
  return make("li", {}, make("a", { href, dir: "auto" }, label), remove);
}

function removeButton(what: string, remove: () => void): HTMLButtonElement {
  const button = named(words.page.remove(what), make("button", { type: "button" }, "✕"));
  button.addEventListener("click", remove);
  return button;
}

function termOf({ until }: SavedPost): string {
  if (until <= thisMoment() / 1000) return words.page.ended;
  const lastSecond = new Date((until - 1) * 1000);
  return words.page.until(dayText(lastSecond.toISOString().slice(0, 10)));
}
