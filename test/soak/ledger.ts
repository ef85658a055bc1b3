/** What has happened at GitHub, written down from its events by somebody who does not know the bot. */
import type { GitHubEvent } from "github-emulator";
import { readNoticeKey } from "../../src/board/review/tags.ts";

export const bot = "github-actions[bot]";

/** `order`: of everything that happened, so that of two things in one second the later one is known. */
type Written = { by: string; at: string; order: number };

export type WrittenComment = Written & {
  id: number;
  body: string;
  /** The bot's own name for a comment that it posts once. */
  key?: string;
};

export type WrittenReview = Written & { id: number; state: string; head: string };

/** A pull request or an issue. */
export type Case = {
  number: number;
  kind: "pull" | "issue";
  author: string;
  openedAt: string;
  state: "open" | "closed" | "merged";
  labels: string[];
  assignees: string[];
  draft: boolean;
  head: string;
  /** Who closed or merged it last. */
  ended?: Written;
  /** The commit on the board. */
  merge?: string;
  /** When the head changed, the first time by opening it. */
  pushes: Written[];
  /** How often it was closed, merged or not, and by whom. */
  endings: Written[];
  comments: WrittenComment[];
  reviews: WrittenReview[];
  /** When something about it happened last. */
  touched: string;
  /** A line for each thing that happened. */
  history: string[];
};

/** The parts of payloads that are read. */
type Payload = {
  pull_request?: {
    number: number;
    user: { login: string };
    draft: boolean;
    merged: boolean;
    merge_commit_sha: string | null;
    head: { sha: string };
    labels: { name: string }[];
    assignees: { login: string }[];
  };
  issue?: {
    number: number;
    user: { login: string };
    pull_request?: object;
    labels: { name: string }[];
    assignees: { login: string }[];
  };
  comment?: { id: number; user: { login: string }; body: string };
  review?: { id: number; user: { login: string }; state: string; commit_id: string };
  label?: { name: string };
  assignee?: { login: string };
  sha?: string;
  state?: string;
  description?: string | null;
};

export class Ledger {
  readonly cases = new Map<number, Case>();
  /** How much has happened. */
  order = 0;
  readonly #heads = new Map<string, number>();

  /** Writes events down, and gives the cases that they are about. */
  take(events: readonly GitHubEvent[]): Case[] {
    return [...new Set(events.flatMap((event) => this.#note(event) ?? []))];
  }

  /** Notes on a case what people do not see at GitHub, such as that an event was lost. */
  remark(number: number, at: string, words: string): void {
    this.cases.get(number)?.history.push(`${at} ${words}`);
  }

  #note({ name, action = "", actor, payload, at }: GitHubEvent): Case | undefined {
    this.order += 1;
    const written = { by: actor, at, order: this.order };
    const read: Payload = payload;
    if (name === "status") {
      const number = this.#heads.get(read.sha ?? "");
      if (number !== undefined)
        this.remark(number, at, `status ${read.state}: ${read.description}`);
      return undefined;
    }
    const found = read.pull_request
      ? this.#pullOf(read.pull_request, written)
      : read.issue && this.#issueOf(read.issue, written);
    if (!found) return undefined;
    found.touched = at;
    this.#change(found, `${name}.${action}`, read, written);
    found.history.push(`${at} ${actor} ${name}.${action}${detailOf(read)}`);
    return found;
  }

  #change(found: Case, what: string, read: Payload, written: Written): void {
    const { comment, review, pull_request: pull } = read;
    switch (what) {
      case "issue_comment.created": {
        if (!comment) return;
        const key = comment.user.login === bot ? readNoticeKey(comment.body) : undefined;
        found.comments.push({
          ...{ ...written, id: comment.id, body: comment.body },
          ...(key !== undefined && { key }),
        });
        return;
      }
      case "pull_request_review.submitted":
        if (!review) return;
        found.reviews.push({
          ...{ ...written, id: review.id, state: review.state.toLowerCase() },
          head: review.commit_id,
        });
        return;
      case "pull_request.opened":
      case "pull_request.synchronize":
        found.pushes.push(written);
        return;
      case "pull_request.closed":
      case "issues.closed":
        found.state = pull?.merged ? "merged" : "closed";
        found.ended = written;
        found.endings.push(written);
        if (pull?.merged && pull.merge_commit_sha) found.merge = pull.merge_commit_sha;
        return;
      case "pull_request.reopened":
      case "issues.reopened":
        found.state = "open";
        delete found.ended;
    }
  }

  #pullOf(pull: NonNullable<Payload["pull_request"]>, { at }: Written): Case {
    const found = this.#case(pull.number, "pull", pull.user.login, at);
    found.head = pull.head.sha;
    found.draft = pull.draft;
    found.labels = pull.labels.map(({ name }) => name);
    found.assignees = pull.assignees.map(({ login }) => login);
    this.#heads.set(pull.head.sha, pull.number);
    return found;
  }

  #issueOf(issue: NonNullable<Payload["issue"]>, { at }: Written): Case {
    const kind = issue.pull_request ? "pull" : "issue";
    const found = this.#case(issue.number, kind, issue.user.login, at);
    found.labels = issue.labels.map(({ name }) => name);
    found.assignees = issue.assignees.map(({ login }) => login);
    return found;
  }

  #case(number: number, kind: Case["kind"], author: string, at: string): Case {
    const known = this.cases.get(number);
    if (known) return known;
    const made: Case = {
      ...{ number, kind, author, openedAt: at, state: "open", touched: at },
      ...{ labels: [], assignees: [], draft: false, head: "" },
      ...{ pushes: [], endings: [], comments: [], reviews: [], history: [] },
    };
    this.cases.set(number, made);
    return made;
  }
}

const longestDetail = 90;

function detailOf({ comment, review, label, assignee }: Payload): string {
  const detail =
    comment?.body.replaceAll(/\s+/g, " ") ?? review?.state ?? label?.name ?? assignee?.login;
  if (detail === undefined) return "";
  const key = comment && readNoticeKey(comment.body);
  return `: ${detail.slice(0, longestDetail)}${key ? ` [${key}]` : ""}`;
}

const longestHistory = 60;

/** The latest of what happened to a case, for people. */
export function historyOf({ number, author, history }: Case): string {
  const left = history.length - longestHistory;
  return [
    `#${number} by ${author}`,
    ...(left > 0 ? [`  (${left} earlier lines)`] : []),
    ...history.slice(-longestHistory).map((line) => `  ${line}`),
  ].join("\n");
}
