/** Which commits count since the author’s last push, and when the bot first saw them. Reviews of earlier ones are outdated. */

import type { BoardConfig } from "../config.ts";
import { isSameLogin } from "../login.ts";
import { changesRequested } from "../words/every-language.ts";
import type { Comment, CommitStatus, Facts, Moment } from "./facts.ts";
import { isReviewer } from "./permissions.ts";
import type { Look } from "./tags.ts";
import { readLook, statusTag } from "./tags.ts";

export type Head = {
  /**
   * From the author’s last commit to the head. Any after the author’s are by reviewers who corrected the post.
   */
  current: ReadonlySet<string>;
  /** When the bot first saw these commits; `undefined` if it has not yet. */
  seenAt: Moment | undefined;
  /**
   * When the bot first set a commit status on the head itself since it last checked another commit. If an
   * old commit is pushed again, its old status does not count.
   */
  judgedAt: Moment | undefined;
  /** The last check of the head, or the one that is due now. */
  look: Look;
  /** The last commit status on these commits that requested changes. */
  requested: CommitStatus | undefined;
};

export function headOf(facts: Facts, config: BoardConfig): Head {
  const { pull } = facts;
  const { author, commits, commitStatuses, head } = pull;
  const current = new Set([head]);
  for (const commit of commits.toReversed()) {
    current.add(commit.sha);
    const isReviewers =
      commit.author !== null &&
      !isSameLogin(commit.author, author.login) &&
      isReviewer(commit.author, facts, config);
    if (!isReviewers) break;
  }
  const ofCurrent = commitStatuses.filter(({ sha }) => current.has(sha)).sort(byTime);
  const ofHead = ofCurrent.filter(({ sha }) => sha === head);
  const looked = readLook(statusCommentOf(facts)?.body ?? "");
  const last = looked?.sha === head ? looked : undefined;
  return {
    current,
    seenAt: ofCurrent[0]?.at,
    judgedAt: last && ofHead.find(({ id }) => id > last.after)?.at,
    look: last ?? { sha: head, after: Math.max(0, ...ofHead.map(({ id }) => id)) },
    requested: ofCurrent.findLast(({ description }) =>
      changesRequested.some((beginning) => description.startsWith(beginning)),
    ),
  };
}

/** The bot’s status comment. */
export function statusCommentOf({ pull, bot }: Pick<Facts, "pull" | "bot">): Comment | undefined {
  return pull.comments.find(
    ({ author, body }) => isSameLogin(author, bot) && body.trimEnd().endsWith(statusTag),
  );
}

/** Sorts by time; within a second, by id. */
export function byTime(a: { at: Moment; id: number }, b: { at: Moment; id: number }): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id - b.id;
}
