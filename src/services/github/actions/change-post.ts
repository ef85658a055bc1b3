/** Changes a post on the board’s branch. */
import { setTimeout } from "node:timers/promises";
import type { BoardConfig } from "../../../board/config.ts";
import { readJobFile, writeJobFile } from "../../../board/job/file.ts";
import { parseJobPath } from "../../../board/job/path.ts";
import type { PostChange } from "../../../board/review/post-change.ts";
import { changedJob } from "../../../board/review/post-change.ts";
import * as words from "../../../board/words/en/github.ts";
import type { GitHub } from "../client.ts";
import { readBlob } from "../facts/objects.ts";
import { botBranches } from "../facts/pull-request.ts";
import { readTree } from "../facts/tree.ts";
import { branchExists, finishChange, mergeChange } from "./bot-pull.ts";
import { commitFiles, readBranchHead } from "./commit-file.ts";
import type { Outcome } from "./outcome.ts";
import { already, done, isApplied } from "./outcome.ts";

/** How often to start over because the board changed meanwhile. */
const tries = 4;

/**
 * Sets fields of a post. Interrupted at any point, a second run finds what is there and continues. Throws an
 * Error if the post cannot be read or written.
 *
 * @param reason why, in Markdown, for the pull request
 */
export async function changePost(
  github: GitHub,
  change: PostChange,
  reason: string,
  config: BoardConfig,
): Promise<Outcome> {
  const branch = branchFor(change);
  let outcome = already;
  for (let count = 1; count <= tries; count += 1) {
    const main = await readBranchHead(github, github.branch);
    const text = await changedText(github, main.commit, change, config);
    if (text === undefined) {
      if (!(await branchExists(github, branch))) return already;
      await finishChange(github, branch);
      return done;
    }
    const made = await commitFiles(github, main, [{ path: change.file, text }], change.title);
    const { title } = change;
    outcome = await mergeChange(github, { branch, on: main.commit, made, title, body: reason });
    if (isApplied(outcome)) await finishChange(github, branch);
    if (outcome.outcome !== "overtaken") return outcome;
    await setTimeout(github.retryDelay * count);
  }
  return outcome;
}

/** `board/<slug>-closed`: the same change has the same name. */
function branchFor({ file, set }: PostChange): string {
  const path = parseJobPath(file);
  if ("refused" in path) throw new Error(`${file} ${path.refused}.`);
  return `${botBranches}${path.slug}-${Object.keys(set).toSorted().join("-")}`;
}

/** The file as it is to be, or `undefined` if it is so already. */
async function changedText(
  github: GitHub,
  commit: string,
  change: PostChange,
  config: BoardConfig,
): Promise<string | undefined> {
  const { file } = change;
  const entry = await readTree(github, commit)(file);
  if (typeof entry === "string") {
    throw new Error(words.postGone(file));
  }
  const read = readJobFile(file, await readBlob(github, entry.sha), config);
  if (!read.ok) throw new Error(unfit(file, read.problems));
  const job = changedJob(read.job, change);
  if (job === read.job) return undefined;
  const written = writeJobFile(file, job, config);
  if (!written.ok) throw new Error(unfit(file, written.problems));
  return written.text;
}

function unfit(file: string, problems: readonly { message: string }[]): string {
  return words.postUnchangeable(file, problems.map(({ message }) => message).join(" "));
}
