/** A post in the results of a search, as `item.njk` shows it in a list, with what was found marked. */
import { row as words } from "#words/list-pages.ts";
import { andMore } from "#words/post.ts";
import { categoryAddress, postAddress, typeAddress } from "../../../board/addresses.ts";
import { shortDayText } from "../../../board/day-text.ts";
import { dayWithNumber, secondsPerDay } from "../../../board/search/day-numbers.ts";
import type { ResultRow, SearchResults } from "../../../board/search/results.ts";
import type { Facet } from "../../../board/search/search-state.ts";
import { markedRanges } from "../../../board/search/terms.ts";
import { make } from "../page.ts";

export type RowContext = Pick<SearchResults, "marks" | "facets"> & {
  /** The path of the site, without a slash at the end. */
  root: string;
};

export function rowOf(post: ResultRow, context: RowContext): HTMLLIElement {
  const item = make("li", {}, titleOf(post, context), companyOf(post, context));
  item.dataset.until = String(post.until);
  item.append(termsOf(post, context), tagsOf(post, context), datesOf(post));
  return item;
}

function titleOf({ slug, title, language }: ResultRow, { root, marks }: RowContext) {
  const link = make("a", { href: root + postAddress(slug), dir: "auto" }, ...marked(title, marks));
  if (language) link.lang = language;
  return make("h2", {}, link);
}

function companyOf({ company, isAgency, seniority, employment }: ResultRow, context: RowContext) {
  const terms = [
    seniority && labelOf("seniority", seniority, context),
    employment && employment !== "full_time" && labelOf("employment", employment, context),
  ].filter((term) => term);
  return make(
    "p",
    { className: "at" },
    make("span", { dir: "auto" }, ...marked(company, context.marks)),
    ...(isAgency ? [" ", mark(words.agency)] : []),
    ...terms.map((term) => ` · ${term}`),
  );
}

function termsOf({ pay, workplace, places }: ResultRow, context: RowContext) {
  const [first, ...others] = places;
  const place = make("p", {});
  if (workplace !== "remote") place.append(labelOf("workplace", workplace, context), " · ");
  if (first) {
    place.append(
      first.address
        ? make("a", { href: context.root + first.address, dir: "auto" }, first.text)
        : make("span", { dir: "auto" }, first.text),
    );
  }
  if (others.length > 0) place.append(` ${andMore(others.length)}`);
  return make(
    "div",
    { className: "terms" },
    ...(pay ? [make("p", { className: "pay" }, pay)] : []),
    place,
  );
}

function tagsOf({ category, types }: ResultRow, { root }: RowContext) {
  const links = [
    make("a", { href: root + categoryAddress(category.value) }, category.label),
    ...types.map(({ value, label }) => make("a", { href: root + typeAddress(value) }, label)),
  ];
  return make("p", { className: "tags" }, ...links.flatMap((link) => [link, " "]).slice(0, -1));
}

function datesOf({ published, until, isNew, closingSoon, isFeatured }: ResultRow) {
  const lastDay = dayWithNumber(until / secondsPerDay - 1);
  const marks = [
    ...(isNew ? [mark(words.fresh, "new")] : []),
    ...(closingSoon ? [mark(words.closes(shortDayText(lastDay)), "soon")] : []),
    ...(isFeatured ? [mark(words.featured)] : []),
  ];
  return make(
    "p",
    { className: "when" },
    make("time", { dateTime: published }, shortDayText(published)),
    ...marks.flatMap((one) => [" ", one]),
  );
}

function mark(text: string, kind = "") {
  return make("span", { className: kind ? `mark ${kind}` : "mark" }, text);
}

function labelOf(facet: Facet, value: string, { facets }: RowContext): string {
  return facets[facet].find((choice) => choice.value === value)?.label ?? value;
}

/** A text with what was found in it marked. */
function marked(text: string, marks: readonly string[]): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let shown = 0;
  for (const [start, end] of markedRanges(text, marks)) {
    parts.push(text.slice(shown, start), make("mark", {}, text.slice(start, end)));
    shown = end;
  }
  return [...parts, text.slice(shown)];
}
