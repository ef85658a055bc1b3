/** Compares the pages that a contender wrote with those it had to write. */
import { statSync } from "node:fs";
import { join } from "node:path";
import type { Board } from "../src/board/listing/board.ts";
import { listPages } from "../src/board/listing/list-pages.ts";
import { filesIn } from "../src/services/files-in.ts";

/** Size in bytes by path: `/jobs/index.html`. */
export type Files = ReadonlyMap<string, number>;

export type Comparison = {
  /** Missing pages of posts and lists. */
  missing: readonly string[];
  /** Number of other files by kind: `/jobs/*\/feed/…`. */
  further: ReadonlyMap<string, number>;
  /** Number and total size of pages of posts and lists. */
  pages: number;
  bytes: number;
  /** Total size of all files. */
  allBytes: number;
};

/** The pages that every contender has to write: each post, each page of each list. */
export function expectedFiles(board: Board): string[] {
  return [...board.live, ...listPages(board)].map(({ address }) => `${address}index.html`);
}

export function sizesIn(folder: string): Files {
  return new Map(filesIn(folder).map((file) => [`/${file}`, statSync(join(folder, file)).size]));
}

export function compare(files: Files, expected: readonly string[]): Comparison {
  const pages = new Set(expected);
  const further = new Map<string, number>();
  for (const file of files.keys()) {
    if (pages.has(file)) continue;
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

/** Groups files whose folders differ in one name. */
function kindOf(file: string): string {
  return file
    .replace(/^\/jobs\/(category|type|location)\/[^/]+\//, "/jobs/$1/*/")
    .replace(/^\/jobs\/archive\/.*/, "/jobs/archive/…")
    .replace(/index\.html$/, "");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
