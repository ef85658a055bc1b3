/** Decides the status of a submission after all new events are applied. */

import { commitStatus as words } from "#words/bot.ts";
import type { BoardConfig } from "../config.ts";
import { isSameLogin } from "../login.ts";
import type { Problem } from "../problem.ts";
import { hasErrors } from "../problem.ts";
import type { Kind } from "./classify.ts";
import type { ReviewContext } from "./context.ts";
import { closingEvent, waitingSince } from "./context.ts";
import { statusCommentOf } from "./current-commits.ts";
import type { CommitState, Facts, Login, Moment } from "./facts.ts";
import type { GivenCommand } from "./given-commands.ts";
import { givenCommands } from "./given-commands.ts";
import { kindNames } from "./label-names.ts";
import { mayDecide } from "./permissions.ts";
import { shorten } from "./quote.ts";
import type { ReviewOutcome } from "./review-session.ts";
import { commandKey } from "./tags.ts";

/** Follows from GitHub’s own facts and is stored nowhere else. Its states are the keys of `stateLabels`. */
export type ReviewStatus =
  | { state: "draft" }
  /** Can’t be published yet. */
  | { state: "invalid"; problems: readonly Problem[] }
  /** In the queue. `answered`: its author has made the requested changes, so it comes first. */
  | { state: "waiting"; since: Moment; answered: boolean }
  | { state: "claimed"; by: Login; since: Moment; until: Moment; answered: boolean }
  | { state: "changes-requested"; by: Login; reason: string | null; text: string }
  /** `closes`: what was approved is the closing of a post. */
  | { state: "approved"; by: Login; closes: boolean }
  | { state: "rejected"; by: Login; reason: string | null }
  | { state: "withdrawn" }
  /** Not for reviewers of posts. */
  | { state: "not-a-submission" }
  | { state: "refused"; reasons: readonly string[] };

export function statusOf(
  facts: Facts,
  context: ReviewContext,
  outcome: ReviewOutcome,
  config: BoardConfig,
): ReviewStatus {
  const { pull } = facts;
  const { decision } = outcome;
  // One that the bot has commented on was about a post before it was closed.
  const wasSubmission = pull.state === "closed" && statusCommentOf(facts) !== undefined;
  if (context.kind.kind === "other" && !wasSubmission) return { state: "not-a-submission" };
  const closes = isClosing(context.kind, pull);
  if (pull.state === "merged") {
    return { state: "approved", by: approverOf(facts, context, config), closes };
  }
  if (pull.state === "closed") return closedState(facts, context, closes, config);
  if (decision?.to === "merge") return { state: "approved", by: decision.by, closes };
  if (decision?.to === "reject") {
    return { state: "rejected", by: decision.by, reason: decision.reason };
  }
  return openState(facts, { ...context, ...outcome });
}

/** Afterwards, only the label tells, because the board already has the change. */
function isClosing({ kind }: Kind, { state, labels }: Facts["pull"]): boolean {
  return kind === "closing" || (state !== "open" && labels.includes(kindNames.closing));
}

type OpenSource = Pick<ReviewContext, "kind" | "problems"> &
  Pick<ReviewOutcome, "claim" | "request" | "answeredAt">;

function openState(
  facts: Facts,
  { kind, problems, answeredAt, claim, request }: OpenSource,
): ReviewStatus {
  if (kind.kind === "refused") return { state: "refused", reasons: kind.reasons };
  if (request) return { state: "changes-requested", ...request };
  if (facts.pull.draft) return { state: "draft" };
  if (hasErrors(problems)) return { state: "invalid", problems };
  if (kind.kind === "maintenance") return { state: "not-a-submission" };
  const answered = answeredAt !== undefined;
  if (claim) return { state: "claimed", ...claim, answered };
  return { state: "waiting", since: answeredAt ?? waitingSince(facts.pull), answered };
}

type Decider = Pick<ReviewContext, "owner" | "reviews">;

const commitStates: Readonly<Partial<Record<ReviewStatus["state"], CommitState>>> = {
  draft: "pending",
  invalid: "failure",
  "changes-requested": "failure",
  refused: "failure",
};

