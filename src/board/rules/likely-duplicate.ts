import type { Finding } from "../problem.ts";
import * as words from "../words/en/rules.ts";
import type { Rule, Subject } from "./rule.ts";
import type { Likeness } from "./similar-posts.ts";

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
