/** The files that a pull request changes, and what is in those that may be posts. */
import { maxFileBytes } from "../../../board/job/file.ts";
import type { ChangedFile } from "../../../board/review/facts.ts";
import type { Answer, GitHub } from "../client.ts";
import type { Lookup } from "./tree.ts";
import { readBlob, readTree } from "./tree.ts";

export type ListedFile = Answer<"pulls", "listFiles">[number];

/** Where a file may be a post, whatever its name is worth. */
const placeOfPosts = /^jobs\/(?:archive\/\d{4}\/)?[^/]+\.md$/;

/** Who changes more posts at once than these takes care of the board, and can read them. */
const readAtMost = 50;

/** Git's mode of a symbolic link, and of a submodule. */
const noFile = ["120000", "160000"];

const changes: Readonly<Record<string, ChangedFile["change"]>> = {
  added: "added",
  copied: "added",
  modified: "modified",
  // The mode alone, or a link in place of a file.
  changed: "modified",
  removed: "removed",
  renamed: "renamed",
};

/** All files that GitHub lists; it stops at 3,000. */
export async function listFiles(github: GitHub, pull: number): Promise<ListedFile[]> {
  const { paginate, rest, at } = github;
  return await paginate(rest.pulls.listFiles, { ...at, pull_number: pull, per_page: 100 });
}

/**
 * Looks the files up in the tree of the head, and reads those that may be posts. Modes and sizes are
 * known before anything is read: a link is never followed, and what is too large never fetched.
 *
 * @param head the commit that is read; nothing else than what it holds is told
 * @returns `undefined` where the list is not that of the head
 */
export async function readFiles(
  github: GitHub,
  listed: readonly ListedFile[],
  head: string,
): Promise<ChangedFile[] | undefined> {
  const lookUp = readTree(github, head);
  const mayBePosts = listed.filter(mayBePost);
  const entries = new Map<ListedFile, Lookup>();
  for (const file of mayBePosts.slice(0, readAtMost)) {
    const entry = await lookUp(file.filename);
    if (!isListedAs(entry, file)) return undefined;
    entries.set(file, entry);
  }
  return await Promise.all(
    listed.map(async (file): Promise<ChangedFile> => {
      const { filename: path, status, previous_filename: previousPath } = file;
      const entry = entries.get(file);
      return {
        path,
        change: changes[status] ?? "other",
        ...(previousPath !== undefined && { previousPath }),
        ...(entry !== undefined && (await readFile(github, entry))),
        ...(entry === undefined && mayBePosts.includes(file) && unread),
      };
    }),
  );
}

function mayBePost({ filename, status }: ListedFile): boolean {
  return status !== "removed" && placeOfPosts.test(filename);
}

function isListedAs(entry: Lookup, { sha }: ListedFile): boolean {
  return typeof entry === "string" ? entry === "partial" : entry.sha === sha;
}

async function readFile(
  github: GitHub,
  entry: Lookup,
): Promise<Pick<ChangedFile, "mode" | "content">> {
  if (typeof entry === "string")
    return { content: { refused: "lies in a folder of too many files" } };
  const { mode, sha, size } = entry;
  if (noFile.includes(mode)) {
    return { mode, content: { refused: "is a link or something else that is no ordinary file" } };
  }
  // The reader says what the limit is. A size that is not told is none to trust.
  if (size === undefined || size > maxFileBytes) {
    return { mode, content: new Uint8Array(maxFileBytes + 1) };
  }
  return { mode, content: await readBlob(github, sha) };
}

const unread: Pick<ChangedFile, "content"> = {
  content: { refused: `was not read: the pull request changes more than ${readAtMost} posts` },
};
