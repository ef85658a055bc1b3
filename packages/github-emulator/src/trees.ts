/** Reads and writes Git trees and the files in them. */
import { unprocessable } from "./api/errors.ts";
import type { Core } from "./core.ts";
import { sizeOf, writeObject } from "./object-store.ts";
import type { Repository } from "./state.ts";
import type { Entry, TreeChange } from "./tree-objects.ts";
import { changeTree, entryAtPath, folderMode, listEntries, treeNamed } from "./tree-objects.ts";

export type { TreeChange } from "./tree-objects.ts";

/** An entry of a tree, with its path from there. Only blobs have a size. */
export type TreeEntry = { mode: string; type: string; sha: string; size?: number; path: string };

/** Writes a blob that is in no tree yet, and returns its hash. */
export function writeBlob(
  core: Core,
  repository: Repository,
  content: string | Uint8Array,
): string {
  return writeObject(core.store.pathOf(repository), "blob", content);
}

/** The entries of a tree or a commit, optionally with those of its subfolders. */
export async function listTree(
  core: Core,
  repository: Repository,
  sha: string,
  isDeep: boolean,
): Promise<TreeEntry[]> {
  const path = core.store.pathOf(repository);
  const tree = await treeNamed(path, sha);
  const entries = tree ? await listEntries(path, tree, isDeep) : [];
  return await Promise.all(entries.map((entry) => withType(path, entry)));
}

/** The entry at a path of a commit or tree, given by its full hash; `undefined` if there is none. */
export async function entryAt(
  core: Core,
  repository: Repository,
  sha: string,
  path: string,
): Promise<TreeEntry | undefined> {
  const directory = core.store.pathOf(repository);
  const tree = await treeNamed(directory, sha);
  const entry = tree && (await entryAtPath(directory, tree, path));
  return entry ? await withType(directory, entry) : undefined;
}

const types: Readonly<Record<string, string>> = { [folderMode]: "tree", "160000": "commit" };

async function withType(directory: string, entry: Entry): Promise<TreeEntry> {
  const type = types[entry.mode] ?? "blob";
  if (type !== "blob") return { ...entry, type };
  return { ...entry, type, size: (await sizeOf(directory, entry.sha)) ?? 0 };
}

/** Writes a tree that differs from another in some paths, and returns its hash. Throws 422 for invalid paths. */
export async function writeTree(
  core: Core,
  repository: Repository,
  base: string | undefined,
  changes: readonly TreeChange[],
): Promise<string> {
  if (!changes.every((change) => isFilePath(change.path))) throw malformed();
  const tree = await changeTree(core.store.pathOf(repository), base, changes);
  if (tree === undefined) throw malformed();
  return tree;
}

/** Rejects paths such as `../x`, which Git silently ignores. */
function isFilePath(path: string): boolean {
  return path.split("/").every((name) => name !== "" && !/^(\.|\.\.|\.git|git~1)$/i.test(name));
}

function malformed(): Error {
  return unprocessable("tree.path contains a malformed path component");
}
