/** Merges trees in this process, if comparing hashes is enough: most pull requests add a file that nobody else has. */
import type { NamedEntry } from "./tree-objects.ts";
import { byName, emptyTree, folderMode, isFolder, isSame, writeEntries } from "./tree-objects.ts";

/**
 * Writes the merge of two trees, and returns its hash; `undefined` if Git has to look at contents: where both have
 * changed the same path, and where a file may have been moved that the other has changed or moved, too.
 *
 * @param trees the tree before, and the two
 */
export async function mergeTrees(
  directory: string,
  trees: readonly (string | undefined)[],
): Promise<string | undefined> {
  const entries: NamedEntry[] = [];
  for (const [name, sides] of await byName(directory, trees)) {
    const chosen = choose(sides);
    if (chosen === "unclear") {
      if (!sides.every(isFolder)) return undefined;
      const inside = sides.map((entry) => entry?.sha);
      const sha = await mergeTrees(directory, inside);
      if (sha === undefined) return undefined;
      if (sha !== emptyTree) entries.push({ name, mode: folderMode, sha });
    } else if (chosen) entries.push(chosen);
  }
  return writeEntries(directory, entries);
}

/** The one of two sides that differs from what was before. */
function choose([before, one, other]: readonly (NamedEntry | undefined)[]) {
  // Each may have moved it to another place.
  if (before && !one && !other) return "unclear";
  if (isSame(before, one)) return other;
  if (isSame(before, other)) return one;
  return isSame(one, other) && !isFolder(one) ? one : "unclear";
}
