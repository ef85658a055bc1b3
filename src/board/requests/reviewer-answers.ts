/** What the bot answers to reviewers’ commands in issues, where only `/approve` means anything. */

import { answers, answerText } from "#words/bot-answers.ts";
import { commandsInIssues as words } from "#words/requests.ts";
import type { BoardConfig } from "../config.ts";
import type { ReadCommand } from "../review/commands.ts";
import { readCommands } from "../review/commands.ts";
import type { Comment } from "../review/facts.ts";
import { isReviewer } from "../review/permissions.ts";
import { commandKey, isAnswered } from "../review/tags.ts";
import type { RequestFacts } from "./facts.ts";

/**
 * The answers that have not been given, by their keys.
 *
 * @param whyNot why an approval does not count, as an answer; `undefined` if it does
 */
export function answerReviewers(
  facts: RequestFacts,
  whyNot: (approval: Comment) => string | undefined,
  config: BoardConfig,
): { key: string; body: string }[] {
  const { issue, bot } = facts;
  return issue.comments
    .filter(({ author }) => isReviewer(author, facts, config))
    .flatMap((comment) => {
      const read = readCommands(comment.body, config);
      return (comment.edited ? read.slice(0, 1) : read).flatMap((one) => {
        const key = commandKey("answer", comment.id, one.line);
        const text = answerTo(one, comment, whyNot);
        if (text === undefined || isAnswered({ pull: issue, bot }, key)) return [];
        return [{ key, body: answerText({ to: comment.author, text }) }];
      });
    });
}

function answerTo(
  read: ReadCommand,
  comment: Comment,
  whyNot: (approval: Comment) => string | undefined,
): string | undefined {
  if (comment.edited) return answers.edited;
  if (read.name !== "approve") return words.onlyApprove;
  return "unclear" in read ? answers.unclear(read.unclear) : whyNot(comment);
}
