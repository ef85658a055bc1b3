/** Decides how the bot responds to a request about a post. */

import * as words from "#words/requests.ts";
import { againAddress, pages, postAddress } from "../addresses.ts";
import { changeUrl } from "../change-url.ts";
import type { BoardConfig } from "../config.ts";
import { absoluteUrl } from "../config.ts";
import type { Day } from "../days.ts";
import { addDays, dayOf } from "../days.ts";
import { readJobFile } from "../job/file.ts";
import { parseJobPath } from "../job/path.ts";
import { isRedacted, isRemoved } from "../job/removed-post.ts";
import type { Job } from "../job/schema.ts";
import type { JobSource } from "../listing/read-board.ts";
import { publishedOn } from "../listing/read-board.ts";
import { isSameLogin } from "../login.ts";
import { listedUntil, stateAt } from "../post/life-cycle.ts";
import type { PostChange } from "../review/post-change.ts";
import { isAnswered, readNoticeKey } from "../review/tags.ts";
import type { RequestFacts } from "./facts.ts";
import { requestLabels } from "./labels.ts";
import { permissionFor } from "./permission.ts";
import type { RequestType } from "./request-form.ts";
import {
  questions,
  readRequest,
  requestPath,
  requestTitle,
  requestTypes,
  slugIn,
} from "./request-form.ts";
import { answerReviewers } from "./reviewer-answers.ts";

/** Applied in their order. */
export type RequestAction =
  | { do: "change-post"; change: PostChange }
  | { do: "add-label"; label: string }
  /** `key` keeps the comment from being posted twice. */
  | { do: "post-comment"; key: string; body: string }
  | { do: "close-issue"; reason: "completed" | "not_planned" };

/**
 * No actions for an issue that is closed or not a request. What is already done is not planned again, so a
 * request can be processed again after a failure.
 */
export function decideRequest(facts: RequestFacts, config: BoardConfig): RequestAction[] {
  const { bot, issue } = facts;
  const isPosted = (action: RequestAction) =>
    action.do === "post-comment" && isAnswered({ pull: issue, bot }, action.key);
  return allActions(facts, config).filter((action) => !isPosted(action));
}

function allActions(facts: RequestFacts, config: BoardConfig): RequestAction[] {
  const { issue, post } = facts;
  const request = readRequest(issue.body);
  if (!request || issue.state === "closed") return [];
  const author = issue.author.login;
  if (!request.type) {
    const form = requestPath(request.post, undefined, requestTitle(slugIn(request.post) ?? ""));
    return refuse(words.unknownRequestType(author, questions.wish, facts.repository + form));
  }
  const path = post && parseJobPath(post.file);
  if (!post || !path || "refused" in path) {
    return refuse(words.unknownPost(author, absoluteUrl(config, pages.list)));
  }
  if (request.type === "correct") {
    // Only the board changes closed posts.
    const edit = path.archived ? undefined : changeUrl(path.slug, config);
    return [
      ...label(facts, requestLabels.report.name),
      { do: "post-comment", key: "reported", body: words.reported(author, edit) },
      ...answer(facts, () => words.commandsInIssues.nothing, config),
    ];
  }
  const job = readPost(post, config);
  if (!job) {
    return [
      ...label(facts, requestLabels.report.name),
      { do: "post-comment", key: "unreadable", body: words.unreadable(author) },
      ...answer(facts, () => words.commandsInIssues.nothing, config),
    ];
  }
  const permission = permissionFor(facts, { job, what: `${request.type}-${path.slug}` }, config);
  switch (permission.permission) {
    // People harmed by somebody else’s post need a person, not a form.
    case "refused":
      return refuse(words.notYours(author, config.contact));
    case "pending": {
      const page = `[${path.slug}](${pageOf(path.slug, config)})`;
      const body = words.unproven(author, requestTypes[request.type], page);
      return [
        ...label(facts, requestLabels.unproven.name),
        { do: "post-comment", key: permission.key, body },
        ...answer(facts, permission.whyNot, config),
      ];
    }
    case "granted":
      return fulfill(request.type, { facts, file: post.file, slug: path.slug, job }, config);
  }
}

function readPost({ file, content }: JobSource, config: BoardConfig): Job | undefined {
  const read = content instanceof Uint8Array ? readJobFile(file, content, config) : undefined;
  return read?.ok ? read.job : undefined;
}

