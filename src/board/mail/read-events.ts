/** Derives the mail events of a pull request from its facts. */
import { correctionUrl } from "../change-url.ts";
import type { BoardConfig } from "../config.ts";
import { isSameLogin } from "../login.ts";
import { isImported } from "../post/imported.ts";
import type { Kind } from "../review/classify.ts";
import { readCommands } from "../review/commands.ts";
import { closingEvent } from "../review/context.ts";
import type { Comment, Facts, Login, Review } from "../review/facts.ts";
import { isReviewer, mayDecide } from "../review/permissions.ts";
import type { Plan } from "../review/plan.ts";
import type { ReviewStatus } from "../review/status.ts";
import { commandKey, isAnswered, reviewKey } from "../review/tags.ts";
import { daysLater, momentOf } from "../review/timestamps.ts";
import type { DatedEvent, MailEvent, MailSubject } from "./events.ts";
import { newsDays } from "./events.ts";

type Post = Extract<Kind, { kind: "new" | "edit" | "closing" }>;

/**
 * Recent events, oldest first; `undefined` if the pull request does not submit a post.
 *
 * @param plan what was decided of the facts, or what led to them
 */
export function readEvents(
  facts: Facts,
  { kind, status, post = {} }: Pick<Plan, "kind" | "status" | "post">,
  config: BoardConfig,
): { subject: MailSubject; events: MailEvent[] } | undefined {
  if (kind.kind !== "new" && kind.kind !== "edit" && kind.kind !== "closing") return undefined;
  // The person named in it has not sent it here.
  if (kind.kind === "new" && isImported(post, config)) return undefined;
  const since = daysLater(momentOf(facts.now), -newsDays);
  const owner = { author: facts.pull.author.login, jobs: [post] };
  const decides = (login: Login) => mayDecide(login, owner, facts, config);
  const events = [
    ...submitted(kind, status, facts),
    ...discussion(facts, decides, config).map((event) => rationed(event, facts, config)),
    ...closedByHand(status, facts),
    ...(post.closed ? [] : approved(kind, status, facts)),
  ];
  return {
    subject: {
      ...{ pull: facts.pull.number, file: kind.file, post },
      edit: correctionUrl(facts.pull, config),
    },
    events: events
      .filter(({ at }) => at > since)
      .sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
      .map(({ event }) => event),
  };
}

/** When all checks passed for the first time. An owner who closes a post needs no reviewer. */
function submitted(kind: Post, { state }: ReviewStatus, { pull, now }: Facts): DatedEvent[] {
  if (kind.kind === "closing" && kind.proven) return [];
  const sound = pull.commitStatuses.filter((commitStatus) => commitStatus.state === "success");
  const first = sound.map(({ at }) => at).sort()[0];
  const waits = pull.state === "open" && (state === "waiting" || state === "claimed");
  if (first === undefined && !waits) return [];
  const event = { what: "submitted", kind: kind.kind, by: pull.author.login } as const;
  return [{ event, at: first ?? momentOf(now) }];
}

/** Requests for changes and rejections that count, and everything else as a comment. */
function discussion(
  facts: Facts,
  decides: (login: Login) => boolean,
  config: BoardConfig,
): DatedEvent[] {
  const { pull, bot } = facts;
  const isPerson = ({ author }: { author: Login }) =>
    !isSameLogin(author, bot) && !author.endsWith("[bot]");
  return [
    ...pull.comments
      .filter(isPerson)
      .flatMap((comment) => ofComment(comment, decides, facts, config)),
    ...pull.reviews.filter(isPerson).flatMap((review) => ofReview(review, decides, facts)),
  ];
}

function rationed(dated: DatedEvent, facts: Facts, config: BoardConfig): DatedEvent {
  const { event, at } = dated;
  if (event.what !== "commented" || isReviewer(event.by, facts, config)) return dated;
  return { event: { ...event, rationed: true }, at };
}

const commandEvents = { reject: "rejected", "request-changes": "changes-requested" } as const;

function ofComment(
  { id, author: by, body, at, reactions }: Comment,
  decides: (login: Login) => boolean,
  facts: Facts,
  config: BoardConfig,
): DatedEvent[] {
  const anchor = `issuecomment-${id}`;
  const mayApply = reactions.includes("+1") && decides(by);
  const lines = body.split(/\r\n?|\n/);
  const decisions = readCommands(body, config).flatMap((read): DatedEvent[] => {
    const { line, end } = read;
    const isRefused = isAnswered(facts, commandKey("answer", id, line));
    const command = "command" in read && mayApply && !isRefused ? read.command : undefined;
    const isDecision = command && "reason" in command;
    // The commands’ own lines are for the bot.
    lines.fill("", line, isDecision ? end : line + 1);
    if (!isDecision) return [];
    const { reason, text } = command;
    const what = commandEvents[command.name];
    const event = { what, by, reason: reason.slug, text, anchor, ...(line > 0 && { line }) };
    return [{ event, at }];
  });
  const text = lines.join("\n").trim();
  return [
    ...decisions,
    ...(text === "" ? [] : [{ event: { what: "commented" as const, by, text, anchor }, at }]),
  ];
}

function ofReview(
  { id, author: by, state, body, at }: Review,
  decides: (login: Login) => boolean,
  facts: Facts,
): DatedEvent[] {
  const anchor = `pullrequestreview-${id}`;
  const text = body.trim();
  const counts = decides(by) && !isAnswered(facts, reviewKey(id));
  if (state === "changes-requested" && counts) {
    return [{ event: { what: "changes-requested", by, reason: null, text, anchor }, at }];
  }
  // A review without text has comments on lines, unless it is an approval.
  const isSilent = text === "" && state !== "commented";
  if (state === "dismissed" || isSilent) return [];
  return [{ event: { what: "commented", by, text, anchor }, at }];
}

/** Closing without merging is also a rejection, unless the author does it. */
function closedByHand(status: ReviewStatus, { pull, bot }: Facts): DatedEvent[] {
  const closing = closingEvent(pull);
  if (pull.state !== "closed" || status.state !== "rejected" || !closing) return [];
  if (isSameLogin(closing.actor, bot)) return [];
  const { id, actor: by, at } = closing;
  const anchor = `event-${id}`;
  return [{ event: { what: "rejected", by, reason: null, text: "", anchor }, at }];
}

function approved(kind: Post, status: ReviewStatus, { pull, now }: Facts): DatedEvent[] {
  if (pull.state !== "merged" || status.state !== "approved" || kind.kind === "closing") return [];
  // Merging closes a pull request.
  const at = closingEvent(pull)?.at ?? momentOf(now);
  const event = { what: "approved", kind: kind.kind, by: status.by, on: at.slice(0, 10) } as const;
  return [{ event, at }];
}
