/** Comments that notify people. GitHub sends no email about edited comments, so each notice is a new one, posted once. */

import * as words from "#words/bot.ts";
import { answerText } from "#words/bot-answers.ts";
import { pages, postAddress } from "../addresses.ts";
import { correctionUrl } from "../change-url.ts";
import type { BoardConfig } from "../config.ts";
import { absoluteUrl } from "../config.ts";
import { parseJobPath } from "../job/path.ts";
import { isSameLogin } from "../login.ts";
import { resolutionOf } from "./check.ts";
import type { ReviewContext } from "./context.ts";
import { closingEvent } from "./context.ts";
import type { Facts } from "./facts.ts";
import { featuredKey, openPosts } from "./featuring.ts";
import { markLabels } from "./labels.ts";
import type { ReviewOutcome } from "./review-session.ts";
import type { Rejection, ReviewStatus } from "./status.ts";
import { rejectionBy } from "./status.ts";
import { readNoticeKey } from "./tags.ts";

/** `key` identifies it, so that it is posted once. */
export type Notice = { key: string; body: string };

/** All notices that apply, including those already posted. */
export function noticesFor(
  facts: Facts,
  context: ReviewContext,
  outcome: ReviewOutcome,
  { status, labels }: { status: ReviewStatus; labels: ReadonlySet<string> },
  config: BoardConfig,
): Notice[] {
  const { answers, newRequests } = outcome;
  const author = facts.pull.author.login;
  const toReviewers = answers.map(({ key, ...answer }) => ({ key, body: answerText(answer) }));
  const requests = newRequests.map((request) => ({
    key: request.key,
    body: words.requestNotice(author, request.by, {
      parts: reasonParts(request, config),
      edit: correctionUrl(facts.pull, config),
    }),
  }));
  const rejection = rejectionOf(facts, context, outcome, config);
  const isFeatured =
    status.state === "approved" &&
    labels.has(markLabels.featured.name) &&
    openPosts(facts, config).length > 0;
  return [
    ...toReviewers,
    ...requests,
    ...(rejection ? [{ key: rejection.key, body: rejectionNotice(facts, rejection, config) }] : []),
    ...closedByHand(facts, status, config),
    ...merged(facts, status, config),
    ...conflicting(facts, context, status, config),
    ...(isFeatured ? [{ key: featuredKey, body: words.featuredNotice(author) }] : []),
  ];
}

/** The rejection by command, also if the bot was interrupted after closing it. */
export function rejectionOf(
  facts: Facts,
  context: ReviewContext,
  { decision }: ReviewOutcome,
  config: BoardConfig,
): Rejection | undefined {
  return decision?.to === "reject" ? decision : rejectionBy(facts, context, config);
}

/** Closing by hand is a rejection too. The reviewer’s own comment, if any, gives the reason. */
function closedByHand(facts: Facts, status: ReviewStatus, config: BoardConfig): Notice[] {
  const event = closingEvent(facts.pull);
  const isByHand = facts.pull.state === "closed" && event && !isSameLogin(event.actor, facts.bot);
  if (status.state !== "rejected" || !isByHand) return [];
  // Earlier versions used the event’s id as the key.
  const isTold = facts.pull.comments.some(
    ({ author, at, body }) =>
      isSameLogin(author, facts.bot) &&
      at >= event.at &&
      readNoticeKey(body)?.startsWith("closed-"),
  );
  if (isTold) return [];
  const closed = { by: status.by, reason: null, text: "" };
  const body = rejectionNotice(facts, closed, config);
  return [{ key: `closed-${event.at.replaceAll(":", "")}`, body }];
}

/** Once for each head, since the conflict comes up whenever the board changes. */
function conflicting(
  facts: Facts,
  { kind }: ReviewContext,
  { state }: ReviewStatus,
  config: BoardConfig,
): Notice[] {
  const { pull } = facts;
  const isSubmission = kind.kind !== "other" && kind.kind !== "refused";
  if (!isSubmission || state !== "invalid" || pull.mergeable !== false) return [];
  const { how, isByEdit } = resolutionOf(kind, facts, config);
  const edit = isByEdit ? correctionUrl(pull, config) : undefined;
  const body = words.conflictNotice(pull.author.login, how, edit);
  return [{ key: `conflict-${pull.head}`, body }];
}

function merged(facts: Facts, status: ReviewStatus, config: BoardConfig): Notice[] {
  if (status.state !== "approved") return [];
  const { pull, bot } = facts;
  const author = pull.author.login;
  // The bot, and whoever merged their own change, need no notice.
  if (isSameLogin(author, bot) || (isSameLogin(author, pull.mergedBy) && !status.closes)) return [];
  return [{ key: "merged", body: mergedText(status.closes) }];

  function mergedText(closes: boolean): string {
    const [file] = pull.files;
    if (closes) return words.closingNotice(author, file?.change === "removed");
    return file?.change === "added"
      ? approvalNotice(author, file.path, config)
      : words.changeNotice(author);
  }
}

type Reasoned = { by: string; reason: string | null; text: string };

function rejectionNotice({ pull }: Facts, rejection: Reasoned, config: BoardConfig): string {
  const { by, reason } = rejection;
  return words.rejectionNotice(pull.author.login, by, {
    parts: reason === null ? [words.askWhy(by)] : reasonParts(rejection, config),
    edit: correctionUrl(pull, config),
    criteria: absoluteUrl(config, pages.howWeReview),
  });
}

function approvalNotice(author: string, file: string, config: BoardConfig): string {
  const path = parseJobPath(file);
  const address = absoluteUrl(config, "slug" in path ? postAddress(path.slug) : pages.list);
  return words.approvalNotice(author, address, config.lifetimes.listedDays);
}

function reasonParts({ reason: slug, text }: Reasoned, { review }: BoardConfig): string[] {
  const reason = review.reasons.find((known) => known.slug === slug);
  return [
    ...(reason ? [words.reasonPart(reason.title, reason.text)] : []),
    ...(text ? [words.reviewerPart(text)] : []),
  ];
}
