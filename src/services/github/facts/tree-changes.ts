/** In what two trees differ. */
import type { Difference, Differences, TreeEntry } from "../../git-merge.ts";
import type { GitHub } from "../client.ts";
import { folderMode, readFolder } from "./objects.ts";

/** GitHub’s own lists of what a pull request changes end here too. */
const pathsAtMost = 3000;

/** Folders with a difference that are looked into. */
const foldersAtMost = 200;

/** A folder, and what it is on either side, as a tree. */
type Pair = { path: string; before?: string; after?: string };

/**
 * Compares two trees. Folders that are the same have the same name in Git, so only those on the way to
 * a difference are asked for.
 */
export async function compareTrees(
  github: GitHub,
  before: string,
  after: string,
): Promise<Differences> {
  const changes: Difference[] = [];
  let pairs: Pair[] = before === after ? [] : [{ path: "", before, after }];
  let folders = 0;
  while (pairs.length > 0) {
    folders += pairs.length;
    if (folders > foldersAtMost) return { changes, complete: false };
    const compared = await Promise.all(pairs.map((pair) => compareFolders(github, pair)));
    const found = compared.flatMap((level) => level?.changes ?? []);
    const room = pathsAtMost - changes.length;
    changes.push(...found.slice(0, room));
    if (found.length > room || compared.includes(undefined)) return { changes, complete: false };
    pairs = compared.flatMap((level) => level?.pairs ?? []);
  }
  return { changes: changes.sort((a, b) => (a.path < b.path ? -1 : 1)), complete: true };
}

/** `undefined` where GitHub does not list the whole folder. */
async function compareFolders(
  github: GitHub,
  { path, before, after }: Pair,
): Promise<{ changes: Difference[]; pairs: Pair[] } | undefined> {
  const [old, now] = await Promise.all(
    [before, after].map((sha) => (sha === undefined ? nothing : readFolder(github, sha))),
  );
  if (!old || !now || old === "partial" || now === "partial") return undefined;
  const changes: Difference[] = [];
  const pairs: Pair[] = [];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [one, other] = [old.get(name), now.get(name)];
    if (isSame(one, other)) continue;
    const place = { path: path === "" ? name : `${path}/${name}` };
    if ([one, other].some(isFolder)) {
      pairs.push({
        ...place,
        ...(isFolder(one) && { before: one.sha }),
        ...(isFolder(other) && { after: other.sha }),
      });
    }
    if ([one, other].some(isFile)) {
      changes.push({
        ...place,
        ...(isFile(one) && { before: one }),
        ...(isFile(other) && { after: other }),
      });
    }
  }
  return { changes, pairs };
}

const nothing: ReadonlyMap<string, TreeEntry> = new Map();

/** Whether the same lies at a path. */
function isSame(one: TreeEntry | undefined, other: TreeEntry | undefined): boolean {
  return one?.sha === other?.sha && one?.mode === other?.mode;
}

function isFolder(entry: TreeEntry | undefined): entry is TreeEntry {
  return entry?.mode === folderMode;
}

function isFile(entry: TreeEntry | undefined): entry is TreeEntry {
  return entry !== undefined && entry.mode !== folderMode;
}
