/** Rule: advice if the description and requirements are too short to describe a job. */

import * as texts from "#words/rules.ts";
import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";
import { words } from "./similarity.ts";

/** Fewer words can hardly describe a job. Six lines have about fifty. */
const enoughWords = 40;

/** Characters per word in scripts without spaces. */
const signsPerWord = 2;

export const shortText: Rule = {
  name: "short-text",
  severity: "advice",
  *check({ job }): Iterable<Finding> {
    const text = `${job.description}\n${job.requirements}`;
    // A much longer text need not be counted.
    if (text.length > enoughWords * 20) return;
    const found = words(text);
    const signs = found.filter((word) => /^\p{Lo}$/u.test(word)).length;
    const count = found.length - signs + Math.ceil(signs / signsPerWord);
    if (count >= enoughWords) return;
    yield { field: "description", ...texts.shortText(count) };
  },
};
