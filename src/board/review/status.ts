/** The status of a submission once everything new is applied. */
import type { BoardConfig } from "../config.ts";
import type { Problem } from "../problem.ts";
import { hasErrors } from "../problem.ts";
import { readCommand } from "./commands.ts";
import type { ReviewContext } from "./context.ts";
import { closingEvent, waitingSince } from "./context.ts";
import type { Facts, Login, Moment } from "./facts.ts";
import { byTime } from "./head.ts";
import { conflictOf, isReviewer, isSame } from "./people.ts";
import type { ReviewOutcome } from "./reviewer-events.ts";

/** Follows from GitHub’s own facts and is stored nowhere else. Its states are the keys of `stateLabels`. */
export type ReviewStatus =
  | { state: "draft" }
  /** Can’t be published yet. */
  | { state: "invalid"; problems: readonly Problem[] }
  /** In the queue. `answered`: its author has made the requested changes, so it comes first. */
  | { state: "waiting"; since: Moment; answered: boolean }
  | { state: "claimed"; by: Login; since: Moment; until: Moment; answered: boolean }
  | { state: "changes-requested"; by: Login; reason: string | null; text: string }
  | { state: "approved"; by: Login }
  | { state: "rejected"; by: Login; reason: string | null }
  | { state: "withdrawn" }
  /** Nothing for reviewers of posts. */
  | { state: "not-a-submission" }
  | { state: "refused"; reasons: readonly string[] };

export function statusOf(
  facts: Facts,
  context: ReviewContext,
  { decision, claim, request }: ReviewOutcome,
  config: BoardConfig,
): ReviewStatus {
  const { pull } = facts;
  if (context.kind.kind === "other") return { state: "not-a-submission" };
  if (pull.state === "merged") return { state: "approved", by: approverOf(facts, context, config) };
  if (pull.state === "closed") return closedState(facts, context, config);
  if (decision?.to === "merge") return { state: "approved", by: decision.by };
  if (decision?.to === "reject") {
    return { state: "rejected", by: decision.by, reason: decision.reason };
  }
  return openState(facts, { ...context, claim, request });
}

type OpenSource = Pick<ReviewContext, "kind" | "problems" | "answeredAt"> &
  Pick<ReviewOutcome, "claim" | "request">;

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

/** Who approved what the bot merged: by a command, else by a review. */
function approverOf(facts: Facts, decider: Decider, config: BoardConfig): Login {
  const { pull, bot } = facts;
  const { mergedBy } = pull;
  if (mergedBy && !isSame(mergedBy, bot)) return mergedBy;
  const command = lastCommand("approve", facts, decider, config);
  const review = decider.reviews.findLast(
    ({ author, state, sha }) =>
      state === "approved" &&
      sha === pull.head &&
      conflictOf(author, decider.owner, config) === undefined,
  );
  return command?.by ?? review?.author ?? pull.author.login;
}

function closedState(facts: Facts, decider: Decider, config: BoardConfig): ReviewStatus {
  const { pull, bot } = facts;
  const actor = closingEvent(facts.pull)?.actor;
  if (isSame(actor, pull.author.login)) return { state: "withdrawn" };
  if (actor && !isSame(actor, bot)) return { state: "rejected", by: actor, reason: null };
  const command = lastCommand("reject", facts, decider, config);
  // The bot closes what was rejected, and deletions that it has turned into a change of the post.
  return command
    ? { state: "rejected", ...command }
    : { state: "approved", by: approverOf(facts, decider, config) };
}

/** The last command of that name that was applied, or is being applied. */
function lastCommand(
  name: "approve" | "reject",
  facts: Facts,
  { owner }: Decider,
  config: BoardConfig,
): { by: Login; reason: string | null } | undefined {
  const openedAt = waitingSince(facts.pull);
  const given = facts.pull.comments
    .filter(
      ({ author, at, edited, reactions }) =>
        at >= openedAt &&
        isReviewer(author, facts, config) &&
        conflictOf(author, owner, config) === undefined &&
        (reactions.includes("+1") || (reactions.length === 0 && !edited)),
    )
    .sort(byTime)
    .flatMap(({ author, body }) => {
      const read = readCommand(body, config);
      if (!read || !("command" in read) || read.command.name !== name) return [];
      const reason = "reason" in read.command ? read.command.reason.slug : null;
      return [{ by: author, reason }];
    });
  return given.at(-1);
}
