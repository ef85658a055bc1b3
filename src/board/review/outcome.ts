/** How a submission stands once everything is heard and done. */
import type { BoardConfig } from "../config.ts";
import { hasErrors } from "../problem.ts";
import type { Progress, Subject } from "./acts.ts";
import { readCommand } from "./commands.ts";
import type { Facts, Login, Moment } from "./facts.ts";
import { byTime } from "./head.ts";
import { isSame } from "./people.ts";
import type { ReviewState } from "./state.ts";

/** The state that follows from the facts and from what is done about them now. */
export function outcomeOf(
  facts: Facts,
  { kind, checked, standing }: Subject,
  { decision, holder, request }: Progress,
  config: BoardConfig,
): ReviewState {
  const { pull } = facts;
  if (kind.kind === "other") return { state: "not-a-submission" };
  if (pull.state === "merged") return { state: "merged", by: approverOf(facts, config) };
  if (pull.state === "closed") return closedState(facts, config);
  if (decision?.to === "merge") return { state: "merged", by: decision.by };
  if (decision?.to === "reject") {
    return { state: "rejected", by: decision.by, reason: decision.reason };
  }
  return openState(facts, { kind, checked, standing, holder, request });
}

type OpenSource = Pick<Subject, "kind" | "checked" | "standing"> &
  Pick<Progress, "holder" | "request">;

function openState(
  facts: Facts,
  { kind, checked, standing, holder, request }: OpenSource,
): ReviewState {
  if (kind.kind === "refused") return { state: "refused", reasons: kind.reasons };
  if (request) return { state: "changes-requested", ...request };
  if (facts.pull.draft) return { state: "draft" };
  if (hasErrors(checked.problems)) return { state: "invalid", problems: checked.problems };
  if (kind.kind === "maintenance") return { state: "not-a-submission" };
  const answered = standing.answeredAt !== undefined;
  if (holder) return { state: "claimed", ...holder, answered };
  return { state: "waiting", since: standing.answeredAt ?? waitingSince(facts), answered };
}

/** Since when it is open. */
export function waitingSince({ pull }: Facts): Moment {
  const reopened = pull.events.filter(({ event }) => event === "reopened").sort(byTime);
  return reopened.at(-1)?.at ?? pull.openedAt;
}

/** Who closed it, and when. */
export function closingEvent({ pull }: Facts) {
  return pull.events
    .filter(({ event }) => event === "closed")
    .sort(byTime)
    .at(-1);
}

/** Who decided what the bot has carried out: by the command that led to it, else by a review. */
function approverOf(facts: Facts, config: BoardConfig): Login {
  const { pull, bot } = facts;
  const { mergedBy } = pull;
  if (mergedBy && !isSame(mergedBy, bot)) return mergedBy;
  const command = lastCommand(facts, "approve", config);
  const review = pull.reviews
    .filter(({ state, sha }) => state === "approved" && sha === pull.head)
    .sort(byTime)
    .at(-1);
  return command?.by ?? review?.author ?? pull.author.login;
}

function closedState(facts: Facts, config: BoardConfig): ReviewState {
  const { pull, bot } = facts;
  const actor = closingEvent(facts)?.actor;
  if (isSame(actor, pull.author.login)) return { state: "withdrawn" };
  const command = lastCommand(facts, "reject", config);
  if (actor && !isSame(actor, bot)) return { state: "rejected", by: actor, reason: null };
  // The bot closes what was rejected, and what it has carried out in another way.
  return command
    ? { state: "rejected", ...command }
    : { state: "merged", by: approverOf(facts, config) };
}

/** The last command of a name that was carried out, or is being carried out. */
function lastCommand(
  { pull }: Facts,
  name: "approve" | "reject",
  config: BoardConfig,
): { by: Login; reason: string | null } | undefined {
  const given = pull.comments
    .filter(({ reactions }) => !reactions.includes("confused"))
    .sort(byTime)
    .flatMap(({ author, body, edited, reactions }) => {
      const read = readCommand(body, config);
      if (!read || !("command" in read) || read.command.name !== name) return [];
      if (edited && reactions.length === 0) return [];
      const reason = "reason" in read.command ? read.command.reason.slug : null;
      return [{ by: author, reason }];
    });
  return given.at(-1);
}
