/** Commits, and how they descend from each other. Kept in memory, because commits never change. */
import { momentOf } from "./clock.ts";
import { readObject } from "./object-store.ts";
import { RecentMap } from "./recent-map.ts";
import type { Moment } from "./state.ts";

export type Signature = { name: string; email: string; date: Moment };

export type Commit = {
  sha: string;
  tree: string;
  parents: readonly string[];
  author: Signature;
  committer: Signature;
  message: string;
};

/** A full hash names the same commit everywhere. */
const known = new Map<string, Commit>();

/** A commit by its full hash; `undefined` if the repository does not have it. */
export async function readCommit(directory: string, sha: string): Promise<Commit | undefined> {
  const before = known.get(sha);
  if (before) return before;
  const object = await readObject(directory, sha);
  if (object?.type !== "commit") return undefined;
  const commit = parseCommit(sha, object.content.toString());
  known.set(sha, commit);
  return commit;
}

/** Parses headers, an empty line, and the message. */
function parseCommit(sha: string, text: string): Commit {
  const headEnd = text.indexOf("\n\n");
  const head = headEnd < 0 ? text : text.slice(0, headEnd);
  const named = (name: string) =>
    [...head.matchAll(new RegExp(`^${name} (.*)$`, "gm"))].map(([, value = ""]) => value);
  return {
    sha,
    tree: named("tree")[0] ?? "",
    parents: named("parent"),
    author: parseSignature(named("author")[0]),
    committer: parseSignature(named("committer")[0]),
    message: headEnd < 0 ? "" : text.slice(headEnd + 2).replace(/\n+$/, ""),
  };
}

function parseSignature(line = ""): Signature {
  const [, name = "", email = "", seconds] = /^(.*?) *<(.*)> (\d+) [+-]\d+$/.exec(line) ?? [];
  return { name, email, date: momentOf(new Date(Number(seconds ?? 0) * 1000)) };
}

/** The ancestries that were asked for last: many pull requests are compared with the same branch. */
const lastAncestries = new RecentMap<string, ReadonlySet<string>>(32);

/** A commit and all that it descends from, without what the repository does not have. */
export async function ancestry(directory: string, sha: string): Promise<ReadonlySet<string>> {
  const before = lastAncestries.get(sha);
  if (before) return before;
  const found = new Set<string>();
  const waiting = [sha];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    const commit = known.get(next) ?? (await readCommit(directory, next));
    if (!commit) continue;
    found.add(next);
    waiting.push(...commit.parents);
  }
  // Nothing is kept about a commit that is still to come.
  if (found.size > 0) lastAncestries.set(sha, found);
  return found;
}

/** The common ancestors from which all others descend. */
export async function bestAncestors(
  directory: string,
  [one, other]: readonly [string, string],
): Promise<string[]> {
  const ofOne = await ancestry(directory, one);
  const { met } = await walk(directory, other, ofOne);
  // One of several may descend from another.
  const best = [...met];
  if (best.length < 2) return best;
  const ancestries = await Promise.all(best.map((sha) => ancestry(directory, sha)));
  return best.filter((sha) =>
    best.every((later, index) => later === sha || !ancestries[index]?.has(sha)),
  );
}

/** From a commit back to a set of commits: those before it, and those of it that were met first. */
async function walk(directory: string, from: string, end: ReadonlySet<string>) {
  const found = new Set<string>();
  const met = new Set<string>();
  const waiting = [from];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    if (end.has(next)) {
      met.add(next);
      continue;
    }
    const commit = await readCommit(directory, next);
    if (!commit) continue;
    found.add(next);
    waiting.push(...commit.parents);
  }
  return { found, met };
}

/** The commits of each range that was asked for. Ranges of pull requests are short. */
const ranges = new Map<string, readonly string[]>();

/** The commits that the second descends from and the first does not, in any order. */
export async function commitsBetween(
  directory: string,
  [base, head]: readonly [string, string],
): Promise<readonly string[]> {
  const key = `${base}..${head}`;
  const before = ranges.get(key);
  if (before) return before;
  const excluded = await ancestry(directory, base);
  const commits = [...(await walk(directory, head, excluded)).found];
  // Nothing is kept about commits that are still to come.
  if (excluded.size > 0 && (commits.length > 0 || base === head)) ranges.set(key, commits);
  return commits;
}

/** Whether each of these commits is followed by its only parent. */
export async function isLine(directory: string, commits: readonly string[]): Promise<boolean> {
  const read = await Promise.all(commits.map((sha) => readCommit(directory, sha)));
  return read.every((commit, index) => {
    const [parent, ...more] = commit?.parents ?? [];
    const next = commits[index + 1];
    return more.length === 0 && (next === undefined || parent === next);
  });
}
