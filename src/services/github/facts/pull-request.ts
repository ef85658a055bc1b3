/** Reads one pull request: files, commits, comments, reviews, events, statuses. */
import { setTimeout } from "node:timers/promises";
import * as words from "#words/github.ts";
import type { BoardConfig } from "../../../board/config.ts";
import { isSameLogin } from "../../../board/login.ts";
import { heardCommands, readCommands } from "../../../board/review/commands.ts";
import type { Comment, Commit, Login, PullRequest } from "../../../board/review/facts.ts";
import { changesByMerging, changesSince } from "../../git-merge.ts";
import type { GitObjects } from "../../git-objects.ts";
import { TooLargeError } from "../../git-objects.ts";
import type { Answer, GitHub } from "../client.ts";
import { readAtMost, readChangedFiles } from "./changed-files.ts";
import { readReactions } from "./comments.ts";
import type { ReadCommitStatuses } from "./commit-statuses.ts";
import type { Discussion, NodeIds } from "./discussion.ts";
import { readDiscussion } from "./discussion.ts";
import type { OpenPull } from "./open-pulls.ts";
import type { Rights } from "./permissions.ts";
import { isBot } from "./permissions.ts";

export type GivenPull = Answer<"pulls", "get">;

/** A pull request that the bot ignores: to a branch other than the board’s, or one of its own changes. */
export type Ignored = { ignored: "other-branch"; base: string } | { ignored: "own" };

export type ReadPull = {
  pull: PullRequest;
  /** The commits that commit statuses and requests for changes are about. */
  current: readonly PullRequest["commits"][number][];
  /** The commit of the board's branch that `files` were compared with, if the pull request is open. */
  tip: string | undefined;
  /** The open pull requests that came before it, oldest first. */
  earlier: readonly OpenPull[];
  /** The first of them with the same head, to any branch. */
  duplicateHead: number | null;
  nodeIds: NodeIds;
};

/** What the names of the bot’s own branches begin with. */
export const botBranches = "board/";

/** Whether a pull request is a change of the bot’s own, rather than a submission. */
export function isOwnChange(
  { author, from }: { author: Login; from: Discussion["from"] },
  github: Pick<GitHub, "at" | "app">,
): boolean {
  const { at } = github;
  return (
    isBot({ login: author }, github) &&
    from.repository === `${at.owner}/${at.repo}` &&
    from.branch.startsWith(botBranches)
  );
}

export type PullSources = {
  github: GitHub;
  /** Of the board's repository. */
  objects: GitObjects;
  rights: Rights;
  commitStatuses: ReadCommitStatuses;
  config: BoardConfig;
};

/** Number of attempts while a pull request changes. */
const readings = 8;

/**
 * Reads a consistent snapshot of a pull request: what is said in it comes from one query, and its files from the
 * commit that this query names as the head. Throws an Error if it keeps changing.
 *
 * @param given what is said in it, if that was read just now
 */
export async function readPullRequest(
  sources: PullSources,
  number: number,
  given?: Discussion,
): Promise<ReadPull | Ignored> {
  const { github } = sources;
  for (let reading = 1; reading <= readings; reading += 1) {
    const isGiven = reading === 1 && given?.number === number;
    const discussion = isGiven ? given : (await readDiscussion(github, number))?.discussion;
    if (discussion) {
      const { author, from, base } = discussion;
      if (base.branch !== github.branch) return { ignored: "other-branch", base: base.branch };
      if (isOwnChange({ author: author.login, from }, github)) return { ignored: "own" };
      const read = await readParts(sources, discussion);
      if (read) return read;
    }
    await setTimeout(github.retryDelay * reading);
  }
  throw new Error(words.pullKeepsChanging(number));
}

export async function getPull({ rest, at }: GitHub, number: number): Promise<GivenPull> {
  return (await rest.pulls.get({ ...at, pull_number: number })).data;
}

/** `undefined` if the head was replaced meanwhile. */
async function readParts(
  sources: PullSources,
  discussion: Discussion,
): Promise<ReadPull | undefined> {
  const compared = await readChanges(sources, discussion);
  if (!compared) return undefined;
  const { tip, ...changes } = compared;
  const { from, base, updatedAt, isBot, lastStatuses, earlier, nodeIds, ...given } = discussion;
  const current = await currentCommits(given.commits, given.author.login, sources.rights);
  // The query only tells of the reactions of whoever asks, and an app has not reacted to what came before it.
  const isComplete = isBot && !sources.github.app;
  const shas = new Set([...current.map(({ sha }) => sha), given.head]);
  const [comments, commitStatuses] = await Promise.all([
    isComplete ? given.comments : withReactionsOfBot(sources, discussion),
    sources.commitStatuses([...shas], lastStatuses),
  ]);
  const duplicateHead = earlier.find(({ head }) => head === given.head)?.number ?? null;
  const pull = { ...given, ...changes, comments, commitStatuses };
  return { pull, current, tip, earlier, duplicateHead, nodeIds };
}

/** Also for people who try out what the bot would do. */
async function withReactionsOfBot(
  { github, rights, config }: PullSources,
  { comments, author, isBot }: Pick<Discussion, "comments" | "author" | "isBot">,
): Promise<Comment[]> {
  return await Promise.all(
    comments.map(async (comment) => {
      const isKnown = isBot && comment.reactions.length > 0;
      if (isKnown || !(await mayGiveCommand(comment, author.login, rights, config))) return comment;
      return { ...comment, reactions: await readReactions(github, comment.id) };
    }),
  );
}

type Compared = Pick<PullRequest, "files" | "changedFiles" | "isTooLarge" | "mergeable"> & {
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
  { state, author, head, base, mergeable, changedFiles: counted }: Discussion,
): Promise<Compared | undefined> {
  const isMaintainers = await rights.maySpeak(author.login);
  const limit = isMaintainers ? readAtMost.ofMaintainers : readAtMost.ofSenders;
  const tip = await objects.fetchBranch();
  const isOpen = state === "open";
  // A merged head may have become part of the branch.
  const since = state === "merged" ? base.sha : tip;
  const comparedWith = isOpen ? tip : undefined;
  const fetched = await fetchWithin(objects, [head, since]);
  if (fetched === "too-large") {
    return { files: [], changedFiles: counted, isTooLarge: true, mergeable, tip: comparedWith };
  }
  if (fetched === "unknown") return undefined;
  const { isClean, changes, complete } = isOpen
    ? await changesByMerging(objects, { tip, head })
    : { ...(await changesSince(objects, { commit: since, head })), isClean: true };
  const files = await readChangedFiles(objects, changes, limit);
  return {
    files,
    changedFiles: complete ? files.length : Math.max(files.length + 1, counted),
    mergeable: isClean ? mergeable : false,
    tip: comparedWith,
  };
}

/** A stranger decides how large commits are: that is no failure of the bot’s. */
async function fetchWithin(
  objects: GitObjects,
  shas: readonly string[],
): Promise<"fetched" | "unknown" | "too-large"> {
  try {
    return (await objects.fetchCommits(shas)) ? "fetched" : "unknown";
  } catch (error) {
    if (error instanceof TooLargeError) return "too-large";
    throw error;
  }
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
