/** Which pages a contender has written, and how much. */
import { readdir, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Board } from "../src/board/listing/board.ts";
import { listPages } from "../src/board/listing/list-pages.ts";

/** Size in bytes of every file, by its path from the root: `/jobs/index.html`. */
export type Files = ReadonlyMap<string, number>;

export type Comparison = {
  /** Pages of posts and lists that are not there. */
  missing: readonly string[];
  /** Files beside them, counted by kind: `/jobs/*\/feed/…`. */
  further: ReadonlyMap<string, number>;
  /** How many pages of posts and lists there are, and how large they are together. */
  pages: number;
  bytes: number;
  /** The size of all files. */
  allBytes: number;
};

/** The files of pages that every contender has to write: each post, each page of each list. */
export function expectedFiles(board: Board): string[] {
  return [...board.live, ...listPages(board)].map(({ address }) => `${address}index.html`);
}

export async function filesIn(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, number>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length).replaceAll(sep, "/"), (await stat(path)).size);
  }
  return files;
}

export function compare(files: Files, expected: readonly string[]): Comparison {
  const wanted = new Set(expected);
  const further = new Map<string, number>();
  for (const file of files.keys()) {
    if (wanted.has(file)) continue;
    const kind = kindOf(file);
    further.set(kind, (further.get(kind) ?? 0) + 1);
  }
  const found = expected.filter((file) => files.has(file));
  return {
    missing: expected.filter((file) => !files.has(file)),
    further,
    pages: found.length,
    bytes: sum(found.map((file) => files.get(file) ?? 0)),
    allBytes: sum([...files.values()]),
  };
}

/** Files of one kind lie in folders that differ in one name. */
function kindOf(file: string): string {
  return file
    .replace(/^\/jobs\/(category|type|location)\/[^/]+\//, "/jobs/$1/*/")
    .replace(/^\/jobs\/archive\/.*/, "/jobs/archive/…")
    .replace(/index\.html$/, "");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
