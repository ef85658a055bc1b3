/** Runs Git's command line, always asynchronously, because Git may send requests to this process. */

import { resolve as absolute } from "node:path";
import { ancestry, bestAncestors, commitsBetween, isLine, readCommit } from "./commit-graph.ts";
import type { GitResult } from "./git-process.ts";
import { gitVariables, runGit } from "./git-process.ts";
import { readRef } from "./git-refs.ts";
import type { ObjectType } from "./object-store.ts";
import { endReadersBelow, fullName, readObject } from "./object-store.ts";
import { RecentMap } from "./recent-map.ts";
import { mergeTrees } from "./tree-merge.ts";
import { entryAtPath } from "./tree-objects.ts";

export type GitOptions = {
  input?: string | Uint8Array;
  variables?: Readonly<Record<string, string>>;
};

/** A repository over HTTP. */
export type Remote = { url: string; token: string };

/** Git settings for one command that authenticates with the emulator, without a token on disk. */
export function withAuthorization({ url, token }: Remote): Record<string, string> {
  const name = Buffer.from(`x-access-token:${token}`).toString("base64");
  return {
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `http.${new URL(url).origin}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${name}`,
  };
}

/** Runs Git in a repository, whatever its exit code. */
export function tryGit(
  directory: string,
  parameters: readonly string[],
  { input, variables }: GitOptions = {},
): Promise<GitResult> {
  const all = { ...gitVariables(), ...variables };
  return runGit(["-C", absolute(directory), ...parameters], all, input);
}

/** Runs Git and returns its output. Throws an Error with Git's message if it fails. */
export async function gitBytes(
  directory: string,
  parameters: readonly string[],
  options?: GitOptions,
): Promise<Buffer> {
  const { code, output, words } = await tryGit(directory, parameters, options);
  if (code === 0) return output;
  throw new Error(`git ${parameters.join(" ")} ended with ${code}.\n${words}`);
}

/** Like `gitBytes`, as text without the trailing newline. */
export async function git(
  directory: string,
  parameters: readonly string[],
  options?: GitOptions,
): Promise<string> {
  return (await gitBytes(directory, parameters, options)).toString().replace(/\n$/, "");
}

/** Cached output about objects, which never change. */
const mostKnown = 5000;
const known = new RecentMap<string, GitResult>(mostKnown);
const longestKnown = 100_000;

/**
 * Like `tryGit`, for commands about objects by full hash only: runs Git once, and caches its output
 * if the exit code is in `lasting`: a missing object may still be added.
 */
export async function tryGitOnce(
  directory: string,
  parameters: readonly string[],
  { input = "", lasting = [0, 1] }: { input?: string; lasting?: readonly number[] } = {},
): Promise<GitResult> {
  const key = [directory, input, ...parameters].join("\0");
  const before = known.get(key);
  if (before) return before;
  const result = await tryGit(directory, parameters, { input });
  if (lasting.includes(result.code) && result.output.length <= longestKnown) {
    known.set(key, { ...result, output: apart(result.output) });
  }
  return result;
}

/** A copy to keep: small buffers are parts of larger ones, which would be kept with them. */
export function apart(bytes: Uint8Array): Buffer {
  return Buffer.from(new Uint8Array(bytes).buffer);
}

/** Clears the cache of what is below a directory, in which other repositories may be created later. */
export function forgetBelow(directory: string): void {
  endReadersBelow(directory);
  for (const kept of [known, knownMerges]) {
    for (const key of kept.keys()) if (key.startsWith(`${directory}/`)) kept.delete(key);
  }
}

/** Like `tryGitOnce`. Throws an Error with Git's message if it fails. */
export async function gitOnce(
  directory: string,
  parameters: readonly string[],
  input = "",
): Promise<string> {
  const { code, output, words } = await tryGitOnce(directory, parameters, { input });
  if (code === 0) return output.toString().replace(/\n$/, "");
  throw new Error(`git ${parameters.join(" ")} ended with ${code}.\n${words}`);
}

/** The object that a revision names; `undefined` if there is none of that type. */
export async function resolve(
  directory: string,
  name: string,
  type: ObjectType | "object" = "commit",
): Promise<string | undefined> {
  // A name that starts with a hyphen would be an option.
  if (!name || name.startsWith("-")) return undefined;
  if (fullName.test(name)) return await ofType(directory, name, type);
  // After a colon comes a path, in which braces have no meaning.
  const [, start = "", path = ""] = /^([^:]*):(.*)$/s.exec(name) ?? [];
  if (!start) return await revision(directory, name, type);
  const tree = await resolve(directory, start, "tree");
  const found = tree && path ? (await entryAtPath(directory, tree, path))?.sha : tree;
  return found && (await ofType(directory, found, type));
}

