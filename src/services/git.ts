/** What the history says of the posts. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { liveJobPath, parseJobPath } from "../board/job/path.ts";
import type { PostHistory } from "../board/listing/read-board.ts";
import { approverKey, readApproval } from "../board/review/approval.ts";

const run = promisify(execFile);

/**
 * The day (UTC, of the committer) on which each file below a folder first came to the main branch, and
 * the review by which it did, by its path from that folder with `jobs/` before it. One pass over the
 * history. Empty where there is no Git, no repository or no commit yet, or where the clone is shallow and
 * so cannot know.
 */
export async function postHistories(directory: string): Promise<Map<string, PostHistory>> {
  return readHistories(await addedFiles(directory), "jobs/");
}

/**
 * The same for the folder `jobs` as a commit has it, whatever lies on disk. Throws an Error where the
 * clone is shallow, or lacks the commit.
 *
 * @param clone a folder in the clone
 */
export async function postHistoriesAt(
  clone: string,
  commit: string,
): Promise<Map<string, PostHistory>> {
  if (await isShallow(clone)) throw new Error(lacksHistory);
  return readHistories(await git(clone, ...additions, commit, "--", ":(top)jobs"), "");
}

/** What a command says that needs to know since when posts are listed. */
export const lacksHistory =
  "This clone lacks part of its history, so it cannot tell when posts were first listed. Run git fetch --unshallow.";

/**
 * Git's options for a list of added files, the newest first, before each commit's files its moment, its
 * title and who it says has approved it. https://git-scm.com/docs/pretty-formats
 */
const additions = [
  ...["-c", "core.quotePath=false", "log", "--first-parent", "-m", "--no-renames"],
  ...["--diff-filter=A", "--name-only"],
  // Of the last lines only, of the form `name: value`, and never of the title, which may be a stranger's.
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
      // its day. What its readers see was let through by the latest review.
      histories.set(folder + file, { firstListed: on, approved: later?.approved ?? approved });
    }
  }
  return asSubmitted(histories);
}

/** What moved a post to the archive was no review of it: that was where it came to the board. */
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
