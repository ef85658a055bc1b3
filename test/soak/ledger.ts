/** Records what happens on GitHub from its events, independently of how the bot reads it. */
import type { GitHubEvent } from "github-emulator";
import { readNoticeKey } from "../../src/board/review/tags.ts";

export const bot = "github-actions[bot]";

/** `order`: the number of the event, which orders events of the same second. */
type Written = { by: string; at: string; order: number };

export type WrittenComment = Written & {
  id: number;
  body: string;
  /** The key of a comment that the bot posts once. */
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
  /** The commit on the board's branch. */
  merge?: string;
  /** Changes of the head, beginning with the opening. */
  pushes: Written[];
  /** Each time it was closed, merged or not. */
  endings: Written[];
  comments: WrittenComment[];
  reviews: WrittenReview[];
  /** The time of its last event. */
  touched: string;
  /** A line for each event. */
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
  /** The number of events. */
  order = 0;
  readonly #heads = new Map<string, number>();

  /** Records events, and returns the cases they are about. */
  take(events: readonly GitHubEvent[]): Case[] {
    return [...new Set(events.flatMap((event) => this.#note(event) ?? []))];
  }

  /** Adds a line to a case's history about something that GitHub does not show, such as a lost event. */
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

/** The latest history of a case, as text. */
export function historyOf({ number, author, history }: Case): string {
  const left = history.length - longestHistory;
  return [
    `#${number} by ${author}`,
    ...(left > 0 ? [`  (${left} earlier lines)`] : []),
    ...history.slice(-longestHistory).map((line) => `  ${line}`),
  ].join("\n");
}
