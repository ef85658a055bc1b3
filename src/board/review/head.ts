/** Since when the text that reviewers see is the submitter’s last word. */
import type { BoardConfig } from "../config.ts";
import { isSameLogin } from "../login.ts";
import { commitStatus } from "../words/en/bot.ts";
import type { Comment, CommitStatus, Facts, Moment } from "./facts.ts";
import { isReviewer } from "./people.ts";
import type { Look } from "./tags.ts";
import { readLook, statusTag } from "./tags.ts";

export type Head = {
  /**
   * The commits from the submitter’s last one to the head: those behind it are reviewers’, who correct a
   * post without being its author.
   */
  current: ReadonlySet<string>;
  /** When the bot first saw these commits; `undefined` if it has not yet. */
  seenAt: Moment | undefined;
  /**
   * When the bot first gave a commit status on the very head since it last looked at another commit: one that
   * was judged long ago, and is put back in place of what a reviewer sees, counts as new.
   */
  judgedAt: Moment | undefined;
  /** The look at the head that counts: the last one, or the one that is due now. */
  look: Look;
  /** The last commit status on these commits by which changes were requested. */
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
      description.startsWith(commitStatus.changesRequested),
    ),
  };
}

/** The bot's main comment. */
export function statusCommentOf({ pull, bot }: Pick<Facts, "pull" | "bot">): Comment | undefined {
  return pull.comments.find(
    ({ author, body }) => isSameLogin(author, bot) && body.trimEnd().endsWith(statusTag),
  );
}

/** The order in which things happened. */
export function byTime(a: { at: Moment; id: number }, b: { at: Moment; id: number }): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id - b.id;
}
