/** Hashes source files, so that what was made of them can be kept until one changes. */
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { filesIn } from "./files-in.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * A hash of the names and contents of files and of all files in folders, tests apart. The same wherever the project
 * is: the sandbox builds in a new folder each time.
 *
 * @param paths from the project's root
 * @param more what else the result depends on
 */
export function hashSources(paths: readonly string[], more: readonly string[] = []): string {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of sourcesAt(join(root, path))) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  for (const text of more) hash.update(`${text}\0`);
  return hash.digest("hex").slice(0, 16);
}

function sourcesAt(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats ? [path] : [];
  const files = filesIn(path).filter((file) => !file.includes(".test."));
  return files.map((file) => join(path, file)).sort();
}
