/** Trees and the files in them, by Git. */
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { unprocessable } from "./api/errors.ts";
import type { Core } from "./core.ts";
import { git, gitOnce, tryGit, tryGitOnce } from "./git.ts";
import type { Repository } from "./state.ts";

/** Something that lies in a tree, with the path from there. Only blobs have a size. */
export type TreeEntry = { mode: string; type: string; sha: string; size?: number; path: string };

/** Writes the content of a file that no tree has yet, and gives its name. */
export function writeBlob(
  core: Core,
  repository: Repository,
  content: string | Uint8Array,
): Promise<string> {
  return git(core.store.pathOf(repository), ["hash-object", "-w", "--stdin"], { input: content });
}

/** What lies in a tree, and, if it is asked for, in the folders below it. */
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

/** What lies at a path of a commit or tree, given by its full name; `undefined` for nothing. */
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

/** One change to a tree: `sha: null` takes away. */
export type TreeChange = { path: string; mode: string; sha: string | null };

/** Writes a tree that differs from another in some paths, and gives its name. Throws 422 for paths that Git refuses. */
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

/** Git leaves out, without a word, paths that lead elsewhere. */
function isFilePath(path: string): boolean {
  return path.split("/").every((name) => name !== "" && !/^(\.|\.\.|\.git)$/i.test(name));
}

function malformed(): Error {
  return unprocessable("tree.path contains a malformed path component");
}
