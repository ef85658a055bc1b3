/** The changes in a pull request, computed with Git. */
import type { Core } from "./core.ts";
import { commitsInOrder, commitsSince, gitOnce, mergeBase, readBlob, treeOf } from "./git.ts";
import { readRef } from "./git-refs.ts";
import type { Pull, Repository } from "./state.ts";
import type { Entry } from "./tree-objects.ts";
import { differences } from "./tree-objects.ts";

/** From the merge base to the head. */
export type Range = { base: string; head: string };

export type ChangedFile = {
  path: string;
  previousPath?: string;
  status: "added" | "removed" | "modified" | "renamed" | "copied" | "changed";
  /** The file's hash at the head or, if it was removed, before. */
  sha: string;
  additions: number;
  deletions: number;
  /** Without the header. Binary files and files that are only moved have none. */
  patch?: string;
};

/** For an open pull request, since the merge base with the current base branch. */
export async function pullRange(core: Core, repository: Repository, pull: Pull): Promise<Range> {
  const path = core.store.pathOf(repository);
  const tip = pull.merged ? undefined : readRef(path, `refs/heads/${pull.baseRef}`);
  const base = await mergeBase(path, tip ?? pull.baseSha, pull.headSha);
  return { base: base ?? pull.baseSha, head: pull.headSha };
}

/** The numbers that a pull request is shown with. */
export async function changeCounts(core: Core, repository: Repository, { base, head }: Range) {
  const path = core.store.pathOf(repository);
  const [files, commits] = await Promise.all([
    countLines(path, base, head),
    commitsSince(path, base, head),
  ]);
  return {
    commits: commits.length,
    additions: sum(files.map(({ additions }) => additions)),
    deletions: sum(files.map(({ deletions }) => deletions)),
    changed_files: files.length,
  };
}

type LineCounts = { additions: number; deletions: number };

async function countLines(path: string, base: string, head: string): Promise<LineCounts[]> {
  const [before, after] = await Promise.all([base, head].map((sha) => treeOf(path, sha)));
  const changes = await differences(path, before, after);
  // What was changed or may have been moved takes more than counting.
  if (changes.every((change) => change.after && !change.before)) {
    return await Promise.all(
      changes.map(async ({ after: added }) => ({
        additions: added ? await linesOf(path, added) : 0,
        deletions: 0,
      })),
    );
  }
  return readNumbers(await gitOnce(path, ["diff-tree", "-r", "-M", "-z", "--numstat", base, head]));
}

/** Of the beginning of a file, in which a zero byte makes it binary for Git. */
const looked = 8000;

async function linesOf(path: string, { mode, sha }: Entry): Promise<number> {
  // A submodule has one line with its commit.
  if (mode === "160000") return 1;
  const content = await readBlob(path, sha);
  if (content.subarray(0, looked).includes(0)) return 0;
  const text = content.toString("latin1");
  return text.split("\n").length - (text === "" || text.endsWith("\n") ? 1 : 0);
}

/** All files in a range, sorted by path, with patches. */
export async function changedFiles(
  core: Core,
  repository: Repository,
  { base, head }: Range,
): Promise<ChangedFile[]> {
  const path = core.store.pathOf(repository);
  const between = ["diff-tree", "-r", "-M", base, head];
  const [raw, numbers, patches] = await Promise.all([
    gitOnce(path, [...between, "-z", "--raw", "--abbrev=40"]),
    gitOnce(path, [...between, "-z", "--numstat"]),
    gitOnce(path, [...between, "-p", "--no-color", "--no-ext-diff"]),
  ]);
  const counts = readNumbers(numbers);
  const texts = readPatches(patches);
  return readRaw(raw).map((file, index) => {
    const patch = texts[index];
    const { additions = 0, deletions = 0 } = counts[index] ?? {};
    return { ...file, additions, deletions, ...(patch && { patch }) };
  });
}

/** The commits in a range, oldest first. */
export async function commitsOf(
  core: Core,
  repository: Repository,
  { base, head }: Range,
): Promise<readonly string[]> {
  return await commitsInOrder(core.store.pathOf(repository), base, head);
}

const statuses: Readonly<Record<string, ChangedFile["status"]>> = {
  A: "added",
  C: "copied",
  D: "removed",
  M: "modified",
  R: "renamed",
  T: "changed",
};

/** Parses `--raw -z`: `:modes shas status NUL path NUL`, and one more path if a file was moved. */
function readRaw(text: string): Omit<ChangedFile, "additions" | "deletions">[] {
  const fields = text.split("\0");
  const files: Omit<ChangedFile, "additions" | "deletions">[] = [];
  while (fields.length > 1) {
    const [, , before = "", after = "", letters = "M"] = fields.shift()?.split(" ") ?? [];
    const status = statuses[letters.slice(0, 1)] ?? "changed";
    const first = fields.shift() ?? "";
    const isMoved = status === "renamed" || status === "copied";
    files.push({
      path: isMoved ? (fields.shift() ?? "") : first,
      ...(isMoved && { previousPath: first }),
      status,
      sha: status === "removed" ? before : after,
    });
  }
  return files;
}

/** Parses `--numstat -z`: `additions TAB deletions TAB path NUL`, and `NUL path NUL path NUL` if a file was moved. */
function readNumbers(text: string): LineCounts[] {
  const fields = text.split("\0");
  const files: LineCounts[] = [];
  while (fields.length > 1) {
    const [additions, deletions, path] = fields.shift()?.split("\t") ?? [];
    if (!path) fields.splice(0, 2);
    // For binary files, Git prints hyphens instead of counts.
    files.push({ additions: Number(additions) || 0, deletions: Number(deletions) || 0 });
  }
  return files;
}

/** Every line of content starts with a sign, so a header cannot be content. */
function readPatches(text: string): (string | undefined)[] {
  return text
    .split(/^diff --git .*\n/m)
    .slice(1)
    .map((section) => {
      const start = section.search(/^@@/m);
      return start < 0 ? undefined : section.slice(start).replace(/\n$/, "");
    });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
