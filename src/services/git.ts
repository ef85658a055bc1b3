/** Reads from Git's history when each post was first listed and who approved it. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { liveJobPath, parseJobPath } from "../board/job/path.ts";
import type { PostHistory } from "../board/listing/read-board.ts";
import { approverKey, readApproval } from "../board/review/approval-record.ts";
import { shallowClone } from "../board/words/en/terminal-errors.ts";

/**
 * For each file below a folder, the day (UTC, committer) it first came to the main branch and the review that
 * approved it, keyed by its path with `jobs/` in front. One pass over the history. Empty if there is no Git,
 * no repository or no commit, or if the clone is shallow.
 */
export async function postHistories(directory: string): Promise<Map<string, PostHistory>> {
  return readHistories(await addedFiles(directory), "jobs/");
}

/**
 * The same for the folder `jobs` of a commit, independent of the working tree. Throws an Error if the clone is
 * shallow or lacks the commit.
 *
 * @param clone a folder in the clone
 */
export async function postHistoriesAt(
  clone: string,
  commit: string,
): Promise<Map<string, PostHistory>> {
  if (await isShallow(clone)) throw new Error(shallowClone);
  return readHistories(await git(clone, ...additions, commit, "--", ":(top)jobs"), "");
}

/**
 * Options of `git log` for a list of added files, newest first; before each commit's files its time, its
 * title, and its approval. https://git-scm.com/docs/pretty-formats
 */
const additions = [
  ...["-c", "core.quotePath=false", "log", "--first-parent", "-m", "--no-renames"],
  ...["--diff-filter=A", "--name-only"],
  // Only trailers (`name: value`), never the title, which may come from a stranger.
  `--format=%x00%ct%x00%s%x00%(trailers:key=${approverKey},valueonly,unfold)%x00`,
];

function readHistories(output: string, folder: string): Map<string, PostHistory> {
  const histories = new Map<string, PostHistory>();
  const parts = output.split("\0");
  for (let at = 1; at < parts.length; at += 4) {
    const [seconds, title = "", approvers = "", files = ""] = parts.slice(at, at + 4);
    const on = new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
    const approved = readApproval({ on, title, approvers: lines(approvers) });
    for (const file of lines(files)) {
      const later = histories.get(folder + file);
      // Newest first, so the oldest addition says since when: a post that was removed and put back keeps
      // its day. The approver is that of the latest review.
      histories.set(folder + file, { firstListed: on, approved: later?.approved ?? approved });
    }
  }
  return asSubmitted(histories);
}

/** Moving a post to the archive is not a review. The commit that first added it was. */
function asSubmitted(histories: ReadonlyMap<string, PostHistory>): Map<string, PostHistory> {
  return new Map(
    [...histories].map(([file, history]) => {
      const path = parseJobPath(file);
      if ("refused" in path || !path.archived) return [file, history];
      return [file, { ...history, approved: histories.get(liveJobPath(path.slug))?.approved }];
    }),
  );
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

/** Whether the clone lacks part of its history, so that first listings are unknown. */
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
  const words = ["-C", directory, ...parameters];
  return (await promisify(execFile)("git", words, { maxBuffer: 2 ** 30 })).stdout;
}
