/** Of whom and of what the bot takes notice in a pull request. */

import type { BoardConfig } from "../../../board/config.ts";
import { isSameLogin } from "../../../board/login.ts";
import { readCommand } from "../../../board/review/commands.ts";
import type { Comment, Commit, Login } from "../../../board/review/facts.ts";
import type { Rights } from "./people.ts";

/**
 * Whether the bot may have to act upon a comment: a command, by somebody who may give it. The author of
 * the pull request has one.
 */
export async function isHeard(
  { author, body, edited }: Comment,
  sender: Login,
  { mayReview }: Rights,
  config: BoardConfig,
): Promise<boolean> {
  const read = readCommand(body, config);
  if (!read) return false;
  if (isSameLogin(author, sender) && !edited && isReopening(read)) return true;
  return await mayReview(author);
}

function isReopening(read: NonNullable<ReturnType<typeof readCommand>>): boolean {
  return "command" in read && read.command.name === "reopen";
}

/**
 * The commits from the submitter's last one to the head, the oldest first: the ones before were written
 * about another text. By the rule of src/board/review/head.ts.
 */
export async function currentCommits(
  commits: readonly Commit[],
  sender: Login,
  { mayReview }: Rights,
): Promise<Commit[]> {
  const current: Commit[] = [];
  for (const commit of commits.toReversed()) {
    current.unshift(commit);
    const { author } = commit;
    if (author === null || isSameLogin(author, sender) || !(await mayReview(author))) break;
  }
  return current;
}
