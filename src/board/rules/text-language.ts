import { languageName } from "../job/vocabulary.ts";
import { languageOf } from "../post/language.ts";
import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";

/** Reviewers and readers must understand the post; which languages they read, each board says itself. */
export const textLanguage: Rule = {
  name: "text-language",
  severity: "advice",
  *check({ job }, { config }): Iterable<Finding> {
    const language = languageOf(job.description) ?? languageOf(job.requirements);
    if (!language || config.postLanguages.includes(language)) return;
    const wanted = config.postLanguages.map(languageName).join(" or ");
    yield {
      field: "description",
      message: `The text seems to be in ${languageName(language)}; this board asks for ${wanted}.`,
      fix: `Give a text in ${wanted}. The original can stand below it.`,
    };
  },
};
