/** Since when the text that reviewers see is the submitter’s last word. */
import type { BoardConfig } from "../config.ts";
import type { Comment, Facts, Moment, Verdict } from "./facts.ts";
import { isReviewer, isSame } from "./people.ts";
import { headTag, statusTag } from "./tags.ts";

export type Head = {
  /**
   * The commits from the submitter’s last one to the head: those behind it are reviewers’, who mend a
   * post without taking the word from its author.
   */
  current: ReadonlySet<string>;
  /** When the bot first saw these commits; `undefined` if it has not yet. */
  seenAt: Moment | undefined;
  /**
   * When the bot last gave a verdict on the very head, if that is the commit that it looked at last:
   * one that was judged long ago, and is put back in place of what a reviewer sees, counts as new.
   */
  judgedAt: Moment | undefined;
  /** When the submitter’s last commit says that it was made. */
  madeAt: Moment | undefined;
  /** The verdict that stands on the head now. */
  verdict: Verdict | undefined;
  /** The last verdict on these commits by which changes were requested. */
  requested: Verdict | undefined;
};

/** Begins the description of the verdict on a commit whose author was asked to change it. */
export const requestedVerdict = "Changes requested";

export function headOf(facts: Facts, config: BoardConfig): Head {
  const { pull } = facts;
  const { author, commits, verdicts, head } = pull;
  const current = new Set([head]);
  let last = commits.at(-1);
  for (const commit of commits.toReversed()) {
    last = commit;
    current.add(commit.sha);
    const isReviewers =
      commit.author !== null &&
      !isSame(commit.author, author.login) &&
      isReviewer(commit.author, facts, config);
    if (!isReviewers) break;
  }
  const ofCurrent = verdicts.filter(({ sha }) => current.has(sha)).sort(byTime);
  const ofHead = ofCurrent.filter(({ sha }) => sha === head);
  return {
    current,
    seenAt: ofCurrent[0]?.at,
    judgedAt: hasLookedAt(head, facts) ? ofHead.at(-1)?.at : undefined,
    madeAt: last?.at,
    verdict: ofHead.at(-1),
    requested: ofCurrent.findLast(({ description }) => description.startsWith(requestedVerdict)),
  };
}

/** The one comment of the bot's that says how things stand. */
export function statusCommentOf({ pull, bot }: Pick<Facts, "pull" | "bot">): Comment | undefined {
  return pull.comments.find(
    ({ author, body }) => isSame(author, bot) && body.trimEnd().endsWith(statusTag),
  );
}

function hasLookedAt(sha: string, facts: Pick<Facts, "pull" | "bot">): boolean {
  return statusCommentOf(facts)?.body.includes(headTag(sha)) ?? false;
}

/** The order in which things happened. */
export function byTime(a: { at: Moment; id: number }, b: { at: Moment; id: number }): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id - b.id;
}
