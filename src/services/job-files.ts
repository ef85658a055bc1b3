/** Reads the folder of posts. */
import { lstatSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { unreadFiles } from "#words/problems.ts";
import { folderUnreadable } from "#words/terminal-errors.ts";
import { maxFileBytes } from "../board/job/file.ts";
import type { JobSource } from "../board/listing/read-board.ts";
import { filesIn } from "./files-in.ts";

/** Files that keep an empty folder in Git, or belong to the operating system. */
const ignored = new Set([".gitkeep", ".DS_Store"]);

/** Whether to ignore a file of this name. */
export function isIgnored(name: string): boolean {
  return ignored.has(name);
}

/** A file in the folder of posts. */
export type JobFile = {
  /** Path from the repository's root, with forward slashes. */
  file: string;
  /** Where it is. */
  path: string;
};

/**
 * Reads every file in the folder of posts, sorted by name. Reports special and too large files without reading
 * them: a link could lead anywhere on the machine.
 *
 * @param directory the folder; problems and paths always call it `jobs`
 */
export function readJobFiles(directory: string): JobSource[] {
  return listJobFiles(directory).map(({ file, path }) => ({ file, content: readContent(path) }));
}

/** The files in the folder of posts, sorted by name. Throws an Error if there is no such folder. */
export function listJobFiles(directory: string): JobFile[] {
  return listFiles(directory)
    .filter((name) => !isIgnored(posix.basename(name)))
    .map((name) => ({ path: join(directory, name), file: `jobs/${name}` }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

function listFiles(directory: string): string[] {
  try {
    return filesIn(directory);
  } catch (cause) {
    throw new Error(folderUnreadable(directory), { cause });
  }
}

/**
 * Reads one file, or returns why not, as the end of a sentence that starts with its name. Never throws. Reads at once,
 * because thousands of promises take longer than the files.
 */
export function readContent(path: string): JobSource["content"] {
  try {
    const stats = lstatSync(path);
    if (!stats.isFile()) return { refused: unreadFiles.notOrdinary };
    // Far too large for a post, so not worth the memory. The reader reports the limit.
    if (stats.size > maxFileBytes) return new Uint8Array(maxFileBytes + 1);
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
    return { refused: unreadFiles.unreadable(code) };
  }
}
