/** Reads a post that was sent, and what its author is asked to change, from what GitHub shows to everybody. */

import * as words from "#words/corrections.ts";
import { copiedFileEditorPath, emailBranches, slugInEditor } from "../../../board/change-url.ts";
import type { BoardConfig } from "../../../board/config.ts";
import type { Day } from "../../../board/days.ts";
import type { FormData } from "../../../board/form/form-data.ts";
import { formFromFile } from "../../../board/form/given-values.ts";
import { withoutFields } from "../../../board/form/stamp.ts";
import { readJobFile } from "../../../board/job/file.ts";
import { isSameLogin } from "../../../board/login.ts";
import type { Problem } from "../../../board/problem.ts";
import type { SubmissionStatus } from "../../../board/review/label-names.ts";
import { statusIn } from "../../../board/review/label-names.ts";
import type { AuthorTasks } from "../../../board/review/tasks-in-comment.ts";
import { authorTasksIn } from "../../../board/review/tasks-in-comment.ts";
import type { Answer } from "../github.ts";
import { askGitHub, failureText } from "../github.ts";
import type { SubmittedFile } from "../submitted-file.ts";
import { readSubmittedFile } from "../submitted-file.ts";

/** A post that can be changed where it is. */
export type SentPost = {
  /** The number of its pull request, or the slug of a listed post. */
  id: string;
  /** It is on the board. A change to it is sent with a pull request of its own. */
  isListed: boolean;
  /** The path of its file. */
  path: string;
  /** The hash of the file, as Git computes it. */
  hash: string;
  text: string;
  form: FormData;
  /** It is not on the board yet. */
  isNew: boolean;
  /** `undefined` before the bot has set one. */
  status: SubmissionStatus | undefined;
  isOpen: boolean;
  tasks: AuthorTasks;
  /** The bot has not checked the latest commit yet. */
  isUnchecked: boolean;
  /** It came by email, and somebody on the team sent it on. */
  isEmailed: boolean;
  /** The account whose files may be changed. */
  login: string;
  /** Path of GitHub where its file is edited. */
  editorPath: string;
};

export type ReadSentPost =
  | { kind: "editable"; post: SentPost }
  /** It was sent from the editor, which opens it by its slug. */
  | { kind: "in-editor"; slug: string }
  /** It can’t be changed where it is. `form`: its text, for a new post. `reasons`: why the file can’t be read. */
  | {
      kind: "obstacle";
      message: string;
      leadsTo: { page: "mine" } | { pull: number } | { path: string };
      form?: FormData;
      reasons?: readonly Problem[];
    };

/** The used part of https://docs.github.com/rest/pulls/pulls#get-a-pull-request */
type Pull = {
  state: "open" | "closed";
  merged: boolean;
  user: { login: string } | null;
  labels: readonly { name: string }[];
  head: { ref: string; sha: string; repo: { full_name: string } | null };
};

export type Source = {
  /** Address of the repository in GitHub’s API. */
  api: string;
  config: BoardConfig;
  today: Day;
  ask?: (address: string) => Promise<Answer>;
};

/** Takes three requests to GitHub as a rule, and four for one that is closed. */
export async function readSentPost(number: number, source: Source): Promise<ReadSentPost> {
  const { api, config, ask = askGitHub } = source;
  const answer = await ask(`${api}/pulls/${number}`);
  if (!answer.ok) {
    const isMissing = answer.failure.kind === "missing";
    if (isMissing) return obstacle(words.noSuchPost(number), { page: "mine" });
    return obstacle(`${failureText(answer.failure)} ${words.editWithout}`, { pull: number });
  }
  const pull = answer.value as Pull;
  if (pull.merged) return obstacle(words.merged, { page: "mine" });
  const slug = slugInEditor(pull.head.ref, config);
  if (slug) return { kind: "in-editor", slug };
  const [file, comments, isThere] = await Promise.all([
    readSubmittedFile(api, number, ask),
    ask(`${api}/issues/${number}/comments?per_page=100`),
    hasBranch(pull, source),
  ]);
  if (!file.ok) return obstacle(failureOf(file), { pull: number });
  const tasks = authorTasksIn(comments.ok ? (comments.value as Comments) : []);
  return sentPost({ number, pull, file, tasks, isThere }, source);
}

