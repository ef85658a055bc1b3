/** Hashes source files, so that what was made of them can be kept until one changes. */
import { createHash } from "node:crypto";
import { lstatSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { language } from "#words/language.ts";
import { filesIn } from "./files-in.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * A hash of the names and contents of files and of all files in folders, tests apart. The same wherever the project
 * is: the sandbox builds in a new folder each time. The language of this process counts too, because it can be chosen
 * without a change to any file.
 *
 * @param paths from the project's root
 */
export function hashSources(paths: readonly string[]): string {
  const hash = createHash("sha256").update(`${language}\0`);
  for (const path of paths) {
    for (const file of sourcesAt(join(root, path))) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  return hash.digest("hex").slice(0, 16);
}

/** The regular files at a path, without tests and what editors leave beside them. */
function sourcesAt(path: string): string[] {
  const paths = isFolder(path) ? filesIn(path).map((file) => join(path, file)) : [path];
  return paths.filter((file) => !notSources.test(file) && isRegular(file)).sort();
}

const notSources = /\.test\.|~$|\.(?:new|swp)$/;

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isRegular(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
