/** What became of a draft that was sent, read from its pull request on GitHub. */

import type { BoardConfig } from "../src/board/config.ts";
import type { SubmissionStatus } from "../src/board/review/label-names.ts";
import { statusIn } from "../src/board/review/label-names.ts";
import type { AuthorTasks, WordsForAuthor } from "../src/board/review/tasks-in-comment.ts";
import { authorTasksIn } from "../src/board/review/tasks-in-comment.ts";
import type { Ask } from "./board-copy.ts";
import { userErrorFrom } from "./errors.ts";

/** A draft as the reviewers have it. */
export type Submission =
  /** It was never sent. */
  { state: "none" } | Sent;

export type Sent = {
  state: "open" | "closed" | "merged";
  /** Of its pull request. */
  address: string;
  /** As the bot found it; none before it has looked at the latest commit. */
  status: SubmissionStatus | undefined;
  /** What reviewers wrote, as far as it still counts. */
  comments: readonly WordsForAuthor[];
  /** What keeps it from being published. */
  problems: AuthorTasks["problems"];
};

/** The used part of https://docs.github.com/rest/pulls/pulls#list-pull-requests */
type Pull = {
  number: number;
  state: "open" | "closed";
  merged_at: string | null;
  html_url: string;
  labels: readonly { name: string }[];
  head: { sha: string };
};

/** The used part of https://docs.github.com/rest/issues/comments#list-issue-comments */
type Comment = { body: string | null; user: { type: string } | null };

/**
 * Asks GitHub about the draft of a post.
 *
 * @param copy `owner/name` of the repository that holds the draft
 * @throws a UserError if GitHub does not respond
 */
export async function readSubmission(
  ask: Ask,
  config: BoardConfig,
  { copy, slug }: { copy: string; slug: string },
): Promise<Submission> {
  const { owner, name, branch } = config.repository;
  const base = `/repos/${owner}/${name}`;
  const [login = ""] = copy.split("/");
  const draft = `cms/${copy}/jobs/${slug}`;
  const query = new URLSearchParams({
    head: `${login}:${draft}`,
    ...{ base: branch, state: "all", per_page: "10" },
  });
  const pulls = await read<Pull[]>(ask, `${base}/pulls?${query}`);
  const pull = pulls.find(({ state }) => state === "open") ?? pulls[0];
  if (!pull) return { state: "none" };
  const status = statusIn(pull.labels.map(({ name }) => name));
  const found: Sent = {
    state: pull.merged_at === null ? pull.state : "merged",
    ...{ address: pull.html_url, status, comments: [], problems: [] },
  };
  if (found.state === "merged") {
    const answer = await ask("GET", `/repos/${copy}/branches/${encodeURIComponent(draft)}`);
    const isChangedSince = answer.status === 200 && headIn(answer.body) !== pull.head.sha;
    return isChangedSince ? { state: "none" } : found;
  }
  const isAuthorsTurn = status === "changes-requested" || status === "invalid";
  if (found.state === "open" && !isAuthorsTurn) return found;
  const comments = await read<Comment[]>(
    ask,
    `${base}/issues/${pull.number}/comments?per_page=100`,
  );
  const { checked, requests, problems } = authorTasksIn(comments);
  // Until the bot has seen the latest commit, its label is out of date.
  const isSeen = checked === undefined || checked === pull.head.sha;
  if (found.state === "open" && !isSeen) return { ...found, status: undefined };
  return { ...found, comments: requests, problems };
}

function headIn(branch: unknown): string | undefined {
  return (branch as { commit: { sha: string } }).commit.sha;
}

async function read<Shape>(ask: Ask, path: string): Promise<Shape> {
  const { status, body } = await ask("GET", path);
  if (status !== 200) throw userErrorFrom({ status });
  return body as Shape;
}
