/** Reads the folder of posts. */
import { lstat, readdir, readFile } from "node:fs/promises";
import { join, posix, sep } from "node:path";
import { maxFileBytes } from "../board/job/file.ts";
import type { JobSource } from "../board/listing/read-board.ts";
import { unreadFiles } from "../board/words/en/problems.ts";
import { folderUnreadable } from "../board/words/en/terminal-errors.ts";

/** Files that keep an empty folder in Git, or belong to the operating system. */
const ignored = new Set([".gitkeep", ".DS_Store"]);

/** Whether to ignore a file of this name. */
export function isIgnored(name: string): boolean {
  return ignored.has(name);
}

/** Files read concurrently: enough to keep the disk busy, far below limits on open files. */
const readAtOnce = 64;

/**
 * Reads every file in the folder of posts, sorted by name. Reports special and too large files without reading
 * them: a link could lead anywhere on the machine.
 *
 * @param directory the folder; problems and paths always call it `jobs`
 */
export async function readJobFiles(directory: string): Promise<JobSource[]> {
  const entries = await listEntries(directory);
  const files = entries
    .filter((entry) => !entry.isDirectory() && !isIgnored(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, file: nameOf(directory, path) }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const sources: JobSource[] = [];
  for (let start = 0; start < files.length; start += readAtOnce) {
    const some = files.slice(start, start + readAtOnce);
    sources.push(
      ...(await Promise.all(
        some.map(async ({ path, file }) => ({ file, content: await readContent(path) })),
      )),
    );
  }
  return sources;
}

async function listEntries(directory: string) {
  try {
    return await readdir(directory, { recursive: true, withFileTypes: true });
  } catch (cause) {
    throw new Error(folderUnreadable(directory), { cause });
  }
}

function nameOf(directory: string, path: string): string {
  return posix.join("jobs", path.slice(join(directory, sep).length).replaceAll(sep, "/"));
}

/** Reads one file, or returns why not, as the end of a sentence that starts with its name. Never throws. */
export async function readContent(path: string): Promise<JobSource["content"]> {
  try {
    const stats = await lstat(path);
    if (!stats.isFile()) return { refused: unreadFiles.notOrdinary };
    // Far too large for a post, so not worth the memory. The reader reports the limit.
    if (stats.size > maxFileBytes) return new Uint8Array(maxFileBytes + 1);
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
    return { refused: unreadFiles.unreadable(code) };
  }
}