type Comments = Parameters<typeof authorTasksIn>[0];

/** GitHub closes a pull request whose branch is deleted, but not one whose repository is. */
async function hasBranch(
  { state, head }: Pull,
  { api, config, ask = askGitHub }: Source,
): Promise<boolean> {
  if (!head.repo) return false;
  if (state === "open") return true;
  const { owner, name } = config.repository;
  const root = api.slice(0, -`/repos/${owner}/${name}`.length);
  const branch = encodeURIComponent(head.ref);
  const answer = await ask(`${root}/repos/${head.repo.full_name}/branches/${branch}`);
  return answer.ok || answer.failure.kind !== "missing";
}

type Found = {
  number: number;
  pull: Pull;
  file: Extract<SubmittedFile, { ok: true }>;
  tasks: AuthorTasks;
  isThere: boolean;
};

function sentPost(found: Found, { config, today }: Source): ReadSentPost {
  const { number, pull, file, isThere } = found;
  const read = readJobFile(file.path, file.content, config);
  const form = formFromFile(read, config, today);
  const copy = isThere ? pull.head.repo?.full_name : undefined;
  const status = statusIn(pull.labels.map(({ name }) => name));
  if (!copy || status === "refused") {
    const message = copy ? words.refused : words.branchGone;
    // The form sets the day and the sender of a new post.
    return obstacle(
      message,
      { pull: number },
      form && { form: withoutFields(form, "form", "board") },
    );
  }
  if (form?.closed) return obstacle(words.closing, { pull: number });
  const editorPath = copiedFileEditorPath(copy, pull.head.ref, file.path);
  if (form) return { kind: "editable", post: postIn(found, { copy, form, editorPath }, config) };
  const reasons = read.ok ? [] : read.problems;
  return obstacle(words.unreadable, { path: editorPath }, { reasons });
}

function postIn(
  { number, pull, file, tasks }: Found,
  { copy, form, editorPath }: { copy: string; form: FormData; editorPath: string },
  { repository: { owner, name } }: BoardConfig,
): SentPost {
  const { head, user, labels, state } = pull;
  const { path, hash, isNew, content } = file;
  const sender = user?.login ?? "";
  const isBoards = isSameLogin(copy, `${owner}/${name}`);
  return {
    ...{ id: String(number), isListed: false, path, hash, isNew, tasks, editorPath },
    status: statusIn(labels.map(({ name }) => name)),
    text: new TextDecoder().decode(content),
    // Only the board may set its fields, so a post that was sent with them could not be published.
    form: isNew ? { ...withoutFields(form, "board"), submitted_by: sender } : form,
    isOpen: state === "open",
    isUnchecked: tasks.checked !== undefined && tasks.checked !== head.sha,
    isEmailed: isBoards && head.ref.startsWith(emailBranches),
    login: isBoards ? sender : (copy.split("/")[0] ?? sender),
  };
}

export function obstacle(
  message: string,
  leadsTo: Extract<ReadSentPost, { kind: "obstacle" }>["leadsTo"],
  more: { form?: FormData; reasons?: readonly Problem[] } = {},
): ReadSentPost {
  return { kind: "obstacle", message, leadsTo, ...more };
}

function failureOf({ failure }: Extract<SubmittedFile, { ok: false }>): string {
  switch (failure.kind) {
    case "no-post":
      return words.noPost;
    case "many-posts":
      return words.severalPosts;
    case "removed":
      return words.closing;
    default:
      return `${failureText(failure)} ${words.editWithout}`;
  }
}