/** Maximum number of characters. https://docs.github.com/rest/commits/statuses */
const longestDescription = 140;

/**
 * The commit status that shows it. GitHub’s merge button would delete the file of a post and its address, so a
 * deletion is never green.
 */
export function commitStatusFor(status: ReviewStatus, { kind }: Pick<ReviewContext, "kind">) {
  const deletion = kind.kind === "closing" && kind.deleted ? kind : undefined;
  return {
    state: commitStates[status.state] ?? (deletion ? "pending" : "success"),
    description: shorten(descriptionOf(status, deletion), longestDescription - 1),
  };
}

function descriptionOf(status: ReviewStatus, deletion: { proven: boolean } | undefined): string {
  switch (status.state) {
    case "draft":
      return words.draft;
    case "invalid":
      return words.invalid(errorCount(status.problems));
    case "changes-requested":
      return words.changesRequested + words.by(status.by, status.reason);
    case "not-a-submission":
      return words.notAPost;
    case "refused":
      return words.refused(status.reasons.join(" ").replaceAll("`", ""));
    default:
      if (!deletion) return words.ready;
      return deletion.proven ? words.ownDeletion : words.deletion;
  }
}

/** The number of problems that prevent publishing. */
export function errorCount(problems: readonly Problem[]): number {
  return problems.filter((problem) => hasErrors([problem])).length;
}

/** Who approved a post that the bot merged: by a command, or else by a review. */
function approverOf(facts: Facts, decider: Decider, config: BoardConfig): Login {
  const { pull, bot } = facts;
  const { mergedBy } = pull;
  if (mergedBy && !isSameLogin(mergedBy, bot)) return mergedBy;
  const command = commandBy("approve", facts, decider, config);
  const review = decider.reviews.find(
    ({ author, state, sha }) =>
      state === "approved" && sha === pull.head && mayDecide(author, decider.owner, facts, config),
  );
  return command?.by ?? review?.author ?? pull.author.login;
}

function closedState(
  facts: Facts,
  decider: Decider,
  closes: boolean,
  config: BoardConfig,
): ReviewStatus {
  const { pull, bot } = facts;
  const actor = closingEvent(facts.pull)?.actor;
  // GitHub shows an event after a moment. Until then, nothing counts as approved or rejected.
  if (actor === undefined || isSameLogin(actor, pull.author.login)) return { state: "withdrawn" };
  if (!isSameLogin(actor, bot)) return { state: "rejected", by: actor, reason: null };
  const rejection = rejectionBy(facts, decider, config);
  // The bot closes what was rejected, and deletions that it has turned into a change of the post.
  return rejection
    ? { state: "rejected", by: rejection.by, reason: rejection.reason }
    : { state: "approved", by: approverOf(facts, decider, config), closes };
}

/** What a reviewer wrote. `key`: of the notice that tells the author. */
export type Rejection = { by: Login; reason: string; text: string; key: string };

/** The command on which the bot has closed the pull request. */
export function rejectionBy(
  facts: Facts,
  decider: Pick<Decider, "owner">,
  config: BoardConfig,
): Rejection | undefined {
  const isByBot = isSameLogin(closingEvent(facts.pull)?.actor, facts.bot);
  if (facts.pull.state !== "closed" || !isByBot) return undefined;
  const given = commandBy("reject", facts, decider, config);
  if (!given || !("reason" in given.command)) return undefined;
  const { by, comment, line, command } = given;
  const { reason, text } = command;
  return { by, reason: reason.slug, text, key: commandKey("rejected", comment, line) };
}

/** The first command of that name that was or is being applied. Later ones change nothing. */
function commandBy(
  name: "approve" | "reject",
  facts: Facts,
  { owner }: Pick<Decider, "owner">,
  config: BoardConfig,
): GivenCommand | undefined {
  const openedAt = waitingSince(facts.pull);
  const comments = facts.pull.comments.filter(
    ({ author, at, edited, reactions }) =>
      at >= openedAt &&
      mayDecide(author, owner, facts, config) &&
      (reactions.includes("+1") || (reactions.length === 0 && !edited)),
  );
  return givenCommands(facts, comments, config).find(({ command }) => command.name === name);
}
