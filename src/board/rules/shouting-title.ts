/** Rule: advice if the title is written in capitals or has several exclamation marks. */

import * as words from "#words/rules.ts";
import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";

/** Minimum length of a shouted word. Shorter ones may be abbreviations like AWS. */
const shoutedLength = 5;

/** A title in capitals would drown out others in the list. */
export const shoutingTitle: Rule = {
  name: "shouting-title",
  severity: "advice",
  *check({ job: { title } }): Iterable<Finding> {
    if (/!\s*!/.test(title) || /\?\s*!/.test(title)) {
      yield { field: "title", ...words.exclamationMarks };
    }
    const all = title.match(/\p{L}+/gu) ?? [];
    const cased = all.filter((word) => word.toLowerCase() !== word.toUpperCase());
    const loud = cased.filter((word) => word.length > 1 && word === word.toUpperCase());
    const shouted = loud.filter(({ length }) => length >= shoutedLength);
    const isAllLoud = cased.length > 1 && loud.length === cased.length && shouted.length > 0;
    if (shouted.length < 2 && !isAllLoud) return;
    yield { field: "title", ...words.shoutingTitle };
  },
};
