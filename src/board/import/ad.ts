/**
 * Fills in the form from the ad that an author has already: the source of its page, HTML, Markdown or plain text. Runs in
 * a browser. A posting in the source is used before its text, because it says what is what.
 */
import type { FormData } from "../form/form-data.ts";
import { isEmpty } from "../form/form-data.ts";
import { isPlacePart, readNameInPlaces } from "../job/places.ts";
import { readCategory } from "./choices.ts";
import type { ImportContext } from "./imported-post.ts";
import { findPostings, formFromPosting } from "./job-posting.ts";
import { readMarkup } from "./markup.ts";
import { plainLine } from "./plain-text.ts";
import { splitAd } from "./split-ad.ts";

/** The most characters, or bytes of a file, that are read. */
export const largestAd = 1_000_000;

/** Longer first lines are sentences, and no titles. */
const longestTitle = 100;

type AdContext = Pick<ImportContext, "config" | "cities" | "convert">;

/** The fields that an ad tells, all of them to be checked by its author. Empty if it has no words. */
export function formFromAd(source: string, context: AdContext): FormData {
  const [found] = findPostings(source);
  const form = found ? formFromPosting(found, context).form : formFromText(source, context);
  return Object.fromEntries(
    Object.entries(form)
      .map(([name, value]) => [name, typeof value === "string" ? value.trim() : value] as const)
      .filter(([, value]) => !isEmpty(value)),
  );
}

function formFromText(source: string, { config, convert }: AdContext): FormData {
  const { markdown } = readMarkup({ text: mainPart(source) }, "description", convert);
  const { title, rest } = takeTitle(markdown.trim());
  return {
    ...(title && { title, category: readCategory(undefined, title, config).category }),
    ...splitAd(rest, config),
  };
}

/** The part of a page without its menus, if the page says which that is. */
function mainPart(source: string): string {
  for (const tag of ["main", "article"]) {
    const start = source.search(new RegExp(`<${tag}[\\s>]`, "i"));
    const end = source.toLowerCase().lastIndexOf(`</${tag}`);
    if (start >= 0 && end > start) return source.slice(start, end);
  }
  return source;
}

/** A heading at the top, or a short first line that stands alone and is no sentence. */
function takeTitle(markdown: string): { title: string; rest: string } {
  const [first = "", second = "", ...more] = markdown.split("\n");
  const [, heading, bold, line] =
    /^(?:#{1,6} +(.+)|\*\*([^*]+)\*\*|(\p{L}.*[^\s.!?:;,]))$/u.exec(first.trim()) ?? [];
  const title = plainLine((heading ?? bold ?? line ?? "").replace(/\\(?=[\p{P}\p{S}])/gu, ""));
  const isTitle = title !== "" && title.length <= longestTitle && second.trim() === "";
  return isTitle ? { title, rest: more.join("\n") } : { title: "", rest: markdown };
}

/**
 * What may be filled in beside what is in the form already: only empty fields. Places and pay are several fields each,
 * and are not mixed.
 */
export function onlyEmpty(found: FormData, current: FormData): FormData {
  const written = new Set(
    Object.entries(current)
      .filter(([, value]) => !isEmpty(value))
      .map(([name]) => wholeOf(name)),
  );
  return Object.fromEntries(Object.entries(found).filter(([name]) => !written.has(wholeOf(name))));
}

function wholeOf(name: string): string {
  if (isPlacePart(name) || readNameInPlaces(name)) return "places";
  return name.startsWith("salary_") ? "salary" : name;
}
