/** Rule: advice if a post is not in a language that the board accepts. */

import * as words from "#words/rules.ts";
import { languageName } from "../job/vocabulary.ts";
import { languageOf } from "../post/language.ts";
import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";

export const textLanguage: Rule = {
  name: "text-language",
  severity: "advice",
  *check({ job }, { config }): Iterable<Finding> {
    const language = languageOf(job.description) ?? languageOf(job.requirements);
    if (!language || config.postLanguages.includes(language)) return;
    const accepted = config.postLanguages.map(languageName);
    yield { field: "description", ...words.textLanguage(languageName(language), accepted) };
  },
};
