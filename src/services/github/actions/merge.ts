/** Merges a pull request. */
import { setTimeout } from "node:timers/promises";
import { numberedTitle } from "../../../board/review/approval-record.ts";
import { changeWaitsNotice, notMergedNotice } from "../../../board/words/en/bot.ts";
import type { GitHub } from "../client.ts";
import { statusOf, wordsOf } from "../errors.ts";
import type { GivenPull } from "../facts/pull-request.ts";
import { getPull } from "../facts/pull-request.ts";
import { postComment } from "./comments.ts";
import type { NotMerged, Outcome } from "./outcome.ts";
import { already, done } from "./outcome.ts";

export type Merge = {
  /** What the head has to be. */
  sha: string;
  title: string;
  message?: string;
};

/** How often to ask GitHub to merge. Each pause is twice as long as the one before. */
const tries = 4;

/**
 * Merges a pull request if its head is still the commit that was judged. All of it becomes one commit, so
 * that no commit or word of a stranger’s becomes part of the board’s history, where later merges would
 * build on it. What GitHub’s rules refuse is never forced.
 *
 * For some seconds after a pull request is opened or a branch is pushed to, GitHub refuses as well, in the same
 * words as for a conflict, so this asks again while it does not know of a conflict.
 * https://docs.github.com/rest/pulls/pulls#merge-a-pull-request
 */
export async function mergePull(github: GitHub, pull: number, merge: Merge): Promise<Outcome> {
  const before = await getPull(github, pull);
  if (before.merged) return already;
  if (before.base.ref !== github.branch) return baseReplaced;
  if (before.head.sha !== merge.sha) return headChanged;
  for (let count = 1; ; count += 1) {
    const refusal = await requestMerge(github, pull, merge);
    if (!refusal) return done;
    const after = await getPull(github, pull);
    const isEarly = /not mergeable/i.test(refusal.words) && after.mergeable !== false;
    if (after.merged || !isEarly || count === tries) return outcomeOf(refusal, after);
    await setTimeout(github.retryDelay * 2 ** count);
  }
}

/**
 * Says why a merge was refused, once for each head, where it was asked for: on the pull request itself, or
 * where somebody asked for a change that the bot makes by a pull request of its own.
 */
export async function explainNotMerged(
  github: GitHub,
  number: number,
  { pull, head, because }: NotMerged,
): Promise<void> {
  const body = pull === number ? notMergedNotice(because) : changeWaitsNotice(pull, because);
  await postComment(github, number, { key: `not-merged-${head}`, body });
}

type Refusal = { status: number; words: string };

function outcomeOf({ status, words }: Refusal, { merged, number, head }: GivenPull): Outcome {
  // The answer to an earlier request may have been lost, or a person was quicker.
  if (merged) return done;
  if (status === 409) return headChanged;
  if (/^base branch was modified/i.test(words)) return baseChanged;
  return { outcome: "not-merged", pull: number, head: head.sha, because: words };
}

/** Resolves to GitHub’s reason if it refuses. */
async function requestMerge(
  { rest, at }: GitHub,
  pull: number,
  { sha, title, message = "" }: Merge,
): Promise<Refusal | undefined> {
  try {
    await rest.pulls.merge({
      ...at,
      pull_number: pull,
      sha,
      merge_method: "squash",
      commit_title: numberedTitle(title, pull),
      commit_message: message,
    });
    return undefined;
  } catch (error) {
    const status = statusOf(error);
    if (status !== 405 && status !== 409) throw error;
    return { status, words: wordsOf(error) };
  }
}

const headChanged: Outcome = { outcome: "overtaken", because: "its head is another commit now" };
const baseChanged: Outcome = { outcome: "overtaken", because: "the board was changed meanwhile" };
const baseReplaced: Outcome = { outcome: "overtaken", because: "it goes to another branch now" };
