/** What the history says of the posts. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Day } from "../board/days.ts";

const run = promisify(execFile);

/**
 * The day (UTC, of the committer) on which each file below a folder first came to the main branch,
 * by its path from that folder with `jobs/` before it. One pass over the history. Empty where there
 * is no Git, no repository or no commit yet, or where the clone is shallow and so cannot know.
 */
export async function firstListedDays(directory: string): Promise<Map<string, Day>> {
  return readDays(await addedFiles(directory), "jobs/");
}

/**
 * The same for the folder `jobs` as a commit has it, whatever lies on disk. Throws an Error where the
 * clone is shallow, or lacks the commit.
 *
 * @param clone a folder in the clone
 */
export async function firstListedDaysAt(clone: string, commit: string): Promise<Map<string, Day>> {
  if (await isShallow(clone)) throw new Error(lacksHistory);
  return readDays(await git(clone, ...additions, commit, "--", ":(top)jobs"), "");
}

/** What a command says that needs to know since when posts are listed. */
export const lacksHistory =
  "This clone lacks part of its history, so it cannot tell when posts were first listed. Run git fetch --unshallow.";

/** Git's options for a list of added files, the newest first, each commit's moment before its files. */
const additions = [
  ...["-c", "core.quotePath=false", "log", "--first-parent", "-m", "--no-renames"],
  ...["--diff-filter=A", "--name-only", "--format=@%ct"],
];

function readDays(history: string, folder: string): Map<string, Day> {
  const days = new Map<string, Day>();
  let day: Day = "";
  for (const line of history.split("\n")) {
    if (line.startsWith("@"))
      day = new Date(Number(line.slice(1)) * 1000).toISOString().slice(0, 10);
    // Newest first, so the oldest addition has the last word: a post that was removed and put back keeps its day.
    else if (line) days.set(folder + line, day);
  }
  return days;
}

/** Whether the clone lacks part of its history, so that it cannot tell when a post was first listed. */
export async function isShallow(directory: string): Promise<boolean> {
  try {
    return (await git(directory, "rev-parse", "--is-shallow-repository")).trim() === "true";
  } catch {
    return false; // No Git or no repository, so no history that could lack a part.
  }
}

async function addedFiles(directory: string): Promise<string> {
  if (await isShallow(directory)) return "";
  try {
    return await git(directory, ...additions, "--relative", "--", ".");
  } catch {
    return ""; // No Git, no repository, or nothing committed: then no file has a first day.
  }
}

async function git(directory: string, ...parameters: string[]): Promise<string> {
  return (await run("git", ["-C", directory, ...parameters], { maxBuffer: 2 ** 30 })).stdout;
}
