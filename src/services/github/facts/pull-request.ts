/** Reads one pull request: files, commits, comments, reviews, events, statuses. */
import { setTimeout } from "node:timers/promises";
import type { BoardConfig } from "../../../board/config.ts";
import { isSameLogin } from "../../../board/login.ts";
import { heardCommands, readCommands } from "../../../board/review/commands.ts";
import type { Comment, Commit, Login, PullRequest } from "../../../board/review/facts.ts";
import * as words from "../../../board/words/en/github.ts";
import type { Answer, GitHub } from "../client.ts";
import { filesByMerging, filesOfHead, listFiles, readAtMost } from "./changed-files.ts";
import { readAllCommitStatuses } from "./commit-statuses.ts";
import { readComments, readCommits, readEvents, readReviews } from "./conversation.ts";
import { changesByMerging } from "./merging.ts";
import { readMainHead } from "./objects.ts";
import type { ListedPull } from "./other-submissions.ts";
import type { Rights } from "./permissions.ts";
import { botLogin, loginOf, personOf } from "./permissions.ts";

export type GivenPull = Answer<"pulls", "get">;

/** A pull request that the bot ignores: to a branch other than the board’s, or one of its own changes. */
export type Ignored = { ignored: "other-branch"; base: string } | { ignored: "own" };

export type ReadPull = {
  pull: PullRequest;
  /** The commits that commit statuses and requests for changes are about. */
  current: readonly PullRequest["commits"][number][];
  /** The commit of the board's branch that `files` were compared with, if they were. */
  tip: string | undefined;
};

/** What the names of the bot’s own branches begin with. */
export const botBranches = "board/";

/** Whether a pull request is a change of the bot’s own, rather than a submission. */
export function isOwnChange({ user, head, base }: ListedPull | GivenPull): boolean {
  return (
    isSameLogin(loginOf(user), botLogin) &&
    head.repo?.full_name === base.repo.full_name &&
    head.ref.startsWith(botBranches)
  );
}

/** Number of attempts while a pull request changes, or GitHub does not know yet whether it can be merged. */
const readings = 8;

/**
 * Reads a consistent snapshot of a pull request. GitHub lists the files of the head at the time of the request, so
 * a push in between could mix two commits. The result counts only if nothing changed from beginning to end.
 * Throws an Error if it keeps changing.
 */
export async function readPullRequest(
  github: GitHub,
  number: number,
  rights: Rights,
  config: BoardConfig,
): Promise<ReadPull | Ignored> {
  let given = await getPull(github, number);
  for (let reading = 1; reading <= readings; reading += 1) {
    if (given.base.ref !== github.branch) return { ignored: "other-branch", base: given.base.ref };
    if (isOwnChange(given)) return { ignored: "own" };
    const read = await readParts(github, given, rights, config);
    const after = await getPull(github, number);
    if (read && isSame(given, after)) return read;
    // GitHub takes a moment to be consistent and to test the merge.
    await setTimeout(github.retryDelay * reading);
    given = await getPull(github, number);
  }
  throw new Error(whyNotRead(given));
}

export async function getPull({ rest, at }: GitHub, number: number): Promise<GivenPull> {
  return (await rest.pulls.get({ ...at, pull_number: number })).data;
}

function isSame(before: GivenPull, after: GivenPull): boolean {
  return (
    before.head.sha === after.head.sha &&
    before.base.ref === after.base.ref &&
    before.mergeable === after.mergeable &&
    before.updated_at === after.updated_at
  );
}

function whyNotRead({ number, state, mergeable }: GivenPull): string {
  if (state === "open" && mergeable === null) {
    return words.mergeableUnknown(number);
  }
  return words.pullKeepsChanging(number);
}

/** `undefined` if the parts belong to different heads, or it is not known what a merge would change. */
async function readParts(
  github: GitHub,
  given: GivenPull,
  rights: Rights,
  config: BoardConfig,
): Promise<ReadPull | undefined> {
  const { number, head } = given;
  const sender = loginOf(given.user);
  const compared = await readChanges(github, given, rights);
  if (!compared) return undefined;
  const [commits, comments, reviews, events] = await Promise.all([
    readCommits(github, number),
    readComments(github, number, (comment) => mayGiveCommand(comment, sender, rights, config)),
    readReviews(github, number),
    readEvents(github, number),
  ]);
  const current = await currentCommits(commits, sender, rights);
  const shas = new Set([...current.map(({ sha }) => sha), head.sha]);
  const pull: PullRequest = {
    number,
    title: given.title,
    state: given.merged ? "merged" : given.state,
    draft: given.draft ?? false,
    author: personOf(given.user),
    head: head.sha,
    mergeable: given.mergeable,
    openedAt: given.created_at,
    mergedBy: given.merged ? loginOf(given.merged_by) : null,
    labels: given.labels.map(({ name }) => name),
    assignees: (given.assignees ?? []).map(({ login }) => login),
    changedFiles: compared.changedFiles,
    files: compared.files,
    commits,
    comments,
    reviews,
    events,
    commitStatuses: await readAllCommitStatuses(github, [...shas]),
  };
  return { pull, current, tip: compared.tip };
}

type Compared = Pick<PullRequest, "files" | "changedFiles"> & { tip: string | undefined };

/**
 * What merging would change, if it can be merged; otherwise what the author changed. If the list is incomplete,
 * `changedFiles` is greater than the number of `files`.
 */
async function readChanges(
  github: GitHub,
  given: GivenPull,
  { maySpeak }: Rights,
): Promise<Compared | undefined> {
  const { number, head, mergeable, merge_commit_sha: tried, changed_files: counted } = given;
  const isMaintainers = await maySpeak(loginOf(given.user));
  const limit = isMaintainers ? readAtMost.ofMaintainers : readAtMost.ofSenders;
  if (given.state !== "open" || mergeable === false) {
    const listed = await listFiles(github, number);
    const files = await filesOfHead(github, listed, head.sha, limit);
    return files && { files, changedFiles: counted, tip: undefined };
  }
  if (mergeable === null || tried === null) return undefined;
  const tip = await readMainHead(github);
  const merging = await changesByMerging(github, { tip, head: head.sha, tried });
  const files = merging && (await filesByMerging(github, merging.changes, limit));
  if (!files) return undefined;
  const atLeast = files.length + Number(!merging.complete);
  return { files, changedFiles: merging.complete ? atLeast : Math.max(atLeast, counted), tip };
}

/** Whether a comment has a command by somebody who may give it. */
async function mayGiveCommand(
  comment: Comment,
  sender: Login,
  { mayReview }: Rights,
  config: BoardConfig,
): Promise<boolean> {
  if (readCommands(comment.body, config).length === 0) return false;
  const isReviewer = await mayReview(comment.author);
  return heardCommands(comment, { sender, isReviewer }, config).length > 0;
}

/** The commits from the author’s last one to the head, as src/board/review/current-commits.ts defines them. */
async function currentCommits(
  commits: readonly Commit[],
  sender: Login,
  { mayReview }: Rights,
): Promise<Commit[]> {
  const current: Commit[] = [];
  for (const commit of commits.toReversed()) {
    current.unshift(commit);
    const { author } = commit;
    if (author === null || isSameLogin(author, sender) || !(await mayReview(author))) break;
  }
  return current;
}
