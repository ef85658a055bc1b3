/** What is in the files that may be posts. */
import { maxFileBytes } from "../../../board/job/file.ts";
import type { ChangedFile } from "../../../board/review/facts.ts";
import { unreadFiles } from "../../../board/words/en/problems.ts";
import { mergeFile } from "../../git-merge-file.ts";
import type { GitHub } from "../client.ts";
import type { Change } from "./merging.ts";
import type { TreeEntry } from "./objects.ts";
import { readBlob } from "./objects.ts";

export type Content = NonNullable<ChangedFile["content"]>;

/** Git's modes of ordinary files. https://git-scm.com/docs/git-fast-import#_filemodify */
const ordinary = ["100644", "100755"];

/**
 * Reads a file. Its mode and size are known before: a link is never followed, and what is too large
 * never fetched.
 */
export async function readContent(
  github: GitHub,
  { mode, sha, size }: TreeEntry,
): Promise<Content> {
  if (!ordinary.includes(mode)) {
    return { refused: unreadFiles.notOrdinary };
  }
  // The reader says what the limit is. A size that is not told is none to trust.
  if (size === undefined || size > maxFileBytes) return new Uint8Array(maxFileBytes + 1);
  return await readBlob(github, sha);
}

/**
 * Joins what both sides have made of a file. The result can be other than each of them: two sound
 * changes can together be none.
 *
 * @returns `undefined` where the two cannot be joined
 */
export async function joinContents(
  github: GitHub,
  { before, after, contested }: Change,
): Promise<Content | undefined> {
  const sides = [before, contested?.base, after];
  const read = await Promise.all(sides.map((side) => side && readContent(github, side)));
  const [ours, base, theirs] = read;
  if (!isText(ours) || !isText(base) || !isText(theirs)) return undefined;
  return await mergeFile({ ours, base, theirs });
}

function isText(content: Content | undefined): content is Uint8Array {
  return content instanceof Uint8Array && content.length <= maxFileBytes;
}
