/** Git's trees: read, compared, and changed in this process. */
import { readCommit } from "./commit-graph.ts";
import { readObject, writeObject } from "./object-store.ts";
import { RecentMap } from "./recent-map.ts";

/** An entry with its path from the tree that was asked about. */
export type Entry = { path: string; mode: string; sha: string };

/** The name is in Latin-1: each character is a byte, so that no name is changed by reading and writing it. */
export type NamedEntry = { name: string; mode: string; sha: string };

export const folderMode = "040000";

export function isFolder(entry: { mode: string } | undefined): boolean {
  return entry?.mode === folderMode;
}

/** The trees that were read last: commits have most of them in common. */
const known = new RecentMap<string, readonly NamedEntry[]>(500);

/** The tree of a commit, or a tree itself, by full hash; `undefined` if there is none. */
export async function treeNamed(directory: string, sha: string): Promise<string | undefined> {
  const commit = await readCommit(directory, sha);
  if (commit) return commit.tree;
  return (await readTree(directory, sha)) && sha;
}

/** The entries of a tree, in Git's order; `undefined` if there is no such tree. */
export async function readTree(
  directory: string,
  tree: string,
): Promise<readonly NamedEntry[] | undefined> {
  const entries = known.get(tree) ?? (await parsedTree(directory, tree));
  if (entries) known.set(tree, entries);
  return entries;
}

async function parsedTree(directory: string, tree: string): Promise<NamedEntry[] | undefined> {
  const object = await readObject(directory, tree);
  return object?.type === "tree" ? parseTree(object.content) : undefined;
}

/** Parses `<mode> <name> NUL <20 bytes>` for each entry. */
function parseTree(content: Buffer): NamedEntry[] {
  const entries: NamedEntry[] = [];
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(" ", at);
    const end = content.indexOf(0, space);
    entries.push({
      mode: content.toString("latin1", at, space).padStart(6, "0"),
      name: content.toString("latin1", space + 1, end),
      sha: content.toString("hex", end + 1, end + 21),
    });
    at = end + 21;
  }
  return entries;
}

/** Writes a tree, and returns its hash. */
export function writeEntries(directory: string, entries: readonly NamedEntry[]): string {
  const place = (entry: NamedEntry) => (isFolder(entry) ? `${entry.name}/` : entry.name);
  const sorted = entries.toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
  const parts = sorted.flatMap(({ mode, name, sha }) => [
    Buffer.from(`${mode.replace(/^0/, "")} ${name}\0`, "latin1"),
    Buffer.from(sha, "hex"),
  ]);
  return writeObject(directory, "tree", Buffer.concat(parts));
}

/** The entry at a path of a tree; `undefined` if there is none. */
export async function entryAtPath(
  directory: string,
  tree: string,
  path: string,
): Promise<Entry | undefined> {
  let entry: NamedEntry | undefined = { name: "", mode: folderMode, sha: tree };
  for (const name of encoded(path).split("/")) {
    const entries: readonly NamedEntry[] | undefined =
      entry && isFolder(entry) ? await readTree(directory, entry.sha) : undefined;
    entry = entries?.find((each) => each.name === name);
  }
  return entry && { path, mode: entry.mode, sha: entry.sha };
}

/** The entries of a tree; if `isDeep`, also all that is in its folders, each after its folder. */
export async function listEntries(
  directory: string,
  tree: string,
  isDeep: boolean,
  folder = "",
): Promise<Entry[]> {
  const found: Entry[] = [];
  for (const { name, mode, sha } of (await readTree(directory, tree)) ?? []) {
    const path = folder + decoded(name);
    found.push({ path, mode, sha });
    if (isDeep && mode === folderMode) {
      found.push(...(await listEntries(directory, sha, isDeep, `${path}/`)));
    }
  }
  return found;
}

/** A path at which two trees differ. Never a folder. */
export type Difference = { path: string; before?: Entry; after?: Entry };

/** Where two trees differ, sorted by path. A file that was moved is in two places. */
export async function differences(
  directory: string,
  before: string | undefined,
  after: string | undefined,
): Promise<Difference[]> {
  const found = await differencesIn(directory, [before, after], "");
  return found.sort((one, other) => (one.path < other.path ? -1 : 1));
}

