/** The files that a pull request changes, and what is in those that may be posts. */

import { unreadFiles } from "#words/problems.ts";
import { maxFileBytes } from "../../../board/job/file.ts";
import { isPostPath } from "../../../board/job/path.ts";
import type { ChangedFile } from "../../../board/review/facts.ts";
import type { Difference } from "../../git-merge.ts";
import type { GitObjects } from "../../git-objects.ts";
import { isOrdinary } from "../../git-posts.ts";

/** How many posts of a pull request are read. A sender has one; an import has as many as Git’s list of changes. */
export const readAtMost = { ofSenders: 5, ofMaintainers: 3000 };

/** A file before it is read. */
type Unread = Pick<ChangedFile, "path" | "change" | "previousPath"> & Pick<Difference, "after">;

/**
 * The files of a list of differences, as they are after them.
 *
 * @param limit how many of them are read
 */
export async function readChangedFiles(
  objects: GitObjects,
  changes: readonly Difference[],
  limit: number,
): Promise<ChangedFile[]> {
  const files = withRenames(changes);
  const posts = files.filter(({ path, after }) => after && isPostPath(path));
  const read = new Set(posts.slice(0, limit));
  const shas = [...read].flatMap(({ after }) =>
    after && isOrdinary(after.mode) ? [after.sha] : [],
  );
  await objects.fetchSmallBlobs(shas);
  const contents = await objects.readBlobs(shas);
  const unread = { refused: unreadFiles.tooManyPosts(limit) };
  return files.map((file): ChangedFile => {
    const { after, ...rest } = file;
    if (!after) return rest;
    const known = { ...rest, mode: after.mode };
    if (!isPostPath(file.path)) return known;
    if (!read.has(file)) return { ...known, content: unread };
    if (!isOrdinary(after.mode)) return { ...known, content: { refused: unreadFiles.notOrdinary } };
    // The reader says what the limit is.
    const content = contents.get(after.sha) ?? new Uint8Array(maxFileBytes + 1);
    return { ...known, content };
  });
}

/** What is the same, and only elsewhere now, was renamed. */
function withRenames(changes: readonly Difference[]): Unread[] {
  const gone = Map.groupBy(
    changes.filter(({ after }) => !after),
    ({ before }) => before?.sha,
  );
  const files: Unread[] = [];
  for (const { path, before, after } of changes) {
    if (!after) continue;
    const from = before ? undefined : gone.get(after.sha)?.shift();
    const change = before ? "modified" : "added";
    files.push({
      path,
      change: from ? "renamed" : change,
      ...(from && { previousPath: from.path }),
      after,
    });
  }
  const removed = [...gone.values()].flat();
  files.push(...removed.map(({ path }): Unread => ({ path, change: "removed" })));
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
