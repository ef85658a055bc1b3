/** Finds the files named on a command line, and reads them together with the board. */
import { lstat, realpath } from "node:fs/promises";
import { basename, dirname, join, posix, relative, resolve, sep } from "node:path";
import { namedFiles as words } from "#words/terminal-posts.ts";
import type { JobSource } from "../board/listing/read-board.ts";
import type { Problem } from "../board/problem.ts";
import { readContent, readJobFiles } from "./job-files.ts";

export type NamedFile = {
  /** Name in messages: its path on the board, or as it was given. */
  shown: string;
  /** Path on disk. */
  path: string;
  /** Path on the board, `jobs/…`; for a file from elsewhere, the path it would have. */
  file: string;
  outside: boolean;
};

export type Folders = {
  /** The folder that relative paths start from. */
  directory: string;
  /** The folder of posts. */
  jobsDir: string;
};

/**
 * Finds a file by a path relative to the working folder or to the folder of posts, with or without `jobs/`.
 * `undefined` if there is none.
 */
export async function findNamedFile(
  given: string,
  { directory, jobsDir }: Folders,
): Promise<NamedFile | undefined> {
  const candidates = [
    resolve(directory, given),
    join(jobsDir, given.replace(/^jobs\//, "")),
    join(jobsDir, given),
  ];
  for (const candidate of candidates) {
    const path = await whereItLies(candidate);
    if (path === undefined) continue;
    const inside = relative(await realpath(jobsDir), path);
    const outside = inside.startsWith("..") || resolve(inside) === inside;
    const file = posix.join("jobs", outside ? basename(path) : inside.replaceAll(sep, "/"));
    return { shown: outside ? given : file, path, file, outside };
  }
  return undefined;
}

/**
 * Reads the whole board together with files from elsewhere, as if they were in `jobs/` under their names. Such
 * a file replaces one of the board with the same name.
 */
export function readBoardWith(directory: string, named: readonly NamedFile[]): JobSource[] {
  const sources = new Map(readJobFiles(directory).map((source) => [source.file, source]));
  for (const { file, path, outside } of named) {
    if (outside) sources.set(file, { file, content: readContent(path) });
  }
  return [...sources.values()];
}

/** The problem of a named file that does not exist. */
export function missingFile(given: string): Problem {
  return {
    file: given,
    field: null,
    rule: "missing",
    severity: "error",
    ...words.missing,
  };
}

/** The problem of a folder that was named instead of its files; `undefined` if it is not a folder. */
export async function folderNamed(given: string, directory: string): Promise<Problem | undefined> {
  const stats = await lstat(resolve(directory, given)).catch(() => undefined);
  if (!stats?.isDirectory()) return undefined;
  return {
    ...missingFile(given),
    ...words.folder(posix.join(given, "*.md")),
  };
}

/** The problem of two named files with the same name. */
export function sameName(given: string, other: string): Problem {
  return {
    file: given,
    field: null,
    rule: "same-name",
    severity: "error",
    ...words.sameName(other),
  };
}

/** Follows links of the folder, but not a link in place of the file. */
async function whereItLies(path: string): Promise<string | undefined> {
  try {
    const stats = await lstat(path);
    return stats.isDirectory() ? undefined : join(await realpath(dirname(path)), basename(path));
  } catch {
    return undefined; // Whatever the reason, the file can’t be used.
  }
}
