/** Computes what merging a commit into a branch would change, with Git's own merge, without a working tree. */
import * as words from "#words/github.ts";
import type { GitResult } from "./git-limits.ts";
import type { GitObjects } from "./git-objects.ts";
import { emptyTree } from "./git-objects.ts";

/** The entry at a path: a file, a link, or a submodule. */
export type TreeEntry = { mode: string; sha: string };

/** A path at which two trees differ. Never a folder. */
export type Difference = { path: string; before?: TreeEntry; after?: TreeEntry };

export type Differences = {
  /** Sorted by path. */
  changes: readonly Difference[];
  /** Whether these are all changes. */
  complete: boolean;
};

export type Merge = Differences & {
  /** Whether Git can merge the two. If not, the changes are the head’s since they diverged. */
  isClean: boolean;
};

/** The limit of GitHub’s own lists of changed files, too. */
const pathsAtMost = 3000;

/** Two branches that were merged into each other have several bases, which have bases of their own. */
const basesAtMost = 10;

/** Git's mode of a submodule, whose commit is elsewhere. */
const submodule = "160000";

/**
 * The changes that merging a head would make to the branch at a commit. Both must be fetched. Merged here and not
 * taken from GitHub, which keeps the result of an earlier test merge for hours after the branch has moved:
 * https://github.blog/changelog/2026-02-19-changes-to-test-merge-commit-generation-for-pull-requests
 */
export async function changesByMerging(
  objects: GitObjects,
  { tip, head }: { tip: string; head: string },
): Promise<Merge> {
  const bases = await basesOf(objects, tip, head);
  await objects.fetchTrees([tip, head, ...bases]);
  const own = await compareWithHead(objects, bases[0] ?? emptyTree, head);
  // Git must not merge more than can be reviewed.
  if (!own.complete) return { ...own, isClean: true };
  const tree = bases.length > 0 && (await mergedTree(objects, { tip, head, bases }));
  if (!tree) return { ...own, isClean: false };
  return { ...(await compareTrees(objects, tip, tree)), isClean: true };
}

/** The changes of a head since it diverged from a commit. Both must be fetched. */
export async function changesSince(
  objects: GitObjects,
  { commit, head }: { commit: string; head: string },
): Promise<Differences> {
  const [base] = await mergeBases(objects, [commit, head]);
  await objects.fetchTrees([head, ...(base === undefined ? [] : [base])]);
  return await compareWithHead(objects, base ?? emptyTree, head);
}

/**
 * The paths at which the branch at its tip differs from one of its commits; `undefined` if it is not one of them, or if
 * there are too many.
 */
export async function pathsChangedSince(
  objects: GitObjects,
  { commit, tip }: { commit: string; tip: string },
): Promise<ReadonlySet<string> | undefined> {
  const [base] = await mergeBases(objects, [commit, tip]);
  if (base === undefined) return undefined;
  await objects.fetchTrees([base, tip]);
  const { changes, complete } = await compareTrees(objects, base, tip);
  return complete ? new Set(changes.map(({ path }) => path)) : undefined;
}

/**
 * The changes of many heads since they diverged from the branch, whose tip must be fetched. Heads that cannot be read, or
 * change too much, are left out, and so are those that are already on the branch.
 */
export async function changesOfEach(
  objects: GitObjects,
  { tip, heads }: { tip: string; heads: readonly string[] },
): Promise<Map<string, readonly Difference[]>> {
  const bases = new Map<string, string>();
  for (const head of await objects.fetchAvailable(heads)) {
    const [base] = await mergeBases(objects, [tip, head]);
    if (base !== undefined) bases.set(head, base);
  }
  await objects.fetchTrees([...bases.values()]);
  const changes = new Map<string, readonly Difference[]>();
  for (const [head, base] of bases) {
    const own = await compareWithHead(objects, base, head).catch(() => undefined);
    if (own?.complete) changes.set(head, own.changes);
  }
  return changes;
}

