/** Rule: advice if a post reads as if by a recruitment agency but does not say so. */

import * as words from "#words/rules.ts";
import type { Finding } from "../problem.ts";
import { findPassage, sectionsOf } from "./prose.ts";
import type { Rule } from "./rule.ts";

/** Writes a pattern on several lines: spaces and line breaks match any space. */
function phrase(parts: TemplateStringsArray, ...fragments: readonly string[]): RegExp {
  const source = String.raw(parts, ...fragments)
    .trim()
    .replace(/\s+/g, "\\s+");
  return new RegExp(source, "iu");
}

/** Words between two others. */
const upTo = (count: number) => `(?:[\\p{L}\\p{N}&’'-]+\\s+){0,${count}}?`;
/** The rest of a sentence, up to what follows. */
const rest = "[^.!?]{0,120}?";
const sentenceStart = String.raw`(?:^|[.!?:]\s|\n)`;
const trade = String.raw`(?:recruit(?:ment|ing)|staffing|employment|head-?hunting|executive\s+search|talent\s+acquisition)\s+(?:agency|agencies|firm|company|consultancy|specialists?|partners?)`;
/** One client, and not a compound such as “our client portal”. */
const client = String.raw`(?:our|my|\p{L}+['’]s)\s+${upTo(2)}(?:client|customer)(?=[,.;:!]|\s+(?:an?|in|at|based|near|from|who|which|we)\b)`;
const clients = String.raw`one\s+of\s+(?:our|my|\p{L}+['’]s)\s+${upTo(2)}(?:clients|customers)\b`;
const seeking = String.raw`(?:recruit(?:ing|s)?|hir(?:e|es|ing)|filling|looking\s+(?:for|to)|seek(?:s|ing)?|search(?:ing)?\s+for|vacancy|opening|opportunity|(?:role|position)(?=\s+(?:with|for|at)\b))`;
const employer =
  "(?:company|group|firm|manufacturer|supplier|bank|institute|champion|employer|start-?up|scale-?up|business|charity)";
const people =
  "(?:candidates|developers|engineers|graduates|professionals|scientists|specialists|talents?)";

/**
 * What agencies say and employers do not. Employers speak of clients too, but in the plural, and an agency’s client is
 * the one that hires.
 */
const patterns = [
  // “Our client, a bank, …”, “My client needs …”. Not “our client portal” or “our client services”.
  phrase`${sentenceStart}(?:our|my) ${upTo(3)}client(?:, (?:an?|one|who|which|based)\b| (?:is (?!the\b)|are|has|have|(?:need|seek|want|require|offer|look|operate|provide|specialise|specialize|design|build|make|develop|produce|sell|run)s?\b))`,
  // “We are looking for an engineer for our client in Leeds”, “an opportunity with one of our clients”.
  phrase`\b${seeking} ${rest}\b(?:(?:for|on behalf of|with|at) (?:${client}|${clients}))`,
  phrase`\b(?:for|on behalf of) (?:${client}|${clients})${rest}\bwe(?: are|['’]re)? ${seeking}`,
  phrase`\b${clients}${rest}\b(?:is|are) ${seeking}`,
  phrase`\bclient of ours\b`,
  // Of itself: “Sable is a small search firm”. Not of “you”, nor of software for agencies.
  phrase`\b(?<!\byou )(?:is|are|am|as|['’]re|['’]m) (?:(?!(?:not|no|never|for|by|of|with|that|where|which|without)\b)[\p{L}-]+ ){0,5}?${trade}\b(?! (?:software|platform|system|tool))`,
  phrase`\b(?<!\byou )(?:is|are|am|['’]re|['’]m) an? ${upTo(3)}(?:recruiter|head-?hunter)\b`,
  // “We place developers with companies in Belgium.”
  phrase`\b(?:recruits?|plac(?:es?|ing)|introduces?|connects?|head-?hunts?) ${upTo(3)}${people} (?:for|with|to|at) ${upTo(3)}(?:companies|customers|employers|clients|start-?ups|firms|organi[sz]ations)\b`,
  // “We are working with a start-up to find its first engineer.”
  phrase`(?<!\byou(?: \p{L}+)? )\b(?:help|assist|support|work|partner|team)(?:s|ed|ing)? (?:(?!you)\p{L}+ )?(?:with )?(?:an?|one|our ${upTo(2)}client,?) ${rest}\b(?:(?:to|in) (?:hir|recruit|fill|appoint)(?:e|ing)?\b|to (?:find|identify) (?:its|their|${upTo(2)}${people})\b|(?:with|in) (?:the|its|their) (?:recruitment|appointment|search)\b|who (?:is|are) (?:looking|hiring|recruiting)\b)`,
  phrase`\b(?:(?:been|is|are) (?:retained|engaged|mandated|instructed)|asked us) ${rest}\b(?:find|hire|identify|recruit|search)\b`,
  phrase`\bfor an? ${upTo(4)}${employer}\b${rest}\bwe(?: are|['’]re)? ${seeking}`,
  // How agencies deal with applicants.
  phrase`\b(?:be put forward|end client:|introduce you ${upTo(1)}to the (?:client|company|cto|founders|hiring manager)|free (?:of charge )?(?:for|to) candidates|one of our consultants will|(?:applications|enquiries|appointment|vacancy) (?:is|are) (?:being )?handled ${upTo(1)}by|the employer is)(?!\p{L})`,
];

const agencyName =
  /\b(?:recruit(?:ment|ing|ers?)|staffing|resourcing|talent|placements?|personnel|head-?hunt(?:ing|ers?)|executive\s+search|search\s+(?:partners|(?:&|and)\s+selection)|human\s+capital|personal(?:beratung|vermittlung|dienst\p{L}*))\b/iu;

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
