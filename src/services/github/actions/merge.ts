/** Merges a pull request, but only the commit that was reviewed. */
import { setTimeout } from "node:timers/promises";
import { changeWaitsNotice, notMergedNotice } from "#words/bot.ts";
import { skipped } from "#words/github.ts";
import { numberedTitle } from "../../../board/review/approval-record.ts";
import type { GitHub } from "../client.ts";
import { statusOf, wordsOf } from "../errors.ts";
import type { GivenPull } from "../facts/pull-request.ts";
import { getPull } from "../facts/pull-request.ts";
import { postComment } from "./comments.ts";
import type { NotMerged, Outcome } from "./outcome.ts";
import { done } from "./outcome.ts";

export type Merge = {
  /** The commit that the head must be. */
  sha: string;
  title: string;
  message?: string;
  /** Why it must not be merged any more, if so. Asked before every attempt, because others act in the meantime. */
  overtakenBy(): Promise<string | undefined>;
};

/** How often to ask GitHub to merge. Each pause is twice as long as the one before. */
const tries = 5;

/**
 * Merges a pull request if its head is still the commit that was reviewed. It is squashed, so that no commit or
 * message of a stranger becomes part of the board’s history. If GitHub’s rules refuse the merge, it is not forced.
 *
 * For some seconds after a pull request is opened or a branch is pushed to, GitHub also refuses, because it has not
 * tested the merge yet, with the same message as for a conflict. So this tries again unless GitHub knows of a conflict.
 * https://docs.github.com/rest/pulls/pulls#merge-a-pull-request
 */
export async function mergePull(github: GitHub, pull: number, merge: Merge): Promise<Outcome> {
  for (let count = 1; ; count += 1) {
    const because = await merge.overtakenBy();
    if (because !== undefined) return { outcome: "overtaken", because };
    const refusal = await requestMerge(github, pull, merge);
    if (!refusal) return done;
    const after = await getPull(github, pull);
    const isEarly = isUntested(refusal) && after.mergeable !== false;
    if (after.merged || !isEarly || count === tries) return outcomeOf(refusal, after);
    await setTimeout(github.retryDelay * 2 ** count);
  }
}

/** What GitHub says if it has not tested the merge with the current commits yet. */
function isUntested({ words }: Refusal): boolean {
  return /not mergeable/i.test(words) || isBaseModified(words);
}

function isBaseModified(words: string): boolean {
  return /^base branch was modified/i.test(words);
}

/**
 * Posts the reason why a merge was refused, once per head, where it was requested: on the pull request itself, or
 * where somebody requested a change that the bot makes with a pull request of its own.
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
  // An earlier request may have succeeded without a response, or a person merged it first.
  if (merged) return done;
  if (status === 409) return headChanged;
  if (isBaseModified(words)) return baseChanged;
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

const headChanged: Outcome = { outcome: "overtaken", because: skipped.headChanged };
const baseChanged: Outcome = { outcome: "overtaken", because: skipped.boardChanged };
