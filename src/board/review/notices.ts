/** What people are told once, each in a comment of its own, because GitHub mails nobody about one that changes. */
import type { BoardConfig } from "../config.ts";
import type { ReviewContext } from "./context.ts";
import { closingEvent } from "./context.ts";
import type { Facts } from "./facts.ts";
import type { Kind } from "./kind.ts";
import { markLabels } from "./labels.ts";
import { isSame } from "./people.ts";
import type { ReviewOutcome } from "./reviewer-events.ts";
import type { ReviewStatus } from "./status.ts";
import {
  approvalNotice,
  changeNotice,
  closingNotice,
  featuredNotice,
  rejectionNotice,
  requestNotice,
} from "./texts.ts";

/** `key` names what it is about, so that it is told once. */
export type Notice = { key: string; body: string };

/** Names what is told once a post has been marked as featured. */
export const featuredKey = "featured";

/** Everything that is to be told, also what has been told already. */
export function noticesFor(
  facts: Facts,
  { kind, post }: ReviewContext,
  { answers, newRequest, decision }: ReviewOutcome,
  { status, labels }: { status: ReviewStatus; labels: ReadonlySet<string> },
  config: BoardConfig,
): Notice[] {
  const author = facts.pull.author.login;
  const toReviewers = answers.map(({ key, to, text }) => ({ key, body: `@${to}: ${text}` }));
  const request = newRequest && {
    key: `changes-${newRequest.comment}`,
    body: requestNotice(author, newRequest, config),
  };
  const rejection = decision?.to === "reject" && {
    key: `rejected-${decision.comment}`,
    body: rejectionNotice(author, decision, config),
  };
  const isFeatured =
    status.state === "approved" && labels.has(markLabels.featured.name) && !post?.closed;
  return [
    ...toReviewers,
    ...(request ? [request] : []),
    ...(rejection ? [rejection] : []),
    ...closedByHand(facts, status, config),
    ...merged(facts, kind, status, config),
    ...(isFeatured ? [{ key: featuredKey, body: featuredNotice(author) }] : []),
  ];
}

/** Closing without merging is a rejection too; what the reviewer wrote stands above. */
function closedByHand(facts: Facts, status: ReviewStatus, config: BoardConfig): Notice[] {
  const event = closingEvent(facts.pull);
  const isByHand = facts.pull.state === "closed" && event && !isSame(event.actor, facts.bot);
  if (status.state !== "rejected" || !isByHand) return [];
  const closed = { by: status.by, reason: null, text: "" };
  const body = rejectionNotice(facts.pull.author.login, closed, config);
  return [{ key: `closed-${event.id}`, body }];
}

function merged(facts: Facts, kind: Kind, status: ReviewStatus, config: BoardConfig): Notice[] {
  if (status.state !== "approved") return [];
  const { pull, bot } = facts;
  const author = pull.author.login;
  // The bot, and whoever merges their own change, know.
  if (isSame(author, bot) || (isSame(author, pull.mergedBy) && kind.kind !== "closing")) return [];
  return [{ key: "merged", body: mergedText() }];

  function mergedText(): string {
    const [file] = pull.files;
    if (kind.kind === "closing") return closingNotice(author, kind.deleted);
    return file?.change === "added"
      ? approvalNotice(author, file.path, config)
      : changeNotice(author);
  }
}
