/**
 * Applies what reviewers have done since the bot’s last run, oldest first: reviews and commands. Commands in edited
 * comments are answered, not applied.
 */

import { answers } from "#words/bot-answers.ts";
import type { BoardConfig } from "../config.ts";
import { heardCommands } from "./commands.ts";
import type { ReviewContext } from "./context.ts";
import { hasReopened, isOutdated, waitingSince } from "./context.ts";
import { byTime } from "./current-commits.ts";
import type { Comment, Facts } from "./facts.ts";
import type { CommandEvent, ReviewerEvent } from "./objections.ts";
import { objectorTo } from "./objections.ts";
import { isHelper, isReviewer, mayDecide } from "./permissions.ts";
import type { Answer, ReviewOutcome } from "./review-session.ts";
import { isReviewed, ReviewSession } from "./review-session.ts";
import { reviewKey } from "./tags.ts";

export function applyReviewerEvents(
  facts: Facts,
  context: ReviewContext,
  config: BoardConfig,
): ReviewOutcome {
  const reviews = isReviewed(context.kind) ? context.reviews : [];
  // Sorting keeps the order of commands in one comment.
  const events: ReviewerEvent[] = [
    ...reviews.map((review) => ({ ...review, type: "review" as const })),
    ...facts.pull.comments.flatMap((comment) => newCommands(comment, facts, config)),
  ].sort(byTime);
  const decides = ({ author }: ReviewerEvent) => mayDecide(author, context.owner, facts, config);
  const session = new ReviewSession(facts, context, config);
  for (const [index, event] of events.entries()) {
    session.apply(event, objectorTo(event, events.slice(index + 1).filter(decides)));
  }
  const outcome = session.outcome();
  return { ...outcome, answers: [...outcome.answers, ...answersToHelpers(facts, context, config)] };
}

/** To decisions with GitHub’s buttons. Commands are answered in their turn. */
function answersToHelpers(facts: Facts, { kind }: ReviewContext, config: BoardConfig): Answer[] {
  const { pull } = facts;
  if (pull.state !== "open" || !isReviewed(kind)) return [];
  return pull.reviews
    .filter(({ author, state, at }) => {
      const isDecision = state === "approved" || state === "changes-requested";
      return isDecision && at >= waitingSince(pull) && isHelper(author, facts, config);
    })
    .map(({ id, author }) => ({ key: reviewKey(id), to: author, text: answers.noReviewer }));
}

/** The commands in a comment that the bot has not reacted to. Of an edited one the first, which is answered. */
function newCommands(comment: Comment, facts: Facts, config: BoardConfig): CommandEvent[] {
  const { id, author, at, edited, reactions } = comment;
  if (reactions.length > 0) return [];
  const sender = facts.pull.author.login;
  const worksHere = isReviewer(author, facts, config) || isHelper(author, facts, config);
  const heard = heardCommands(comment, { sender, worksHere }, config);
  const isReopening = heard.some(({ name }) => name === "reopen");
  if (isOutdated(comment, facts) && !(isReopening && hasReopened(comment, facts))) return [];
  const read = edited ? heard.slice(0, 1) : heard;
  return read.map((one, index): CommandEvent => {
    const later = read.slice(index + 1).filter((other) => "command" in other);
    return { type: "command", id, author, at, edited, read: one, among: read.length, later };
  });
}