async function differencesIn(
  directory: string,
  trees: readonly (string | undefined)[],
  folder: string,
): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const [name, sides] of await byName(directory, trees)) {
    const [one, other] = sides;
    if (isSame(one, other)) continue;
    const path = folder + decoded(name);
    const [before, after] = sides.map((entry) =>
      entry && !isFolder(entry) ? { path, mode: entry.mode, sha: entry.sha } : undefined,
    );
    if (before || after) {
      found.push({ path, ...(before && { before }), ...(after && { after }) });
    }
    const inside = sides.map((entry) => (isFolder(entry) ? entry?.sha : undefined));
    found.push(...(await differencesIn(directory, inside, `${path}/`)));
  }
  return found;
}

/** The entries of several trees by name. */
export async function byName(
  directory: string,
  trees: readonly (string | undefined)[],
): Promise<Map<string, (NamedEntry | undefined)[]>> {
  const found = new Map<string, (NamedEntry | undefined)[]>();
  for (const [index, tree] of trees.entries()) {
    if (tree === undefined) continue;
    for (const entry of (await readTree(directory, tree)) ?? []) {
      const entries = found.get(entry.name) ?? trees.map(() => undefined);
      entries[index] = entry;
      found.set(entry.name, entries);
    }
  }
  return found;
}

export function isSame(one: NamedEntry | undefined, other: NamedEntry | undefined): boolean {
  return one?.sha === other?.sha && one?.mode === other?.mode;
}

/** One change to a tree. `sha: null` removes the entry. */
export type TreeChange = { path: string; mode: string; sha: string | null };

/** A folder that is being changed. */
type OpenTree = Map<string, NamedEntry | OpenTree>;

/**
 * Writes a tree that differs from another in some paths, and returns its hash; `undefined` if a file and a folder
 * would have the same path.
 *
 * @param base a tree or a commit
 */
export async function changeTree(
  directory: string,
  base: string | undefined,
  changes: readonly TreeChange[],
): Promise<string | undefined> {
  const tree = base && (await treeNamed(directory, base));
  const root = await openTree(directory, tree);
  for (const { path, mode, sha } of changes) {
    const names = encoded(path).split("/");
    const name = names.at(-1) ?? "";
    const entry = sha === null ? undefined : { name, mode, sha };
    if (!(await change(directory, root, names, entry))) return undefined;
  }
  return writeOpenTree(directory, root);
}

async function openTree(directory: string, tree: string | undefined): Promise<OpenTree> {
  const entries = (tree && (await readTree(directory, tree))) || [];
  return new Map(entries.map((entry) => [entry.name, entry]));
}

/** Returns whether that is possible. */
async function change(
  directory: string,
  folder: OpenTree,
  [name = "", ...rest]: readonly string[],
  entry: NamedEntry | undefined,
): Promise<boolean> {
  const there = folder.get(name);
  const isThereFolder = there instanceof Map || isFolder(there);
  if (rest.length === 0) {
    if (!entry) folder.delete(name);
    else if (isThereFolder && !isFolder(entry)) return false;
    else folder.set(name, entry);
    return true;
  }
  if (there && !isThereFolder) return !entry;
  const inner = there instanceof Map ? there : await openTree(directory, there?.sha);
  folder.set(name, inner);
  return await change(directory, inner, rest, entry);
}

function writeOpenTree(directory: string, folder: OpenTree): string {
  const entries = [...folder].flatMap(([name, entry]) => {
    if (!(entry instanceof Map)) return [entry];
    const sha = writeOpenTree(directory, entry);
    // Git has no empty folders.
    return sha === emptyTree ? [] : [{ name, mode: folderMode, sha }];
  });
  return writeEntries(directory, entries);
}

/** Git's hash of an empty tree. */
export const emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

function encoded(path: string): string {
  return Buffer.from(path).toString("latin1");
}

function decoded(name: string): string {
  return /^[ -~]*$/.test(name) ? name : Buffer.from(name, "latin1").toString();
}
