/**
 * Rule: advice if readers would see parts of an encoding instead of the characters that were meant: HTML entities
 * (“R&amp;D”), UTF-8 that was read as Windows-1252 (“DÃ©veloppeur”), or a character that was lost (“D�veloppeur”).
 */

import * as words from "#words/rules-on-text.ts";
import { findRefusedCharacter } from "../job/characters.ts";
import type { NameInPlaces } from "../job/places.ts";
import { partsOfPlaces } from "../job/places.ts";
import type { JobField } from "../job/schema.ts";
import { decodeEntity } from "../post/markdown.ts";
import type { Finding } from "../problem.ts";
import { proseOf, sectionsOf } from "./prose.ts";
import { replaceText } from "./repair.ts";
import type { Rule } from "./rule.ts";
import { replaceInSource } from "./text-rule.ts";
import { decodeTwice } from "./twice-encoded.ts";

const lines = ["title", "company", "other_job_type", "contact"] as const;

const code = String.raw`(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});`;
const entity = new RegExp(`&(?:amp;)*${code}`, "gi");
/** In Markdown others are shown only if they are escaped. */
const escapedEntity = new RegExp(String.raw`(?:\\&|&amp;)(?:amp;)*${code}`, "gi");

/** What programs write in place of a character that they cannot read. */
const lost = "\ufffd";

export const garbledText: Rule = {
  name: "garbled-text",
  severity: "advice",
  *check({ job }): Iterable<Finding> {
    const values = lines.map((field) => ({ field, value: job[field] ?? "" }));
    for (const { field, value } of [...values, ...partsOfPlaces(job, ["city", "region"])]) {
      yield* compare(field, value, decodeTwice(withoutEntities(value)).trim());
    }
    // Others can be names of parameters: `?id=1&lang;=en`.
    const { apply_url: url = "" } = job;
    yield* compare("apply_url", url, url.replace(/&(?:amp;)+/gi, "&"));
    for (const { field, text } of sectionsOf(job)) {
      const isShown = text.includes("&") && proseOf(text).search(entity) >= 0;
      yield* compare(field, text, decodeTwice(isShown ? withoutEscaped(text) : text));
    }
  },
};

function* compare(field: JobField | NameInPlaces, value: string, meant: string): Iterable<Finding> {
  if (value.includes(lost)) {
    const line = value.slice(0, value.indexOf(lost)).split("\n").length;
    yield { field, ...(value.includes("\n") && { line }), ...words.lostCharacter };
  }
  if (meant === value || meant === "") return;
  const lines = value.split("\n");
  const corrected = meant.split("\n");
  const line =
    lines.length > 1 ? 1 + lines.findIndex((one, index) => one !== corrected[index]) : undefined;
  yield {
    field,
    ...(line !== undefined && { line }),
    ...words.garbledText,
    repair: replaceText(field, value, meant),
  };
}

function withoutEntities(text: string): string {
  return text.replace(entity, (found, name: string) => characterOf(name) ?? found);
}

function withoutEscaped(text: string): string {
  return replaceInSource(text, escapedEntity, ([found, name = ""]) => characterOf(name) ?? found);
}

/** The character of an entity, if a post may contain it. */
function characterOf(name: string): string | undefined {
  const character = decodeEntity(`&${name};`).replaceAll("\u00a0", " ");
  const isOther = character !== `&${name};` && character !== "\n";
  return isOther && !findRefusedCharacter(character) ? character : undefined;
}
