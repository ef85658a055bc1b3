import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";
import type { Likeness } from "./similar-posts.ts";
import type { Subject } from "./subject.ts";

/** Share of the wording from which the same company's posts are taken for one job with another title. */
const sameJob = 0.6;

/** The same for posts of different companies, where an agency or a copyist may be at work. */
const sameText = 0.7;

/** The same for one title in another place: below it, two teams look for two people. */
const sameTitleText = 0.3;

/** The same job should not stand in the list twice. Told of the later post, for that one can still change. */
export const likelyDuplicate: Rule = {
  name: "likely-duplicate",
  severity: "advice",
  restsOn: ["title", "company", "description", "requirements"],
  *check(subject, { neighbours }): Iterable<Finding> {
    const [likest] = neighbours.similar
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

/** A post that is listed matters more than one that was, and then the one that is most alike. */
function rank({ other, text }: Likeness): number {
  return (other.job.closed ? 0 : 1) + text;
}

function explain(likeness: Likeness): Finding {
  const { other, sameTitle } = likeness;
  const { closed } = other.job;
  const state = closed ? `, ${closedWords[closed.reason]} on ${closed.on}` : "";
  return {
    field: null,
    message: `This may be the same job as ${other.file}${state}: ${reasons(likeness)}.`,
    fix: fixes[closed?.reason ?? (sameTitle ? "listed" : "listedOtherwise")],
  };
}

const closedWords = {
  expired: "which expired",
  filled: "which was filled",
  removed: "which was removed",
};

const fixes = {
  listed:
    "If it is, renew that post instead, or close it first. If it is another job, say in the title or text what is different.",
  listedOtherwise:
    "If it is, change that post instead, or close it first. If it is another job, there is nothing to do.",
  expired: "If the job is still open or open again, there is nothing to do.",
  filled: "If the job is open again, there is nothing to do.",
  removed: "Tell the reviewers why it is submitted again.",
};

function reasons({ sameCompany, sameTitle, samePlace, text, other }: Likeness): string {
  return [
    sameCompany ? "the same company" : `another company (${other.job.company})`,
    sameTitle ? "the same title" : `another title (${other.job.title})`,
    samePlace ? "the same place" : "another place",
    `and ${share(text)} of the wording (${Math.round(text * 100)} %)`,
  ].join(", ");
}

function share(text: number): string {
  if (text >= 0.95) return "nearly all";
  if (text >= 0.6) return "most";
  return text >= 0.25 ? "a part" : "little";
}
