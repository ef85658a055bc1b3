/** Reads Git objects from GitHub. They never change, so each is requested once per run. */
import type { TreeEntry } from "../../git-merge.ts";
import type { GitHub } from "../client.ts";

/** The entries of a folder by name. `partial`: it has more than GitHub lists, or two of the same name. */
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

/** The folder of a tree, not recursive. */
export function readFolder(github: GitHub, sha: string): Promise<Folder> {
  return once(github, `tree ${sha}`, async ({ rest, at }) => {
    const { data } = await rest.git.getTree({ ...at, tree_sha: sha });
    const folder = new Map(data.tree.map(({ path, mode, sha }) => [path, { mode, sha }]));
    return data.truncated || folder.size < data.tree.length ? "partial" : folder;
  });
}

/** The content of a file. Check its size in the tree first. */
export function readBlob(github: GitHub, sha: string): Promise<Uint8Array> {
  return once(github, `blob ${sha}`, async ({ rest, at }) => {
    const { data } = await rest.git.getBlob({ ...at, file_sha: sha });
    return new Uint8Array(Buffer.from(data.content, "base64"));
  });
}

/** The commit that the main branch points at. It moves, so it is requested every time. */
export async function readMainHead({ rest, at, branch }: GitHub): Promise<string> {
  return (await rest.git.getRef({ ...at, ref: `heads/${branch}` })).data.object.sha;
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
