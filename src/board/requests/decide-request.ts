/** What is done about a request: the one place where that is decided. */
import type { BoardConfig } from "../config.ts";
import type { Day } from "../days.ts";
import { addDays, dayOf } from "../days.ts";
import { isEmptied, isRemoved } from "../job/emptied.ts";
import { readJobFile } from "../job/file.ts";
import { parseJobPath } from "../job/path.ts";
import type { Job } from "../job/schema.ts";
import type { JobSource } from "../listing/read-board.ts";
import { publishedOn } from "../listing/read-board.ts";
import { listedUntil, stateAt } from "../post/life-cycle.ts";
import { isSame } from "../review/people.ts";
import type { PostChange } from "../review/post-change.ts";
import { readNoticeKey } from "../review/tags.ts";
import type { RequestFacts } from "./facts.ts";
import { requestLabels } from "./labels.ts";
import { permissionFor } from "./permission.ts";
import type { RequestType } from "./request-form.ts";
import { readRequest } from "./request-form.ts";
import * as texts from "./texts.ts";

/** What can be done about an issue, in the order in which it is to be done. */
export type RequestAction =
  | { do: "change-post"; change: PostChange }
  | { do: "add-label"; label: string }
  /** Write a comment; `key` keeps it from being written twice. */
  | { do: "post-comment"; key: string; body: string }
  | { do: "close-issue"; reason: "completed" | "not_planned" };

/**
 * What is to be done; nothing for an issue that is closed or no request. What was done is
 * found done at the next time, so that a request can be looked at again whenever something failed.
 */
export function decideRequest(facts: RequestFacts, config: BoardConfig): RequestAction[] {
  const { issue, post } = facts;
  const request = readRequest(issue.body);
  if (!request || issue.state === "closed") return [];
  const author = issue.author.login;
  if (!request.type) return refuse(texts.unknownRequestType(author));
  const path = post && parseJobPath(post.file);
  if (!post || !path || "refused" in path) return refuse(texts.unknownPost(author, config));
  if (request.type === "correct") {
    return [
      ...label(facts, requestLabels.report.name),
      { do: "post-comment", key: "reported", body: texts.reported(author, path, config) },
    ];
  }
  const job = readPost(post, config);
  if (!job) {
    return [
      ...label(facts, requestLabels.report.name),
      { do: "post-comment", key: "unreadable", body: texts.unreadable(author) },
    ];
  }
  const permission = permissionFor(facts, { job, what: `${request.type}-${path.slug}` }, config);
  switch (permission.permission) {
    case "refused":
      return refuse(texts.notYours(author, config));
    case "pending":
      return [
        ...label(facts, requestLabels.unproven.name),
        {
          ...{ do: "post-comment", key: permission.key },
          body: texts.unproven(author, request.type, path.slug, config),
        },
      ];
    case "granted":
      return fulfil(request.type, { facts, file: post.file, slug: path.slug, job }, config);
  }
}

function readPost({ file, content }: JobSource, config: BoardConfig): Job | undefined {
  const read = content instanceof Uint8Array ? readJobFile(file, content, config) : undefined;
  return read?.ok ? read.job : undefined;
}

type OwnPost = { facts: RequestFacts; file: string; slug: string; job: Job };

function fulfil(
  type: Exclude<RequestType, "correct">,
  own: OwnPost,
  config: BoardConfig,
): RequestAction[] {
  return type === "renew" ? renew(own, config) : close(type, own, config);
}

/** What is removed stays removed, and what is closed can still be removed. */
function close(
  type: "filled" | "remove",
  { facts, file, slug, job }: OwnPost,
  config: BoardConfig,
): RequestAction[] {
  const author = facts.issue.author.login;
  const reason = type === "remove" ? "removed" : "filled";
  const isSo = reason === "filled" ? job.closed !== undefined : isRemoved(job) && isEmptied(job);
  const on = job.closed?.on ?? dayOf(facts.now);
  const title = `Close the post “${slug}”`;
  const set = { closed: { on, reason } } as const;
  return [
    ...(isSo ? [] : [{ do: "change-post", change: { file, set, title } } as const]),
    ...settle("closed", texts.closed(author, reason, slug, config)),
  ];
}

/**
 * A renewal restarts the post’s time from today. What its owner had named as its last day is over by
 * that, where it comes sooner.
 */
function renew({ facts, file, slug, job }: OwnPost, config: BoardConfig): RequestAction[] {
  const { lifetimes } = config;
  const author = facts.issue.author.login;
  const published = publishedOn({ job, firstListed: facts.firstListed });
  const { renewed = [], expires } = job;
  const today = dayOf(facts.now);
  if (stateAt({ ...job, published }, facts.now, lifetimes).state === "closed") {
    return refuse(texts.tooLate(author, file, config));
  }
  const isDone = renewed.includes(today) || wasRenewed(renewed, facts);
  const term = { published, renewed: isDone ? renewed : [...renewed, today] };
  const lastDay = addDays(dayOf(listedUntil(term, lifetimes)), -1);
  const done = settle("renewed", texts.renewed(author, lastDay, slug, config));
  if (isDone) return done;
  if (renewed.length >= lifetimes.renewals) {
    return refuse(texts.renewedOften(author, file, config));
  }
  const isSooner = expires !== undefined && expires < lastDay;
  const drop = isSooner ? (["expires"] as const) : [];
  const title = `Renew the post “${slug}”`;
  return [
    { do: "change-post", change: { file, set: { renewed: term.renewed }, drop, title } },
    ...done,
  ];
}

/** Whether an earlier run has done it and was cut off before it could say so; it may be another day by now. */
function wasRenewed(renewed: readonly Day[], { issue, bot }: RequestFacts): boolean {
  const isTold = issue.comments.some(
    ({ author, body }) => isSame(author, bot) && readNoticeKey(body) === "renewed",
  );
  return !isTold && renewed.some((day) => day >= issue.openedAt.slice(0, 10));
}

function label({ issue }: RequestFacts, name: string): RequestAction[] {
  return issue.labels.includes(name) ? [] : [{ do: "add-label", label: name }];
}

function settle(key: string, body: string): RequestAction[] {
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
