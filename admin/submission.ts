/** What has become of a draft that was sent, read from its conversation at GitHub. */
import type { BoardConfig } from "../src/board/config.ts";
import { readCommand } from "../src/board/review/commands.ts";
import { stateLabels } from "../src/board/review/labels.ts";
import { noticeTag, readLook } from "../src/board/review/tags.ts";
import type { Ask } from "./board-copy.ts";
import { plainError } from "./github-words.ts";

/** What a reviewer has said to an author. */
export type ReviewerWords = {
  by: string;
  /** Of the board's own reasons, if one was named. */
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
  /** Its conversation. */
  address: string;
  /** The name of the state that the bot has found; none before it has looked at the draft as it is. */
  label: string | undefined;
  words: ReviewerWords | undefined;
};

/** As much of https://docs.github.com/rest/pulls/pulls#list-pull-requests as is used. */
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
 * @throws a PlainError where GitHub does not answer
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
  const label = pull.labels.map(({ name }) => name).find((name) => states.has(name));
  const found: Sent = {
    state: pull.merged_at === null ? pull.state : "merged",
    ...{ address: pull.html_url, label, words: undefined },
  };
  if (found.state === "merged") {
    const { status, body } = await ask(
      "GET",
      `/repos/${copy}/branches/${encodeURIComponent(draft)}`,
    );
    const isChangedSince = status === 200 && headIn(body) !== pull.head.sha;
    return isChangedSince ? { state: "none" } : found;
  }
  const isAuthorsTurn = label === changesRequested || label === invalid;
  if (found.state === "open" && !isAuthorsTurn) return found;
  const [comments, reviews] = await Promise.all([
    read<Said[]>(ask, `${base}/issues/${pull.number}/comments?per_page=100`),
    read<Said[]>(ask, `${base}/pulls/${pull.number}/reviews?per_page=100`),
  ]);
  // As long as the bot has not seen what its author has done since, its label is of yesterday.
  const looks = comments.filter(isBot).map(({ body }) => readLook(body ?? ""));
  const last = looks.findLast((look) => look !== undefined);
  const isSeen = last === undefined || last.sha === pull.head.sha;
  if (found.state === "open" && !isSeen) return { ...found, label: undefined };
  return label === invalid ? found : { ...found, words: wordsIn(comments, reviews, config) };
}

function headIn(branch: unknown): string | undefined {
  return (branch as { commit: { sha: string } }).commit.sha;
}

const changesRequested: string = stateLabels["changes-requested"].name;
const invalid: string = stateLabels.invalid.name;
const states: ReadonlySet<string> = new Set(Object.values(stateLabels).map(({ name }) => name));

/** The last word of a reviewer, by a command that the bot has answered or by GitHub's own button. */
export function wordsIn(
  comments: readonly Said[],
  reviews: readonly Said[],
  config: BoardConfig,
): ReviewerWords | undefined {
  const notices = comments.filter(isBot).map(({ body }) => body ?? "");
  const commands = comments.flatMap((comment) => {
    const read = readCommand(comment.body ?? "", config);
    const isAnswered = ["changes", "rejected"].some((key) =>
      notices.some((notice) => notice.includes(noticeTag(`${key}-${comment.id}`))),
    );
    if (!isAnswered || !read || !("command" in read) || !("reason" in read.command)) return [];
    const { reason, text } = read.command;
    const { title, text: about } = reason;
    return [{ at: momentOf(comment), by: loginOf(comment), reason: { title, text: about }, text }];
  });
  const requests = reviews
    .filter((review) => review.state === "CHANGES_REQUESTED" && isReviewer(review, config))
    .map((review) => ({ at: momentOf(review), by: loginOf(review), text: review.body ?? "" }));
  const said = [...commands, ...requests].sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  if (!said) return undefined;
  const { at: _at, ...words } = said;
  return words;
}

/** Anybody may press the button; GitHub says who belongs to the board, or its settings do. */
function isReviewer(said: Said, { review }: BoardConfig): boolean {
  const login = loginOf(said).toLowerCase();
  return (
    ["OWNER", "MEMBER", "COLLABORATOR"].includes(said.author_association) ||
    review.reviewers.some((reviewer) => reviewer.login.toLowerCase() === login)
  );
}

function isBot({ user }: Said): boolean {
  return user?.type === "Bot";
}

function loginOf({ user }: Said): string {
  return user?.login ?? "a reviewer";
}

function momentOf({ submitted_at, created_at }: Said): string {
  return submitted_at ?? created_at ?? "";
}

async function read<Shape>(ask: Ask, path: string): Promise<Shape> {
  const { status, body } = await ask("GET", path);
  if (status !== 200) throw plainError({ status });
  return body as Shape;
}
