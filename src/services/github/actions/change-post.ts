/** Changes a post on the board’s branch. */
import { setTimeout } from "node:timers/promises";
import * as words from "#words/github.ts";
import type { BoardConfig } from "../../../board/config.ts";
import { maxFileBytes, readJobFile, writeJobFile } from "../../../board/job/file.ts";
import { parseJobPath } from "../../../board/job/path.ts";
import type { PostChange } from "../../../board/review/post-change.ts";
import { changedJob } from "../../../board/review/post-change.ts";
import type { Made } from "../../git-commit.ts";
import { commitFiles, pushCommit, readRemoteBranch } from "../../git-commit.ts";
import type { GitObjects } from "../../git-objects.ts";
import type { GitHub } from "../client.ts";
import { botLogin } from "../facts/permissions.ts";
import { botBranches } from "../facts/pull-request.ts";
import { branchExists, finishChange, isSameChange, mergeChange } from "./bot-pull.ts";
import type { Outcome } from "./outcome.ts";
import { already, done, isApplied } from "./outcome.ts";

/** How often to start over because the board changed meanwhile. */
const tries = 4;

export type ChangeSources = {
  github: GitHub;
  /** Of the board’s repository. */
  objects: GitObjects;
  config: BoardConfig;
};

/**
 * Sets fields of a post. Interrupted at any point, a second run finds what is there and continues. Throws an
 * Error if the post cannot be read or written.
 *
 * @param reason why, in Markdown, for the pull request
 */
export async function changePost(
  sources: ChangeSources,
  change: PostChange,
  reason: string,
): Promise<Outcome> {
  const { github, objects } = sources;
  const { file, title } = change;
  const branch = branchFor(change);
  let outcome = already;
  for (let count = 1; count <= tries; count += 1) {
    const on = await objects.fetchBranch();
    const text = await changedText(sources, on, change);
    if (text === undefined) {
      if (!(await branchExists(github, branch))) return already;
      await finishChange(github, branch);
      return done;
    }
    const made = await commitFiles(objects, {
      ...{ on, changes: [{ path: file, text }], message: title, author: botAuthor },
    });
    const pushed = await pushChange(sources, branch, { made, on });
    outcome = pushed
      ? await mergeChange(github, {
          ...{ branch, on, title, body: reason, ...pushed },
          tip: () => objects.fetchBranch(),
        })
      : { outcome: "overtaken", because: words.skipped.boardChanged };
    if (isApplied(outcome)) await finishChange(github, branch);
    if (outcome.outcome !== "overtaken") return outcome;
    await setTimeout(github.retryDelay * count);
  }
  return outcome;
}

/** The address by which GitHub recognizes the bot. */
const botAuthor = {
  name: botLogin,
  email: `41898282+${botLogin}@users.noreply.github.com`,
};

type Pushed = { sha: string; isNew: boolean };

/**
 * Pushes a commit to a branch, unless an earlier run has pushed the same change: another would lose its approvals.
 *
 * @returns `undefined` if that failed and the board has changed, which can be why
 */
async function pushChange(
  sources: ChangeSources,
  branch: string,
  change: { made: Made; on: string },
): Promise<Pushed | undefined> {
  try {
    return await pushOnce(sources, branch, change);
  } catch (error) {
    if ((await sources.objects.fetchBranch()) !== change.on) return undefined;
    throw error;
  }
}

async function pushOnce(
  { github: { remote }, objects }: ChangeSources,
  branch: string,
  { made, on }: { made: Made; on: string },
): Promise<Pushed> {
  const { commit } = made;
  if (await pushCommit(objects, remote, { branch, commit })) return { sha: commit, isNew: true };
  const left = await readRemoteBranch(objects, remote, branch);
  if (left && isSameChange(left, { made, on })) return { sha: left.commit, isNew: false };
  await pushCommit(objects, remote, { branch, commit, force: true });
  return { sha: commit, isNew: false };
}

/** `board/<slug>-closed`: the same change has the same name. */
function branchFor({ file, set }: PostChange): string {
  const path = parseJobPath(file);
  if ("refused" in path) throw new Error(`${file} ${path.refused}.`);
  return `${botBranches}${path.slug}-${Object.keys(set).toSorted().join("-")}`;
}

/** The file as it is to be, or `undefined` if it is so already. */
async function changedText(
  { objects, config }: ChangeSources,
  commit: string,
  change: PostChange,
): Promise<string | undefined> {
  const { file } = change;
  const read = readJobFile(file, await readFile(objects, commit, file), config);
  if (!read.ok) throw new Error(unfit(file, read.problems));
  const job = changedJob(read.job, change);
  if (job === read.job) return undefined;
  const written = writeJobFile(file, job, config);
  if (!written.ok) throw new Error(unfit(file, written.problems));
  return written.text;
}

async function readFile(objects: GitObjects, commit: string, file: string): Promise<Uint8Array> {
  await objects.fetchTrees([commit]);
  const listed = await objects.readAll(["ls-tree", "-z", commit, "--", file]);
  const [, sha] = /^\d+ blob (\w+)\t/.exec(listed.toString()) ?? [];
  if (sha === undefined) throw new Error(words.postGone(file));
  await objects.fetchBlobs([sha]);
  // The reader says what the limit is.
  return (await objects.readBlobs([sha])).get(sha) ?? new Uint8Array(maxFileBytes + 1);
}

function unfit(file: string, problems: readonly { message: string }[]): string {
  return words.postUnchangeable(file, problems.map(({ message }) => message).join(" "));
}
