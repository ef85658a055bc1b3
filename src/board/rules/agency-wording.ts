/** Rule: advice if a post reads as if by a recruitment agency but does not say so. */
import type { Finding } from "../problem.ts";
import * as words from "../words/en/rules.ts";
import { findPassage, sectionsOf } from "./prose.ts";
import type { Rule } from "./rule.ts";

const patterns = [
  // “Our client, a bank, is looking for …”. Any consultancy has clients in the plural.
  /\b(?:our|my)\s+client(?:,|(?:\s+(?:is|has|are|needs|seeks|wants|requires|offers|based|in)\b))/iu,
  /\b(?:on\s+behalf\s+of|for)\s+(?:one\s+of\s+)?our\s+clients?\b(?=[,.]|\s+(?:in|an?|who|which|we|the)\b)/iu,
  /\ba\s+client\s+of\s+ours\b/iu,
  /\b(?:is|are|as)\s+(?:(?!not\b|no\b|never\b)[\p{L}-]+\s+){0,4}?(?:recruitment|recruiting|staffing|head-?hunting|executive\s+search)\s+(?:agency|agencies|firm|company|consultancy|specialists?|partner)\b/iu,
  /\bwe\s+(?:recruit|place|headhunt)\s+(?:[\p{L}-]+\s+){0,4}?(?:for|with|at)\s+(?:our\s+)?(?:clients|companies|customers|employers)\b/iu,
];

const agencyName =
  /\b(?:recruit(?:ment|ing|ers?)|staffing|head-?hunt(?:ing|ers?)|executive\s+search|search\s+partners|personnel\s+services|personalvermittlung)\b/iu;

/** Readers want to know whether they deal with an agency or the employer. */
export const agencyWording: Rule = {
  name: "agency-wording",
  severity: "advice",
  *check({ job }): Iterable<Finding> {
    if (job.posted_by_agency) return;
    const name = agencyName.exec(job.company)?.[0];
    const found = name ?? findPassage(sectionsOf(job), patterns)?.words;
    if (!found) return;
    yield { field: "posted_by_agency", ...words.agencyWording(found) };
  },
};
