/**
 * How commits descend from each other. Read with one process for each store of objects and kept in memory, because
 * starting Git for each question would take most of the time of a busy emulator.
 */
import type { ChildProcessByStdio } from "node:child_process";
import { spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { Socket } from "node:net";
import { join, resolve } from "node:path";
import type { Readable, Writable } from "node:stream";

export type GraphCommit = { tree: string; parents: readonly string[] };

/** A full hash names the same commit everywhere. */
const known = new Map<string, GraphCommit>();

const readers = new Map<string, ObjectReader>();

/** A commit by its full hash; `undefined` if the repository does not have it. */
export async function graphCommit(
  directory: string,
  sha: string,
  variables: Readonly<Record<string, string>>,
): Promise<GraphCommit | undefined> {
  const before = known.get(sha);
  if (before) return before;
  const store = realpathSync(join(directory, "objects"));
  const reader = readers.get(store) ?? new ObjectReader(directory, store, variables);
  readers.set(store, reader);
  const text = await reader.readCommit(sha);
  if (text === undefined) return undefined;
  const head = text.slice(0, Math.max(0, text.indexOf("\n\n")));
  const named = (name: string) =>
    [...head.matchAll(new RegExp(`^${name} ([0-9a-f]{40})$`, "gm"))].map(([, each = ""]) => each);
  const commit = { tree: named("tree")[0] ?? "", parents: named("parent") };
  known.set(sha, commit);
  return commit;
}

/** The ancestries that were asked for last: many pull requests are compared with the same branch. */
const lastAncestries = new Map<string, ReadonlySet<string>>();
const mostAncestries = 8;

/** A commit and all that it descends from, without what the repository does not have. */
export async function ancestry(
  directory: string,
  sha: string,
  variables: Readonly<Record<string, string>>,
): Promise<ReadonlySet<string>> {
  const before = lastAncestries.get(sha);
  if (before) return before;
  const found = new Set<string>();
  const waiting = [sha];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    const commit = known.get(next) ?? (await graphCommit(directory, next, variables));
    if (!commit) continue;
    found.add(next);
    waiting.push(...commit.parents);
  }
  // Nothing is kept about a commit that is still to come.
  if (found.size > 0) lastAncestries.set(sha, found);
  const [oldest] = lastAncestries.size > mostAncestries ? lastAncestries.keys() : [];
  if (oldest !== undefined) lastAncestries.delete(oldest);
  return found;
}

/** The common ancestors from which all others descend. */
export async function bestAncestors(
  directory: string,
  [one, other]: readonly [string, string],
  variables: Readonly<Record<string, string>>,
): Promise<string[]> {
  const ofOne = await ancestry(directory, one, variables);
  const common = [...(await ancestry(directory, other, variables))].filter((sha) => ofOne.has(sha));
  const before = new Set(common.flatMap((sha) => known.get(sha)?.parents ?? []));
  return common.filter((sha) => !before.has(sha));
}

/** The commits of each range that was asked for. Ranges of pull requests are short. */
const ranges = new Map<string, readonly string[]>();

/** The commits that one commit descends from and another does not, in any order. */
export async function commitsBetween(
  directory: string,
  [base, head]: readonly [string, string],
  variables: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const key = `${base}..${head}`;
  const before = ranges.get(key);
  if (before) return before;
  const excluded = await ancestry(directory, base, variables);
  const found = new Set<string>();
  const waiting = [head];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next) || excluded.has(next)) continue;
    const commit = await graphCommit(directory, next, variables);
    if (!commit) continue;
    found.add(next);
    waiting.push(...commit.parents);
  }
  const commits = [...found];
  // Nothing is kept about commits that are still to come.
  if (excluded.size > 0 && (found.size > 0 || base === head)) ranges.set(key, commits);
  return commits;
}

/** Ends the processes that read from stores below a directory. */
export function endReadersBelow(directory: string): void {
  for (const [store, reader] of readers) {
    if (!store.startsWith(`${directory}/`)) continue;
    readers.delete(store);
    reader.end();
  }
}

type Question = { resolve(text: string | undefined): void; reject(error: Error): void };

/** `git cat-file --batch`, which answers one question after another. */
class ObjectReader {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #questions: Question[] = [];
  #output = Buffer.alloc(0);

  /** Goes on when the repository is deleted: others use the same store. */
  constructor(repository: string, store: string, variables: Readonly<Record<string, string>>) {
    this.#child = spawn("git", ["cat-file", "--batch"], {
      cwd: store,
      env: { ...variables, GIT_DIR: resolve(repository), GIT_OBJECT_DIRECTORY: store },
      stdio: ["pipe", "pipe", "ignore"],
    });
    this.#child.stdout.on("data", (chunk: Buffer) => this.#take(chunk));
    this.#child.stdin.on("error", () => undefined);
    const giveUp = () => {
      const error = new Error("The process that reads Git's objects has ended.");
      for (const { reject } of this.#questions.splice(0)) reject(error);
    };
    this.#child.on("error", giveUp);
    this.#child.on("close", giveUp);
    // An idle process does not keep its parent running.
    this.#setReferenced(false);
  }

  /** Its content; `undefined` if there is no commit of that name. */
  readCommit(sha: string): Promise<string | undefined> {
    const { promise, resolve, reject } = Promise.withResolvers<string | undefined>();
    this.#questions.push({ resolve, reject });
    this.#setReferenced(true);
    this.#child.stdin.write(`${sha}\n`);
    return promise;
  }

  end(): void {
    this.#child.stdin.end();
  }

  /** Reads answers: `<sha> <type> <size>`, a line break, the content, a line break; or `<sha> missing`. */
  #take(chunk: Buffer): void {
    this.#output = Buffer.concat([this.#output, chunk]);
    for (;;) {
      const headEnd = this.#output.indexOf("\n");
      if (headEnd < 0) return;
      const [, type, size] = this.#output.toString("latin1", 0, headEnd).split(" ");
      const isMissing = size === undefined;
      const end = isMissing ? headEnd + 1 : headEnd + Number(size) + 2;
      if (this.#output.length < end) return;
      const content = this.#output.toString("utf8", headEnd + 1, Math.max(headEnd + 1, end - 1));
      this.#output = this.#output.subarray(end);
      this.#questions.shift()?.resolve(type === "commit" ? content : undefined);
      if (this.#questions.length === 0) this.#setReferenced(false);
    }
  }

  #setReferenced(isNeeded: boolean): void {
    const { stdin, stdout } = this.#child;
    const pipes = [stdin, stdout].flatMap((pipe) => (pipe instanceof Socket ? [pipe] : []));
    for (const handle of [this.#child, ...pipes]) {
      if (isNeeded) handle.ref();
      else handle.unref();
    }
  }
}
