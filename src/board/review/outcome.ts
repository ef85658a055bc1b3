/** How a submission stands once everything is heard and done. */
import type { BoardConfig } from "../config.ts";
import { hasErrors } from "../problem.ts";
import type { Progress, Subject } from "./acts.ts";
import { readCommand } from "./commands.ts";
import type { Facts, Login } from "./facts.ts";
import { byTime } from "./head.ts";
import { conflictOf, isReviewer, isSame } from "./people.ts";
import { closingEvent, waitingSince } from "./standing.ts";
import type { ReviewState } from "./state.ts";

/** The state that follows from the facts and from what is done about them now. */
export function outcomeOf(
  facts: Facts,
  subject: Subject,
  { decision, claim, request }: Progress,
  config: BoardConfig,
): ReviewState {
  const { pull } = facts;
  if (subject.kind.kind === "other") return { state: "not-a-submission" };
  if (pull.state === "merged") return { state: "merged", by: approverOf(facts, subject, config) };
  if (pull.state === "closed") return closedState(facts, subject, config);
  if (decision?.to === "merge") return { state: "merged", by: decision.by };
  if (decision?.to === "reject") {
    return { state: "rejected", by: decision.by, reason: decision.reason };
  }
  return openState(facts, { ...subject, claim, request });
}

type OpenSource = Pick<Subject, "kind" | "checked" | "standing"> &
  Pick<Progress, "claim" | "request">;

function openState(
  facts: Facts,
  { kind, checked, standing, claim, request }: OpenSource,
): ReviewState {
  if (kind.kind === "refused") return { state: "refused", reasons: kind.reasons };
  if (request) return { state: "changes-requested", ...request };
  if (facts.pull.draft) return { state: "draft" };
  if (hasErrors(checked.problems)) return { state: "invalid", problems: checked.problems };
  if (kind.kind === "maintenance") return { state: "not-a-submission" };
  const answered = standing.answeredAt !== undefined;
  if (claim) return { state: "claimed", ...claim, answered };
  return { state: "waiting", since: standing.answeredAt ?? waitingSince(facts.pull), answered };
}

type Decider = Pick<Subject, "owner" | "standing">;

/** Who decided what the bot has carried out: by the command that led to it, else by a review. */
function approverOf(facts: Facts, decider: Decider, config: BoardConfig): Login {
  const { pull, bot } = facts;
  const { mergedBy } = pull;
  if (mergedBy && !isSame(mergedBy, bot)) return mergedBy;
  const command = lastCommand("approve", facts, decider, config);
  const review = decider.standing.reviews.findLast(
    ({ author, state, sha }) =>
      state === "approved" &&
      sha === pull.head &&
      conflictOf(author, decider.owner, config) === undefined,
  );
  return command?.by ?? review?.author ?? pull.author.login;
}

function closedState(facts: Facts, decider: Decider, config: BoardConfig): ReviewState {
  const { pull, bot } = facts;
  const actor = closingEvent(facts.pull)?.actor;
  if (isSame(actor, pull.author.login)) return { state: "withdrawn" };
  if (actor && !isSame(actor, bot)) return { state: "rejected", by: actor, reason: null };
  const command = lastCommand("reject", facts, decider, config);
  // The bot closes what was rejected, and what it has carried out in another way.
  return command
    ? { state: "rejected", ...command }
    : { state: "merged", by: approverOf(facts, decider, config) };
}

/** The last command of a name that was carried out, or is being carried out. */
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
