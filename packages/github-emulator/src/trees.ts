/** Reads and writes Git trees and the files in them. */
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { unprocessable } from "./api/errors.ts";
import type { Core } from "./core.ts";
import { git, gitOnce, tryGit, tryGitOnce } from "./git.ts";
import type { Repository } from "./state.ts";

/** An entry of a tree, with its path from there. Only blobs have a size. */
export type TreeEntry = { mode: string; type: string; sha: string; size?: number; path: string };

/** Writes a blob that is in no tree yet, and returns its hash. */
export function writeBlob(
  core: Core,
  repository: Repository,
  content: string | Uint8Array,
): Promise<string> {
  return git(core.store.pathOf(repository), ["hash-object", "-w", "--stdin"], { input: content });
}

/** The entries of a tree, optionally with those of its subfolders. */
export async function listTree(
  core: Core,
  repository: Repository,
  tree: string,
  isDeep: boolean,
): Promise<TreeEntry[]> {
  const depth = isDeep ? ["-r", "-t"] : [];
  const question = ["ls-tree", "-z", "-l", ...depth, tree];
  return readEntries(await gitOnce(core.store.pathOf(repository), question));
}

/** The entry at a path of a commit or tree, given by its full hash; `undefined` if there is none. */
export async function entryAt(
  core: Core,
  repository: Repository,
  tree: string,
  path: string,
): Promise<TreeEntry | undefined> {
  const question = ["ls-tree", "-z", "-l", tree, "--", path];
  const { code, output } = await tryGitOnce(core.store.pathOf(repository), question);
  return code === 0
    ? readEntries(output.toString()).find((entry) => entry.path === path)
    : undefined;
}

function readEntries(text: string): TreeEntry[] {
  return text
    .split("\0")
    .filter(Boolean)
    .map((line) => {
      const [, mode = "", type = "", sha = "", size = "", path = ""] =
        /^(\d+) (\w+) (\w+) +(\S+)\t(.*)$/s.exec(line) ?? [];
      return { mode, type, sha, path, ...(type === "blob" && { size: Number(size) }) };
    });
}

/** One change to a tree. `sha: null` removes the entry. */
export type TreeChange = { path: string; mode: string; sha: string | null };

/** Writes a tree that differs from another in some paths, and returns its hash. Throws 422 for invalid paths. */
export async function writeTree(
  core: Core,
  repository: Repository,
  base: string | undefined,
  changes: readonly TreeChange[],
): Promise<string> {
  if (!changes.every((change) => isFilePath(change.path))) throw malformed();
  const path = core.store.pathOf(repository);
  const index = join(path, `index-${randomUUID()}`);
  const variables = { GIT_INDEX_FILE: index };
  try {
    await git(path, base ? ["read-tree", base] : ["read-tree", "--empty"], { variables });
    for (const { mode, sha, path: folder } of changes) {
      if (mode === "040000" && sha) {
        await git(path, ["read-tree", `--prefix=${folder}/`, sha], { variables });
      }
    }
    const lines = changes
      .filter(({ mode, sha }) => mode !== "040000" || !sha)
      .map(({ mode, sha, path: file }) =>
        sha ? `${mode} ${sha}\t${file}\0` : `0 ${"0".repeat(40)}\t${file}\0`,
      );
    const update = await tryGit(path, ["update-index", "-z", "--index-info"], {
      input: lines.join(""),
      variables,
    });
    if (update.code !== 0) throw malformed();
    return await git(path, ["write-tree"], { variables });
  } finally {
    await rm(index, { force: true });
  }
}

/** Rejects paths such as `../x`, which Git silently ignores. */
function isFilePath(path: string): boolean {
  return path.split("/").every((name) => name !== "" && !/^(\.|\.\.|\.git)$/i.test(name));
}

function malformed(): Error {
  return unprocessable("tree.path contains a malformed path component");
}
