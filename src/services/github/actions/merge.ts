import { numberedTitle } from "../../../board/review/approval-record.ts";
import type { GitHub } from "../client.ts";
import { statusOf, wordsOf } from "../errors.ts";
import { getPull } from "../facts/pull-request.ts";
import type { Outcome } from "./outcome.ts";
import { already, done } from "./outcome.ts";

export type Merge = {
  /** What the head has to be. */
  sha: string;
  title: string;
  message?: string;
};

/**
 * Merges a pull request if its head is still the commit that was judged. All of it becomes one commit, so
 * that no commit or word of a stranger's becomes part of the board's history, where later merges would
 * build on it. What GitHub's rules refuse is never forced.
 * https://docs.github.com/rest/pulls/pulls#merge-a-pull-request
 */
export async function mergePull(
  github: GitHub,
  pull: number,
  { sha, title, message = "" }: Merge,
): Promise<Outcome> {
  const { rest, at } = github;
  const before = await getPull(github, pull);
  if (before.merged) return already;
  if (before.base.ref !== github.branch) return baseReplaced;
  if (before.head.sha !== sha) return headChanged;
  try {
    await rest.pulls.merge({
      ...at,
      pull_number: pull,
      sha,
      merge_method: "squash",
      commit_title: numberedTitle(title, pull),
      commit_message: message,
    });
    return done;
  } catch (error) {
    const status = statusOf(error);
    if (status !== 405 && status !== 409) throw error;
    // The answer to an earlier try may have been lost, or a person was quicker.
    if ((await getPull(github, pull)).merged) return done;
    const words = wordsOf(error);
    if (status === 409) return headChanged;
    if (/^base branch was modified/i.test(words)) return baseChanged;
    return { outcome: "not-merged", because: words };
  }
}

const headChanged: Outcome = { outcome: "overtaken", because: "its head is another commit now" };
const baseChanged: Outcome = { outcome: "overtaken", because: "the board was changed meanwhile" };
const baseReplaced: Outcome = { outcome: "overtaken", because: "it goes to another branch now" };
