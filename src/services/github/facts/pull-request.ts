/** Reads one pull request: files, commits, comments, reviews, events, statuses. */
import { setTimeout } from "node:timers/promises";
import type { BoardConfig } from "../../../board/config.ts";
import { isSameLogin } from "../../../board/login.ts";
import { heardCommands, readCommands } from "../../../board/review/commands.ts";
import type { Comment, Commit, Login, PullRequest } from "../../../board/review/facts.ts";
import * as words from "../../../board/words/en/github.ts";
import { changesByMerging, changesSince } from "../../git-merge.ts";
import type { GitObjects } from "../../git-objects.ts";
import type { Answer, GitHub } from "../client.ts";
import { readAtMost, readChangedFiles } from "./changed-files.ts";
import { readAllCommitStatuses } from "./commit-statuses.ts";
import { readComments, readCommits, readEvents, readReviews } from "./conversation.ts";
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
  /** The commit of the board's branch that `files` were compared with, if the pull request is open. */
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

export type PullSources = {
  github: GitHub;
  /** Of the board's repository. */
  objects: GitObjects;
  rights: Rights;
  config: BoardConfig;
};

/** Number of attempts while a pull request changes. */
const readings = 8;

/**
 * Reads a consistent snapshot of a pull request. GitHub lists commits and comments as they are at the time of the
 * request, so a push in between could mix two heads. The result counts only if nothing changed from beginning to
 * end. Throws an Error if it keeps changing.
 */
export async function readPullRequest(
  sources: PullSources,
  number: number,
): Promise<ReadPull | Ignored> {
  const { github } = sources;
  let given = await getPull(github, number);
  for (let reading = 1; reading <= readings; reading += 1) {
    if (given.base.ref !== github.branch) return { ignored: "other-branch", base: given.base.ref };
    if (isOwnChange(given)) return { ignored: "own" };
    const read = await readParts(sources, given);
    const after = await getPull(github, number);
    if (read && isSame(given, after)) return read;
    // GitHub takes a moment to be consistent.
    await setTimeout(github.retryDelay * reading);
    given = await getPull(github, number);
  }
  throw new Error(words.pullKeepsChanging(number));
}

export async function getPull({ rest, at }: GitHub, number: number): Promise<GivenPull> {
  return (await rest.pulls.get({ ...at, pull_number: number })).data;
}

function isSame(before: GivenPull, after: GivenPull): boolean {
  return (
    before.head.sha === after.head.sha &&
    before.base.ref === after.base.ref &&
    before.updated_at === after.updated_at
  );
}

/** `undefined` if the head was replaced meanwhile. */
async function readParts(sources: PullSources, given: GivenPull): Promise<ReadPull | undefined> {
  const { github, rights, config } = sources;
  const { number, head } = given;
  const sender = loginOf(given.user);
  const compared = await readChanges(sources, given);
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
    mergeable: compared.mergeable,
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

type Compared = Pick<PullRequest, "files" | "changedFiles" | "mergeable"> & {
  tip: string | undefined;
};

/**
 * What merging would change, if it can be merged; otherwise what the author changed. If the list is incomplete,
 * `changedFiles` is greater than the number of `files`.
 *
 * @returns `undefined` if GitHub does not have the head any more
 */
async function readChanges(
  { objects, rights }: PullSources,
  given: GivenPull,
): Promise<Compared | undefined> {
  const { head, base, mergeable, changed_files: counted } = given;
  const isMaintainers = await rights.maySpeak(loginOf(given.user));
  const limit = isMaintainers ? readAtMost.ofMaintainers : readAtMost.ofSenders;
  const tip = await objects.fetchBranch();
  const isOpen = given.state === "open";
  // A merged head may have become part of the branch.
  const since = given.merged ? base.sha : tip;
  if (!(await objects.fetchCommits([head.sha, since]))) return undefined;
  const { isClean, changes, complete } = isOpen
    ? await changesByMerging(objects, { tip, head: head.sha })
    : { ...(await changesSince(objects, { commit: since, head: head.sha })), isClean: true };
  const files = await readChangedFiles(objects, changes, limit);
  return {
    files,
    changedFiles: complete ? files.length : Math.max(files.length + 1, counted),
    mergeable: isClean ? mergeable : false,
    tip: isOpen ? tip : undefined,
  };
}

/** Whether a comment has a command by somebody who may give it. */
async function mayGiveCommand(
  comment: Comment,
  sender: Login,
  { mayReview, permissionOf }: Rights,
  config: BoardConfig,
): Promise<boolean> {
  const { author, body } = comment;
  if (readCommands(body, config).length === 0) return false;
  const worksHere = (await mayReview(author)) || (await permissionOf(author)) === "triage";
  return heardCommands(comment, { sender, worksHere }, config).length > 0;
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
