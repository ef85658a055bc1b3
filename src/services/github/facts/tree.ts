/** Looks files up in the folders of a commit. */
import type { TreeEntry } from "../../git-merge.ts";
import type { GitHub } from "../client.ts";
import type { Folder } from "./objects.ts";
import { folderMode, readCommit, readFolder } from "./objects.ts";

/** `partial`: the folder holds more than GitHub lists. */
export type Lookup = TreeEntry | "absent" | "partial";

/** Looks paths up in a commit, folder by folder, because GitHub does not list large trees completely. */
export function readTree(github: GitHub, commit: string): (path: string) => Promise<Lookup> {
  const folderAt = async (path: string): Promise<Folder | "absent"> => {
    if (path === "") return readFolder(github, (await readCommit(github, commit)).tree);
    const entry = await entryAt(path);
    if (typeof entry === "string") return entry;
    return entry.mode === folderMode ? readFolder(github, entry.sha) : "absent";
  };
  const entryAt = async (path: string): Promise<Lookup> => {
    const slash = path.lastIndexOf("/");
    const folder = await folderAt(path.slice(0, Math.max(slash, 0)));
    return typeof folder === "string" ? folder : (folder.get(path.slice(slash + 1)) ?? "absent");
  };
  return entryAt;
}
