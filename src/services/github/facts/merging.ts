/** What merging a pull request would change on the board's branch as it is now. */
import type { GitHub } from "../client.ts";
import type { TreeEntry } from "./objects.ts";
import { folderMode, readCommit, readMergeBase } from "./objects.ts";
import { readTree } from "./tree.ts";
import type { Difference, Differences } from "./tree-changes.ts";
import { compareTrees, isSame } from "./tree-changes.ts";

/** `before` is what the branch has, `after` what it would have; where it is `contested`, what the head has. */
export type Change = Difference & {
  /** What both sides have changed since they parted: what it was then, and so the two are to be joined. */
  contested?: { base: TreeEntry | undefined };
};

export type Merging = Differences & { changes: readonly Change[] };

export type Sides = {
  /** The commit that the board's branch is at. */
  tip: string;
  head: string;
  /** The commit that GitHub made when it last tried out to merge: `merge_commit_sha`. */
  tried: string;
};

/**
 * The changes that a merge would make, by Git's trees: the list that GitHub gives of a pull request tells
 * what its author did since one of the places where the branches parted, and a merge goes by all of them.
 *
 * GitHub tries merges out by itself, and what came of it can be read. It does so again for another head,
 * but not for each step of the branch: after those the result is worked out, path by path.
 * https://github.blog/changelog/2026-02-19-changes-to-test-merge-commit-generation-for-pull-requests
 *
 * @returns `undefined` where that cannot be known before GitHub tries again
 */
export async function changesByMerging(github: GitHub, sides: Sides): Promise<Merging | undefined> {
  const { tip, head, tried } = sides;
  const trial = await readCommit(github, tried);
  const [onto, other, ...more] = trial.parents;
  if (onto === undefined || other !== head || more.length > 0) return undefined;
  const { tree: before } = await readCommit(github, onto);
  const changes = await compareTrees(github, before, trial.tree);
  return onto === tip ? changes : await carryOver(github, sides, changes);
}

/**
 * Works out what a merge changes by Git's own rule for three sides: what only one has changed since they
 * parted is as that one has it. What the trial has changed beside that would be by another rule, such as
 * a file followed to another name or several places of parting, and is not guessed at.
 */
async function carryOver(
  github: GitHub,
  { tip, head }: Sides,
  trial: Differences,
): Promise<Merging | undefined> {
  const parted = await readCommit(github, await readMergeBase(github, tip, head));
  const own = await compareTrees(github, parted.tree, (await readCommit(github, head)).tree);
  const touched = new Set(own.changes.map(({ path }) => path));
  if (own.complete && !trial.changes.every(({ path }) => touched.has(path))) return undefined;

  const lookUp = readTree(github, tip);
  const changes: Change[] = [];
  for (const { path, before: base, after } of own.changes) {
    const found = await lookUp(path);
    if (found === "partial") return { changes, complete: false };
    const ours = found === "absent" ? undefined : found;
    if (isSame(ours, after)) continue;
    if (ours?.mode === folderMode) return undefined;
    changes.push({
      path,
      ...(ours && { before: ours }),
      ...(after && { after }),
      ...(!isSame(ours, base) && { contested: { base } }),
    });
  }
  return { changes, complete: own.complete };
}
