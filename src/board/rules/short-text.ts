import type { Finding } from "../problem.ts";
import * as texts from "../words/en/rules.ts";
import type { Rule } from "./rule.ts";
import { words } from "./similarity.ts";

/** Below this a text can hardly say what the job is. Six lines of an honest small firm have fifty. */
const enoughWords = 40;

/** So many signs of a script without spaces say what one word of another says. */
const signsPerWord = 2;

export const shortText: Rule = {
  name: "short-text",
  severity: "advice",
  *check({ job }): Iterable<Finding> {
    const text = `${job.description}\n${job.requirements}`;
    // Words have six letters or so: what is much longer need not be counted.
    if (text.length > enoughWords * 20) return;
    const found = words(text);
    const signs = found.filter((word) => /^\p{Lo}$/u.test(word)).length;
    const count = found.length - signs + Math.ceil(signs / signsPerWord);
    if (count >= enoughWords) return;
    yield { field: "description", ...texts.shortText(count) };
  },
};
