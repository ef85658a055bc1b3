/** The registry of rules, and how they are applied to a post. */

import { ruleFailed } from "#words/rules.ts";
import { spellOutRefused } from "../job/characters.ts";
import type { Finding, Problem } from "../problem.ts";
import { hasErrors } from "../problem.ts";
import { addressTaken } from "./address-taken.ts";
import { agencyWording } from "./agency-wording.ts";
import { archived } from "./archived.ts";
import { cityName } from "./city-name.ts";
import { daysInOrder } from "./days-in-order.ts";
import { daysToCome } from "./days-to-come.ts";
import { garbledText } from "./garbled-text.ts";
import { headings } from "./headings.ts";
import { likelyDuplicate } from "./likely-duplicate.ts";
import { links } from "./links.ts";
import { listingTerm } from "./listing-term.ts";
import { lostLines } from "./lost-lines.ts";
import { markup } from "./markup.ts";
import { placeholders } from "./placeholders.ts";
import { regionName } from "./region-name.ts";
import { renamed } from "./renamed.ts";
import { renewals } from "./renewals.ts";
import { retiredChoices } from "./retired-choices.ts";
import type { Rule, RuleContext, Subject } from "./rule.ts";
import { salaryOrder } from "./salary-order.ts";
import { salaryScale } from "./salary-scale.ts";
import { shortText } from "./short-text.ts";
import { shoutingTitle } from "./shouting-title.ts";
import { softCharacters } from "./soft-characters.ts";
import { textLanguage } from "./text-language.ts";
import { topicNamed } from "./topic-named.ts";
import { unpaidWording } from "./unpaid-wording.ts";
import { wayToApply } from "./way-to-apply.ts";
import { workplace } from "./workplace.ts";
import { worldwide } from "./worldwide.ts";

/** In the order in which findings are reported. */
export const rules: readonly Rule[] = [
  addressTaken,
  archived,
  renamed,
  workplace,
  cityName,
  regionName,
  wayToApply,
  salaryOrder,
  daysInOrder,
  daysToCome,
  renewals,
  topicNamed,
  unpaidWording,
  textLanguage,
  likelyDuplicate,
  agencyWording,
  placeholders,
  shortText,
  shoutingTitle,
  salaryScale,
  garbledText,
  lostLines,
  headings,
  links,
  markup,
  softCharacters,
  listingTerm,
  worldwide,
  retiredChoices,
];

/** For the site build, which only needs to know whether a post can be published. */
export const errorRules: readonly Rule[] = rules.filter(
  ({ severity, sparesMerged }) => severity === "error" && !sparesMerged,
);

const errorRulesAlone = errorRules.filter((rule) => rule !== addressTaken);

/** Whether a post has no error that keeps it off the board, apart from an address that another post has. */
export function isSoundAlone(subject: Subject, context: RuleContext): boolean {
  return !hasErrors(applyRules(subject, context, errorRulesAlone));
}

/**
 * Applies rules to an invalid post that has stand-ins for missing or wrong fields, and leaves out findings
 * that are about a stand-in or based on one.
 */
export function applyRulesAround(
  standIns: ReadonlySet<string>,
  subject: Subject,
  context: RuleContext,
  chosen: readonly Rule[] = rules,
): Problem[] {
  const able = chosen.filter(({ restsOn = [] }) => !restsOn.some((field) => standIns.has(field)));
  return applyRules(subject, context, able).filter(
    ({ field }) => field === null || !standIns.has(field),
  );
}

/**
 * At a form, rules also look at texts with characters that posts may not contain. Where they quote those, the characters
 * must not reach the page, a log or a mail.
 */
function visible(finding: Finding): Finding {
  const { message, repair } = finding;
  return {
    ...finding,
    message: spellOutRefused(message),
    ...(repair && { repair: { ...repair, shown: spellOutRefused(repair.shown) } }),
  };
}

/**
 * Applies rules to a post. A rule that crashes is reported and does not hide the others. Archived posts get
 * no advice, because they should not change any more.
 */
export function applyRules(
  subject: Subject,
  context: RuleContext,
  chosen: readonly Rule[] = rules,
): Problem[] {
  const problems: Problem[] = [];
  for (const rule of chosen) {
    const { name, severity } = rule;
    if (severity === "advice" && subject.archived) continue;
    const from = { file: subject.file, rule: name, severity };
    try {
      const findings = [...rule.check(subject, context)];
      problems.push(...findings.map((finding) => ({ ...from, ...visible(finding) })));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push({ ...from, field: null, ...ruleFailed(name, reason) });
    }
  }
  return problems;
}
