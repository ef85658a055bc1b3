/** Reads from Git's history when each post was first listed and changed, and who approved it. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Instant } from "../board/days.ts";
import { dayIn, momentAt } from "../board/days.ts";
import { isLivePostPath } from "../board/job/path.ts";
import type { PostHistory } from "../board/listing/read-board.ts";
import { approverKey, readApproval } from "../board/review/approval-record.ts";
import { environmentWith } from "./environment.ts";

/**
 * For each live post in a folder, the second (committer) its file first came to the main branch, those in which it
 * changed, and the review that approved it, keyed by its path with `jobs/` in front. One pass over the history, as far as
 * the clone has it. Archived posts have all of this in their files. Empty if there is no Git, no repository or no commit.
 */
export async function postHistories(
  directory: string,
  now: Instant,
): Promise<Map<string, PostHistory>> {
  try {
    const output = await git(directory, ...changes, "--relative", "--", ".");
    return readHistories(output, { folder: "jobs/", now, isShallow: await isShallow(directory) });
  } catch {
    return new Map(); // No Git, no repository, or nothing committed: then no file has a first day.
  }
}

/**
 * The same for the folder `jobs` of a commit, independent of the working tree. Throws an Error if the clone lacks the
 * commit.
 *
 * @param clone a folder in the clone
 */
export async function postHistoriesAt(
  clone: string,
  commit: string,
  now: Instant,
): Promise<Map<string, PostHistory>> {
  const output = await git(clone, ...changes, commit, "--", ":(top)jobs");
  return readHistories(output, { folder: "", now, isShallow: await isShallow(clone) });
}

/**
 * Options of `git log` for a list of changed files, newest commit first; before each commit's files its time, its
 * title, and its approval. `--sparse` lists commits without a change to posts too, because their times count.
 * https://git-scm.com/docs/pretty-formats
 */
const changes = [
  ...["-c", "core.quotePath=false", "log", "--first-parent", "-m", "--sparse"],
  ...["--no-renames", "--name-status"],
  // Only trailers (`name: value`), never the title, which may come from a stranger.
  `--format=%x00%ct%x00%s%x00%(trailers:key=${approverKey},valueonly,unfold)%x00`,
];

type Reading = {
  /** In front of the paths. */
  folder: string;
  now: Instant;
  /** The oldest commit is not the first of the branch, and seems to add all files that it has. */
  isShallow: boolean;
};

function readHistories(
  output: string,
  { folder, now, isShallow }: Reading,
): Map<string, PostHistory> {
  const histories = new Map<string, PostHistory>();
  const parts = output.split("\0");
  const limit = Math.floor(now.toSeconds());
  let previous: number | undefined;
  // From the oldest to the newest.
  const oldest = parts.length - 4;
  for (let at = oldest; at >= 1; at -= 4) {
    const [committed, title = "", approvers = "", files = ""] = parts.slice(at, at + 4);
    const [added, modified] = changedPosts(files, folder);
    const second = secondAfter(previous, Number(committed), limit);
    previous = second;
    const moment = momentAt(second);
    const approved = readApproval({ on: dayIn(moment), title, approvers: lines(approvers) });
    if (isShallow && at === oldest) {
      for (const file of added) histories.set(file, { isIncomplete: true });
      continue;
    }
    for (const file of added) {
      const earlier = histories.get(file);
      // A post that was removed and put back keeps its moment. The approver is that of the latest review.
      histories.set(file, {
        ...earlier,
        firstListed: earlier?.firstListed ?? moment,
        approved: approved ?? earlier?.approved,
      });
    }
    for (const file of modified) {
      const earlier = histories.get(file);
      const changed = [...(earlier?.changed ?? []), moment];
      histories.set(file, { ...earlier, changed });
    }
  }
  return histories;
}

/**
 * When a commit came to the main branch. Always after its parent, so that whoever has seen everything up to a
 * moment misses nothing. A commit that was pushed has the time of its author's machine: one that is yet to come
 * does not count, or all later posts would have it too.
 */
function secondAfter(previous: number | undefined, committed: number, now: number): number {
  if (previous === undefined) return Math.min(committed, now);
  return committed > now ? previous + 1 : Math.max(committed, previous + 1);
}

/** The live posts among the lines of `--name-status` that were added (A), and those that were modified (M). */
function changedPosts(files: string, folder: string): [added: string[], modified: string[]] {
  const all = lines(files);
  const of = (status: string) =>
    all
      .filter((line) => line.startsWith(`${status}\t`))
      .map((line) => folder + line.slice(2))
      .filter(isLivePostPath);
  return [of("A"), of("M")];
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

/**
 * Fetches more of the history of a working tree’s commit from where it was cloned, if nobody has to sign in there.
 *
 * @param depth `--unshallow`, or another option of `git fetch`
 * @returns whether that was possible
 */
export async function fetchMore(directory: string, depth: string): Promise<boolean> {
  const quietly = ["--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"];
  const fetch = (...commits: string[]) =>
    git(directory, "fetch", ...quietly, "--no-auto-maintenance", depth, "origin", ...commits).then(
      () => true,
      () => false, // No network, no right to read, or no such history.
    );
  const commit = await checkedOut(directory);
  // A commit that only this clone has can’t be asked for; its branch can.
  return (commit !== "" && (await fetch(commit))) || (await fetch());
}

/** The commit that is checked out in a folder; "" if there is no Git, no repository, or nothing committed. */
export async function checkedOut(directory: string): Promise<string> {
  return await git(directory, "rev-parse", "--verify", "--quiet", "HEAD").then(
    (output) => output.trim(),
    () => "",
  );
}

/** Whether a commit’s history will always read as it does now: not if one in it has a time that is yet to come. */
export async function isFinal(directory: string, commit: string, now: Instant): Promise<boolean> {
  if (commit === "") return true;
  const later = `--since-as-filter=${Math.floor(now.toSeconds()) + 1}`;
  const options = ["--first-parent", "--max-count=1", later];
  return await git(directory, "rev-list", ...options, commit).then(
    (output) => output === "",
    () => false, // Git before 2.37 does not know the option.
  );
}

/** Whether the clone lacks part of its history. */
export async function isShallow(directory: string): Promise<boolean> {
  try {
    return (await git(directory, "rev-parse", "--is-shallow-repository")).trim() === "true";
  } catch {
    return false; // No Git or no repository, so no history that could lack a part.
  }
}

/** Never asks a person, whatever way the clone was made. */
const unattended = {
  GIT_TERMINAL_PROMPT: "0",
  GIT_ASKPASS: "true",
  GIT_SSH_COMMAND: "ssh -oBatchMode=yes",
};

/** Longest time for one command, in milliseconds: a dead network must not hold a build up for ever. */
const timeout = 5 * 60_000;

async function git(directory: string, ...parameters: string[]): Promise<string> {
  const words = ["-C", directory, ...parameters];
  const options = { maxBuffer: 2 ** 30, env: environmentWith(unattended), timeout };
  return (await promisify(execFile)("git", words, options)).stdout;
}
