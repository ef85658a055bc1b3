/** The folders of posts in one commit, as Git's trees tell of them. */
import type { Answer, GitHub } from "../client.ts";

export type TreeEntry = { mode: string; sha: string; size?: number };

/** `partial`: the folder holds more than GitHub lists. */
export type Lookup = TreeEntry | "absent" | "partial";

type Folder = ReadonlyMap<string, Answer<"git", "getTree">["tree"][number]> | "absent" | "partial";

/**
 * Looks paths up in a commit. Folder by folder, each read once: a whole tree is as large as its
 * author likes. The base repository serves the commits of pull requests, so a fork may be gone.
 */
export function readTree(github: GitHub, commit: string): (path: string) => Promise<Lookup> {
  const folders = new Map<string, Promise<Folder>>();
  const folderAt = (path: string): Promise<Folder> => {
    const read = folders.get(path) ?? readFolder(path);
    folders.set(path, read);
    return read;
  };
  const entryAt = async (path: string) => {
    const slash = path.lastIndexOf("/");
    const folder = await folderAt(path.slice(0, Math.max(slash, 0)));
    return typeof folder === "string" ? folder : (folder.get(path.slice(slash + 1)) ?? "absent");
  };
  const readFolder = async (path: string): Promise<Folder> => {
    if (path === "") return listFolder(github, await rootOf(github, commit));
    const entry = await entryAt(path);
    if (typeof entry === "string") return entry;
    return entry.type === "tree" ? listFolder(github, entry.sha) : "absent";
  };
  return async (path) => {
    const entry = await entryAt(path);
    if (typeof entry === "string") return entry;
    return {
      mode: entry.mode,
      sha: entry.sha,
      ...(entry.size !== undefined && { size: entry.size }),
    };
  };
}

/** The bytes of a file. Its size is known from the tree: nobody need read what is too large. */
export async function readBlob({ rest, at }: GitHub, sha: string): Promise<Uint8Array> {
  const { data } = await rest.git.getBlob({ ...at, file_sha: sha });
  return new Uint8Array(Buffer.from(data.content, "base64"));
}

async function rootOf({ rest, at }: GitHub, commit: string): Promise<string> {
  return (await rest.git.getCommit({ ...at, commit_sha: commit })).data.tree.sha;
}

async function listFolder({ rest, at }: GitHub, sha: string): Promise<Folder> {
  const { data } = await rest.git.getTree({ ...at, tree_sha: sha });
  return data.truncated ? "partial" : new Map(data.tree.map((entry) => [entry.path, entry]));
}
