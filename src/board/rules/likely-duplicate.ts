/** Rule: advice if a post is probably the same job as an earlier one. */

import * as words from "#words/rules.ts";
import type { Finding } from "../problem.ts";
import type { Rule, Subject } from "./rule.ts";
import type { Likeness } from "./similar-posts.ts";

/** Share of common wording from which posts of one company count as one job with different titles. */
const sameJob = 0.6;

/** The same for posts of different companies, such as an agency and the employer. */
const sameText = 0.7;

/** The same for one title in different places. Below it, these are probably two jobs. */
const sameTitleText = 0.3;

/** The same job should not be listed twice. Reported for the later post, which can still change. */
export const likelyDuplicate: Rule = {
  name: "likely-duplicate",
  severity: "advice",
  restsOn: ["title", "company", "description", "requirements"],
  *check(subject, { neighbors }): Iterable<Finding> {
    const [likest] = neighbors.similar
      .of(subject)
      .filter((likeness) => isEarlier(likeness.other, subject) && isLikely(likeness))
      .sort((a, b) => rank(b) - rank(a));
    if (likest) yield explain(likest);
  },
};

function isLikely({ sameCompany, sameTitle, samePlace, text }: Likeness): boolean {
  if (!sameCompany) return text >= sameText;
  return text >= sameJob || (sameTitle && (samePlace || text >= sameTitleText));
}

function isEarlier(other: Subject, than: Subject): boolean {
  const key = ({ job, file }: Subject) =>
    `${job.published ?? job.submitted} ${job.submitted} ${file}`;
  return other.archived || key(other) < key(than);
}

/** Listed posts first, then by similarity. */
function rank({ other, text }: Likeness): number {
  return (other.job.closed ? 0 : 1) + text;
}

function explain(likeness: Likeness): Finding {
  const { other, sameCompany, sameTitle, samePlace, text } = likeness;
  const { company, title, closed } = other.job;
  return {
    field: null,
    ...words.likelyDuplicate({
      file: other.file,
      closed,
      otherCompany: sameCompany ? undefined : company,
      otherTitle: sameTitle ? undefined : title,
      samePlace,
      text,
    }),
  };
}
