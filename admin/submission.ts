/** What became of a draft that was sent, read from its pull request on GitHub. */

import type { BoardConfig } from "../src/board/config.ts";
import { isSameLogin } from "../src/board/login.ts";
import { readCommands } from "../src/board/review/commands.ts";
import type { SubmissionStatus } from "../src/board/review/label-names.ts";
import { statusIn } from "../src/board/review/label-names.ts";
import { commandKey, noticeTag, readLook } from "../src/board/review/tags.ts";
import { aReviewer } from "../src/board/words/en/editor.ts";
import type { Ask } from "./board-copy.ts";
import { userErrorFrom } from "./errors.ts";

/** A reviewer's comment for the author. */
export type ReviewerComment = {
  by: string;
  /** One of the board's reasons, if the reviewer gave one. */
  reason?: { title: string; text: string };
  /** Their own words; may be empty. */
  text: string;
};

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
  comment: ReviewerComment | undefined;
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

/** A comment or a review. */
type Said = {
  id: number;
  body: string | null;
  user: { login: string; type: string } | null;
  author_association: string;
  created_at?: string;
  submitted_at?: string;
  state?: string;
};

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
    ...{ address: pull.html_url, status, comment: undefined },
  };
  if (found.state === "merged") {
    const answer = await ask("GET", `/repos/${copy}/branches/${encodeURIComponent(draft)}`);
    const isChangedSince = answer.status === 200 && headIn(answer.body) !== pull.head.sha;
    return isChangedSince ? { state: "none" } : found;
  }
  const isAuthorsTurn = status === "changes-requested" || status === "invalid";
  if (found.state === "open" && !isAuthorsTurn) return found;
  const [comments, reviews] = await Promise.all([
    read<Said[]>(ask, `${base}/issues/${pull.number}/comments?per_page=100`),
    read<Said[]>(ask, `${base}/pulls/${pull.number}/reviews?per_page=100`),
  ]);
  // Until the bot has seen the latest commit, its label is out of date.
  const looks = comments.filter(isBot).map(({ body }) => readLook(body ?? ""));
  const last = looks.findLast((look) => look !== undefined);
  const isSeen = last === undefined || last.sha === pull.head.sha;
  if (found.state === "open" && !isSeen) return { ...found, status: undefined };
  return status === "invalid" ? found : { ...found, comment: commentIn(comments, reviews, config) };
}

function headIn(branch: unknown): string | undefined {
  return (branch as { commit: { sha: string } }).commit.sha;
}

/** The last comment of a reviewer: a command that the bot has answered, or GitHub's “Request changes”. */
export function commentIn(
  comments: readonly Said[],
  reviews: readonly Said[],
  config: BoardConfig,
): ReviewerComment | undefined {
  const notices = comments.filter(isBot).map(({ body }) => body ?? "");
  const commands = comments.flatMap((comment) =>
    readCommands(comment.body ?? "", config).flatMap((read) => {
      const isTold = (["changes", "rejected"] as const).some((about) => {
        const tag = noticeTag(commandKey(about, comment.id, read.line));
        return notices.some((notice) => notice.includes(tag));
      });
      if (!isTold || !("command" in read) || !("reason" in read.command)) return [];
      const { reason, text } = read.command;
      const { title, text: about } = reason;
      return [
        { at: momentOf(comment), by: loginOf(comment), reason: { title, text: about }, text },
      ];
    }),
  );
  const requests = reviews
    .filter((review) => review.state === "CHANGES_REQUESTED" && isReviewer(review, config))
    .map((review) => ({ at: momentOf(review), by: loginOf(review), text: review.body ?? "" }));
  const said = [...commands, ...requests].sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  if (!said) return undefined;
  const { at: _at, ...comment } = said;
  return comment;
}

/** Anybody can press that button. GitHub or the settings say who is a reviewer. */
function isReviewer(said: Said, { review }: BoardConfig): boolean {
  return (
    ["OWNER", "MEMBER", "COLLABORATOR"].includes(said.author_association) ||
    review.reviewers.some(({ login }) => isSameLogin(login, loginOf(said)))
  );
}

function isBot({ user }: Said): boolean {
  return user?.type === "Bot";
}

function loginOf({ user }: Said): string {
  return user?.login ?? aReviewer;
}

function momentOf({ submitted_at, created_at }: Said): string {
  return submitted_at ?? created_at ?? "";
}

async function read<Shape>(ask: Ask, path: string): Promise<Shape> {
  const { status, body } = await ask("GET", path);
  if (status !== 200) throw userErrorFrom({ status });
  return body as Shape;
}