/** The merged tree; `undefined` if they conflict, or if the merge needs a file that is too large. */
async function mergedTree(
  objects: GitObjects,
  sides: { tip: string; head: string; bases: readonly string[] },
): Promise<string | undefined> {
  const merge = ["merge-tree", "--write-tree", "--no-messages", sides.tip, sides.head];
  let result = await objects.read(merge);
  if (result.code === unknownOption) throw new Error(words.git.tooOld);
  // The trees are nearly always enough. Otherwise Git needs contents that the branch has or had.
  if (isIncomplete(result)) {
    await objects.fetchBlobs(await contentsToMerge(objects, sides));
    result = await objects.read(merge);
  }
  return result.code === 0 && !isIncomplete(result) ? result.output.toString().trim() : undefined;
}

/** Git's exit code. */
const unknownOption = 129;

/**
 * Whether Git could not read something. Older versions (seen: 2.39) treat a missing folder as an empty one,
 * print a message, and exit successfully.
 */
function isIncomplete({ messages }: GitResult): boolean {
  return messages !== "";
}

/** The contents of the branch that may have to be merged: everything that changed on either side. */
async function contentsToMerge(
  objects: GitObjects,
  { tip, head, bases }: { tip: string; head: string; bases: readonly string[] },
): Promise<Set<string>> {
  const contents = new Set<string>();
  const add = (entry: TreeEntry | undefined) => {
    if (entry && entry.mode !== submodule) contents.add(entry.sha);
  };
  for (const base of bases) {
    for (const { before, after } of (
      await compareTrees(objects, base, tip, Number.POSITIVE_INFINITY)
    ).changes) {
      add(before);
      add(after);
    }
    for (const { before } of (await compareTrees(objects, base, head)).changes) add(before);
  }
  return contents;
}

/** The merge bases, best first; if there are several, also their own merge bases. */
async function basesOf(objects: GitObjects, tip: string, head: string): Promise<string[]> {
  const bases = new Set<string>();
  let sides = [tip, head];
  while (sides.length > 1 && bases.size < basesAtMost) {
    sides = await mergeBases(objects, sides);
    for (const base of sides) bases.add(base);
  }
  return [...bases];
}

async function mergeBases(objects: GitObjects, sides: readonly string[]): Promise<string[]> {
  const { output } = await objects.read(["merge-base", "--all", ...sides]);
  return output.toString().split("\n").filter(Boolean);
}

/**
 * The same for a stranger’s tree. A few nested folders can contain a billion paths: unlike comparing, listing
 * prints one path after the other, and stops if there are too many.
 */
async function compareWithHead(
  objects: GitObjects,
  base: string,
  head: string,
): Promise<Differences> {
  const { limit } = await objects.read(["ls-tree", "-r", "-t", "-z", "--name-only", head]);
  if (limit !== undefined) return { changes: [], complete: false };
  return await compareTrees(objects, base, head);
}

/** The differences of two trees, given by their hashes or by their commits. */
async function compareTrees(
  objects: GitObjects,
  before: string,
  after: string,
  most = pathsAtMost,
): Promise<Differences> {
  const parameters = ["diff-tree", "-r", "--no-renames", "--raw", "-z", "--no-abbrev"];
  const result = await objects.read([...parameters, before, after]);
  const { limit } = result;
  if (limit === undefined && (result.code !== 0 || isIncomplete(result))) {
    throw new Error(words.git.failed("diff-tree"), { cause: new Error(result.messages) });
  }
  const changes = parseDifferences(result.output.toString());
  const isEach = new Set(changes.map(({ path }) => path)).size === changes.length;
  const complete = limit === undefined && isEach && changes.length <= most;
  return {
    changes: changes.slice(0, most).sort((a, b) => (a.path < b.path ? -1 : 1)),
    complete,
  };
}

/** Parses `--raw -z`: `:<mode> <mode> <sha> <sha> <status>`, NUL, the path, NUL. */
function parseDifferences(text: string): Difference[] {
  const fields = text.split("\0");
  const changes: Difference[] = [];
  for (let at = 0; at + 2 < fields.length; at += 2) {
    const [fields0 = "", path = ""] = fields.slice(at, at + 2);
    const [oldMode = "", mode = "", oldSha = "", sha = ""] = fields0.slice(1).split(" ");
    changes.push({
      path,
      ...(oldMode !== nothing && { before: { mode: oldMode, sha: oldSha } }),
      ...(mode !== nothing && { after: { mode, sha } }),
    });
  }
  return changes;
}

/** Git's mode of a missing entry. */
const nothing = "000000";
