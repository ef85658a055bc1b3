/** Git's objects at GitHub. They never change under their names, so each is asked for once in a run. */
import type { Answer, GitHub } from "../client.ts";

/** Something that lies in a folder. `size` in bytes, of files only. */
export type TreeEntry = { mode: string; sha: string; size?: number };

/** What lies in a folder, by name. `partial`: it holds more than GitHub lists, or two of one name. */
export type Folder = ReadonlyMap<string, TreeEntry> | "partial";

export type Commit = { tree: string; parents: readonly string[] };

/** Git's mode of a folder. https://git-scm.com/docs/git-fast-import#_filemodify */
export const folderMode = "040000";

const read = new WeakMap<GitHub, Map<string, Promise<unknown>>>();

export function readCommit(github: GitHub, sha: string): Promise<Commit> {
  return once(github, `commit ${sha}`, async ({ rest, at }) => {
    const { data } = await rest.git.getCommit({ ...at, commit_sha: sha });
    return { tree: data.tree.sha, parents: data.parents.map((parent) => parent.sha) };
  });
}

/** The folder of a tree, without what lies in the folders in it. */
export function readFolder(github: GitHub, sha: string): Promise<Folder> {
  return once(github, `tree ${sha}`, async ({ rest, at }) => {
    const { data } = await rest.git.getTree({ ...at, tree_sha: sha });
    const folder = new Map(data.tree.map((entry) => [entry.path, entryOf(entry)]));
    return data.truncated || folder.size < data.tree.length ? "partial" : folder;
  });
}

/** The bytes of a file. Its size is known from the tree: nobody need read what is too large. */
export function readBlob(github: GitHub, sha: string): Promise<Uint8Array> {
  return once(github, `blob ${sha}`, async ({ rest, at }) => {
    const { data } = await rest.git.getBlob({ ...at, file_sha: sha });
    return new Uint8Array(Buffer.from(data.content, "base64"));
  });
}

/** The commit at which two lines of commits parted. */
export function readMergeBase(github: GitHub, base: string, head: string): Promise<string> {
  return once(github, `merge base ${base} ${head}`, async ({ rest, at }) => {
    // Of a page behind the last, only what does not come in pages is told.
    const request = { ...at, basehead: `${base}...${head}`, page: 1000, per_page: 1 };
    const { data } = await rest.repos.compareCommitsWithBasehead(request);
    return data.merge_base_commit.sha;
  });
}

function entryOf({ mode, sha, size }: Answer<"git", "getTree">["tree"][number]): TreeEntry {
  return { mode, sha, ...(size !== undefined && { size }) };
}

async function once<T>(
  github: GitHub,
  key: string,
  ask: (github: GitHub) => Promise<T>,
): Promise<T> {
  const known = read.get(github) ?? new Map<string, Promise<unknown>>();
  read.set(github, known);
  const asked = (known.get(key) as Promise<T> | undefined) ?? ask(github);
  known.set(key, asked);
  try {
    return await asked;
  } catch (error) {
    known.delete(key);
    throw error;
  }
}