async function ofType(
  directory: string,
  sha: string,
  type: ObjectType | "object",
): Promise<string | undefined> {
  if (type === "commit" && (await readCommit(directory, sha))) return sha;
  const object = await readObject(directory, sha);
  if (!object || object.type === type || type === "object") return object && sha;
  if (object.type === "commit" && type === "tree") return await treeOf(directory, sha);
  return object.type === "tag" ? await revision(directory, sha, type) : undefined;
}

async function revision(
  directory: string,
  name: string,
  type: ObjectType | "object",
): Promise<string | undefined> {
  // In Git's order: https://git-scm.com/docs/gitrevisions
  for (const prefix of ["", "refs/tags/", "refs/heads/"]) {
    const found = readRef(directory, prefix + name);
    if (found) return await ofType(directory, found, type);
  }
  const result = await tryGit(directory, ["rev-parse", "--verify", "-q", `${name}^{${type}}`]);
  return result.code === 0 ? result.output.toString().trim() : undefined;
}

/** Whether `descendant` contains `ancestor`. Both are full hashes. */
export async function isAncestor(
  directory: string,
  ancestor: string,
  descendant: string,
): Promise<boolean> {
  if (ancestor === descendant) return true;
  return (await ancestry(directory, descendant)).has(ancestor);
}

/** The best common ancestor of two full hashes; `undefined` if there is none. */
export async function mergeBase(
  directory: string,
  one: string,
  other: string,
): Promise<string | undefined> {
  const [best, ...more] = await mergeBases(directory, one, other);
  if (more.length === 0) return best;
  // Git knows which of them it prefers.
  const result = await tryGitOnce(directory, ["merge-base", one, other]);
  return result.output.toString().trim();
}

/** The common ancestors of two full hashes from which all others descend, in any order. */
export async function mergeBases(directory: string, one: string, other: string): Promise<string[]> {
  return await bestAncestors(directory, [one, other]);
}

/** The trees of merges that were asked for last; `undefined` if the commits conflict. */
const knownMerges = new RecentMap<string, string | undefined>(mostKnown);

/** The tree of two merged commits, by their full hashes; `undefined` if they conflict. */
export async function mergedTree(
  directory: string,
  one: string,
  other: string,
): Promise<string | undefined> {
  const key = [directory, one, other].join("\0");
  if (knownMerges.has(key)) return knownMerges.get(key);
  const tree =
    (await mergedSimply(directory, one, other)) ?? (await mergedByGit(directory, one, other));
  knownMerges.set(key, tree);
  return tree;
}

async function mergedSimply(
  directory: string,
  one: string,
  other: string,
): Promise<string | undefined> {
  const [base, ...more] = await mergeBases(directory, one, other);
  if (base === undefined || more.length > 0) return undefined;
  const trees = await Promise.all([base, one, other].map((sha) => treeOf(directory, sha)));
  return await mergeTrees(directory, trees);
}

async function mergedByGit(
  directory: string,
  one: string,
  other: string,
): Promise<string | undefined> {
  const merge = ["merge-tree", "--write-tree", "--no-messages", one, other];
  const { code, output } = await tryGit(directory, merge);
  return code === 0 ? output.toString().trim() : undefined;
}

/** The commits that `head` descends from and `base` does not, by full hashes and in any order. */
export async function commitsSince(
  directory: string,
  base: string,
  head: string,
): Promise<readonly string[]> {
  return await commitsBetween(directory, [base, head]);
}

/** The commits that `head` descends from and `base` does not, oldest first. */
export async function commitsInOrder(
  directory: string,
  base: string,
  head: string,
): Promise<readonly string[]> {
  const commits = await commitsSince(directory, base, head);
  if (await isLine(directory, commits)) return commits.toReversed();
  const list = await gitOnce(directory, [
    "rev-list",
    "--reverse",
    "--topo-order",
    head,
    `^${base}`,
  ]);
  return list.split("\n").filter(Boolean);
}

/** The content of a file by its full hash. Throws an Error if there is none. */
export async function readBlob(directory: string, sha: string): Promise<Buffer> {
  const object = await readObject(directory, sha);
  if (object?.type === "blob") return object.content;
  throw new Error(`There is no file ${sha}.`);
}

/** The tree of a commit, both by their full hashes; `undefined` if there is no such commit. */
export async function treeOf(directory: string, commit: string): Promise<string | undefined> {
  return (await readCommit(directory, commit))?.tree;
}
