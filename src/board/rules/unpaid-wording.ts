/** Rule: advice if a post reads as if the work is unpaid. */

import * as words from "#words/rules.ts";
import type { Finding } from "../problem.ts";
import { findPassage, sectionsOf } from "./prose.ts";
import type { Rule } from "./rule.ts";

const work =
  "(?:internships?|interns?|placements?|positions?|roles?|jobs?|posts?|works?|projects?|developers?|engineers?|opportunit(?:y|ies)|engagements?|collaborations?)";
const unpaid =
  "(?:unpaid|non-?paid|unremunerated|unsalaried|volunteer|voluntary|pro bono|equity[- ]only)";

// Not meant: unpaid leave, volunteering days, voluntary use of a tool.
const patterns = [
  new RegExp(`\\b${unpaid}\\s+(?:[\\p{L}-]+\\s+){0,2}?${work}\\b`, "iu"),
  new RegExp(
    `\\b${work}\\s+(?:(?:is|are|will be|would be|remains?)\\s+)(?:(?:currently|initially|completely|fully|purely|entirely|an?|on)\\s+){0,2}${unpaid}\\b(?!\\s+(?:leave|time))`,
    "iu",
  ),
  /\bon\s+an?\s+(?:purely\s+)?(?:volunteer|voluntary|pro bono|unpaid|equity)\s+basis\b/iu,
  /\b(?:equity[- ]only|only\s+(?:in\s+)?equity|sweat\s+equity|paid\s+(?:only\s+)?in\s+(?:equity|shares|exposure|tokens))\b/iu,
  /\b(?:work|working|code|coding|help(?:\s+us)?)\s+for\s+free\b/iu,
  /\bwithout\s+(?:any\s+)?(?:pay|payment|salary|remuneration|compensation)\b/iu,
  /\bno\s+(?:monetary\s+|financial\s+|fixed\s+)?(?:salary|pay|payment|wage|remuneration|compensation)(?=\s*[.,;)]|\s+(?:yet|initially|at\s+(?:first|this|the)|until|for\s+(?:now|the)|is\s+(?:offered|provided|paid)))/iu,
  /\b(?:we\s+)?(?:cannot|can['’]t|are\s+unable\s+to|are\s+not\s+able\s+to)\s+(?:yet\s+|currently\s+)?(?:pay\s+(?:you|a\s+salary|anyone|anybody)|offer\s+(?:a\s+|any\s+)?(?:salary|payment|pay))\b/iu,
  /\bcommission[- ]only\b/iu,
];

/** The board does not list unpaid work. A reviewer decides whether this is unpaid. */
export const unpaidWording: Rule = {
  name: "unpaid-wording",
  severity: "advice",
  *check({ job }): Iterable<Finding> {
    const title = { field: "description" as const, text: job.title };
    const passage = findPassage([title, ...sectionsOf(job)], patterns);
    if (!passage) return;
    yield { field: passage.field, ...words.unpaidWording(passage.words) };
  },
};
