/** Remembers what each file of a built site was made of, so that the next build writes only what differs. */
import { lstatSync } from "node:fs";
import { join, posix } from "node:path";
import type { SiteSize } from "../board/maintenance/host-limits.ts";
import type { Problem } from "../board/problem.ts";
import { filesIn } from "./files-in.ts";

/** What a build was made of, as a whole. */
export type BuildInputs = {
  /** Everything but posts and time: sources, packages, settings. */
  program: string;
  /** The posts and their history. */
  posts: string;
  /** The moment it shows, ISO 8601. */
  now: string;
  /** The folder it was written to. */
  output: string;
};

/** A built site. */
export type Manifest = BuildInputs & {
  /** Problems of posts that were left out. */
  problems: readonly Problem[];
  /**
   * Every file by its path from the site's root: what it was made of ("" if that is not known, so that every build
   * writes it), and its size and time.
   */
  files: Readonly<Record<string, readonly [version: string, stat: string]>>;
};

/** Whether the site has the files of its manifest, as they were written, and no others. */
export function isIntact({ output, files }: Manifest): boolean {
  const found = filesIn(output);
  return (
    found.length === Object.keys(files).length &&
    found.every((file) => Object.hasOwn(files, file) && files[file]?.[1] === statOf(output, file))
  );
}

/** Tells whether a file is as it was written. */
export function statOf(output: string, file: string): string {
  const { size, mtimeMs } = lstatSync(join(output, file));
  return `${size} ${mtimeMs}`;
}

/** The size of a site, from what its manifest knows of the files. */
export function sizeOf(files: Manifest["files"]): SiteSize {
  const entries = new Map<string, number>();
  const addTo = (folder: string): void => {
    const count = entries.get(folder) ?? 0;
    entries.set(folder, count + 1);
    if (count === 0 && folder !== ".") addTo(posix.dirname(folder));
  };
  let bytes = 0;
  let largestFile = { path: "", bytes: 0 };
  for (const [path, [, stat]] of Object.entries(files)) {
    const size = Number.parseInt(stat, 10);
    bytes += size;
    if (size > largestFile.bytes) largestFile = { path, bytes: size };
    addTo(posix.dirname(path));
  }
  const [path, most] = [...entries].reduce((a, b) => (b[1] > a[1] ? b : a), [".", 0]);
  const fullestFolder = { path, entries: most };
  return { files: Object.keys(files).length, bytes, largestFile, fullestFolder };
}
