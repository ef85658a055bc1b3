/** Reads from Git's history when each post was first listed and changed, and who approved it. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Instant } from "../board/days.ts";
import { dayIn, momentAt } from "../board/days.ts";
import { liveJobPath, parseJobPath } from "../board/job/path.ts";
import type { PostHistory } from "../board/listing/read-board.ts";
import { approverKey, readApproval } from "../board/review/approval-record.ts";
import { shallowClone } from "../board/words/en/terminal-errors.ts";

/**
 * For each file below a folder, the second (committer) it first came to the main branch, those in which it changed, and
 * the review that approved it, keyed by its path with `jobs/` in front. One pass over the history. Empty if there is no Git,
 * no repository or no commit, or if the clone is shallow.
 */
export async function postHistories(
  directory: string,
  now: Instant,
): Promise<Map<string, PostHistory>> {
  return readHistories(await changedFiles(directory), "jobs/", now);
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
  now: Instant,
): Promise<Map<string, PostHistory>> {
  if (await isShallow(clone)) throw new Error(shallowClone);
  return readHistories(await git(clone, ...changes, commit, "--", ":(top)jobs"), "", now);
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

function readHistories(output: string, folder: string, now: Instant): Map<string, PostHistory> {
  const histories = new Map<string, PostHistory>();
  const parts = output.split("\0");
  const limit = Math.floor(now.toSeconds());
  let previous: number | undefined;
  // From the oldest to the newest.
  for (let at = parts.length - 4; at >= 1; at -= 4) {
    const [committed, title = "", approvers = "", files = ""] = parts.slice(at, at + 4);
    const second = secondAfter(previous, Number(committed), limit);
    previous = second;
    const moment = momentAt(second);
    const approved = readApproval({ on: dayIn(moment), title, approvers: lines(approvers) });
    for (const file of filesWith("A", files)) {
      const earlier = histories.get(folder + file);
      // A post that was removed and put back keeps its moment. The approver is that of the latest review.
      histories.set(folder + file, {
        ...earlier,
        firstListed: earlier?.firstListed ?? moment,
        approved: approved ?? earlier?.approved,
      });
    }
    for (const file of filesWith("M", files)) {
      const earlier = histories.get(folder + file);
      const changed = [...(earlier?.changed ?? []), moment];
      histories.set(folder + file, { ...earlier, changed });
    }
  }
  return asSubmitted(histories);
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

/** The files among the lines of `--name-status` that were added (A) or modified (M). */
function filesWith(status: "A" | "M", files: string): string[] {
  const start = `${status}\t`;
  return lines(files).flatMap((line) => (line.startsWith(start) ? [line.slice(start.length)] : []));
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

async function changedFiles(directory: string): Promise<string> {
  if (await isShallow(directory)) return "";
  try {
    return await git(directory, ...changes, "--relative", "--", ".");
  } catch {
    return ""; // No Git, no repository, or nothing committed: then no file has a first day.
  }
}

async function git(directory: string, ...parameters: string[]): Promise<string> {
  const words = ["-C", directory, ...parameters];
  return (await promisify(execFile)("git", words, { maxBuffer: 2 ** 30 })).stdout;
}