type OwnPost = { facts: RequestFacts; file: string; slug: string; job: Job };

function fulfill(
  type: Exclude<RequestType, "correct">,
  own: OwnPost,
  config: BoardConfig,
): RequestAction[] {
  return type === "renew" ? renew(own, config) : close(type, own, config);
}

/** Removed posts stay removed, and closed ones can still be removed. */
function close(
  type: "filled" | "remove",
  { facts, file, slug, job }: OwnPost,
  config: BoardConfig,
): RequestAction[] {
  const reason = type === "remove" ? "removed" : "filled";
  const isApplied =
    reason === "filled" ? job.closed !== undefined : isRemoved(job) && isRedacted(job);
  const on = job.closed?.on ?? dayOf(facts.now);
  const title = words.changeTitles.close(slug);
  const set = { closed: { on, reason } } as const;
  return [
    ...(isApplied ? [] : [{ do: "change-post", change: { file, set, title } } as const]),
    ...complete("closed", closedText(reason, { facts, slug }, config)),
  ];
}

function closedText(
  reason: "filled" | "removed",
  { facts: { issue, repository }, slug }: { facts: RequestFacts; slug: string },
  config: BoardConfig,
): string {
  const author = issue.author.login;
  const page = pageOf(slug, config);
  if (reason === "filled") return words.filled(author, page);
  const privacy = `${repository}/blob/${config.repository.branch}/docs/privacy.md`;
  return words.removed(author, { page, contact: config.contact, privacy });
}

/** Near the end of a post, a renewal restarts the listing period, and drops an earlier last day that its owner had chosen. */
function renew({ facts, file, slug, job }: OwnPost, config: BoardConfig): RequestAction[] {
  const { lifetimes } = config;
  const author = facts.issue.author.login;
  const published = publishedOn({ job, firstListed: facts.firstListed }, facts.now);
  const { renewed = [], expires } = job;
  const today = dayOf(facts.now);
  const again = absoluteUrl(config, againAddress(slug));
  const state = stateAt({ ...job, published }, facts.now, lifetimes);
  if (state.state === "closed") return refuse(words.tooLate(author, again));
  const isDone = renewed.includes(today) || wasRenewed(renewed, facts);
  const term = { published, renewed: isDone ? renewed : [...renewed, today] };
  const lastDay = addDays(dayOf(listedUntil(term, lifetimes)), -1);
  const done = complete("renewed", words.renewed(author, pageOf(slug, config), lastDay));
  if (isDone) return done;
  const { until, renewableFrom } = state;
  if (renewableFrom === undefined) {
    return refuse(words.noRenewalsLeft(author, lifetimes.renewals, again));
  }
  if (today < renewableFrom) {
    const now = { lastDay: addDays(dayOf(until), -1), from: renewableFrom };
    return refuse(words.tooEarly(author, pageOf(slug, config), now));
  }
  const isSooner = expires !== undefined && expires < lastDay;
  const drop = isSooner ? (["expires"] as const) : [];
  const title = words.changeTitles.renew(slug);
  return [
    { do: "change-post", change: { file, set: { renewed: term.renewed }, drop, title } },
    ...done,
  ];
}

/** Whether an earlier run renewed it, perhaps on an earlier day, and was interrupted before it could comment. */
function wasRenewed(renewed: readonly Day[], { issue, bot }: RequestFacts): boolean {
  const hasComment = issue.comments.some(
    ({ author, body }) => isSameLogin(author, bot) && readNoticeKey(body) === "renewed",
  );
  return !hasComment && renewed.some((day) => day >= issue.openedAt.slice(0, 10));
}

function pageOf(slug: string, config: BoardConfig): string {
  return absoluteUrl(config, postAddress(slug));
}

function label({ issue }: RequestFacts, name: string): RequestAction[] {
  return issue.labels.includes(name) ? [] : [{ do: "add-label", label: name }];
}

function answer(...args: Parameters<typeof answerReviewers>): RequestAction[] {
  return answerReviewers(...args).map((comment) => ({ do: "post-comment", ...comment }));
}

function complete(key: string, body: string): RequestAction[] {
  return [
    { do: "post-comment", key, body },
    { do: "close-issue", reason: "completed" },
  ];
}

function refuse(body: string): RequestAction[] {
  return [
    { do: "post-comment", key: "refused", body },
    { do: "close-issue", reason: "not_planned" },
  ];
}
