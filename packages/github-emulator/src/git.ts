/** Runs Git's command line, always asynchronously, because Git may send requests to this process. */
import { readFileSync } from "node:fs";
import { resolve as absolute, join } from "node:path";
import {
  ancestry,
  bestAncestors,
  commitsBetween,
  endReadersBelow,
  graphCommit,
} from "./commit-graph.ts";
import type { GitResult } from "./git-process.ts";
import { runGit } from "./git-process.ts";

export type GitOptions = {
  input?: string | Uint8Array;
  variables?: Readonly<Record<string, string>>;
};

/** Only our settings: a person's own Git configuration must not change the emulator. */
export function gitVariables(): Record<string, string> {
  return {
    PATH: process.env.PATH ?? "",
    LC_ALL: "C",
    TZ: "UTC",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
  };
}

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
const known = new Map<string, GitResult>();
const mostKnown = 5000;
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
  if (lasting.includes(result.code) && result.output.length <= longestKnown) known.set(key, result);
  const [oldest] = known.size > mostKnown ? known.keys() : [];
  if (oldest !== undefined) known.delete(oldest);
  return result;
}

/** Clears the cache of what is below a directory, in which other repositories may be created later. */
export function forgetBelow(directory: string): void {
  endReadersBelow(directory);
  for (const key of known.keys()) if (key.startsWith(`${directory}/`)) known.delete(key);
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

const fullName = /^[0-9a-f]{40}$/;

/** The object that a revision names; `undefined` if there is none of that type. */
export async function resolve(
  directory: string,
  name: string,
  type: ObjectType | "object" = "commit",
): Promise<string | undefined> {
  // A name that starts with a hyphen would be an option.
  if (!name || name.startsWith("-")) return undefined;
  // After a colon comes a path, in which braces have no meaning.
  if (name.includes(":")) {
    const found = await revision(directory, name);
    return found && (await resolve(directory, found, type));
  }
  return await revision(directory, `${name}^{${type}}`);
}

type ObjectType = "commit" | "tree" | "blob";

async function revision(directory: string, name: string): Promise<string | undefined> {
  const question = ["rev-parse", "--verify", "-q", name];
  const [, sha] = /^([0-9a-f]{40})\^\{commit\}$/.exec(name) ?? [];
  if (sha && (await graphCommit(directory, sha, gitVariables()))) return sha;
  const result = /^[0-9a-f]{40}(\^|$)/.test(name)
    ? await tryGitOnce(directory, question, { lasting: [0] })
    : await tryGit(directory, question);
  return result.code === 0 ? result.output.toString().trim() : undefined;
}

/** Whether `descendant` contains `ancestor`. Both are full hashes. */
export async function isAncestor(
  directory: string,
  ancestor: string,
  descendant: string,
): Promise<boolean> {
  if (ancestor === descendant) return true;
  return (await ancestry(directory, descendant, gitVariables())).has(ancestor);
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
  return await bestAncestors(directory, [one, other], gitVariables());
}

/** The commits that `head` descends from and `base` does not, by full hashes and in any order. */
export async function commitsSince(
  directory: string,
  base: string,
  head: string,
): Promise<readonly string[]> {
  return await commitsBetween(directory, [base, head], gitVariables());
}

/** The tree of a commit, both by their full hashes; `undefined` if there is no such commit. */
export async function treeOf(directory: string, commit: string): Promise<string | undefined> {
  return (await graphCommit(directory, commit, gitVariables()))?.tree;
}

/** The object that a full ref points to. */
export async function readRef(directory: string, ref: string): Promise<string | undefined> {
  if (!isRefName(ref)) return undefined;
  const text = readRefFile(join(directory, ref));
  // It may be in packed-refs.
  return fullName.test(text) ? text : await resolve(directory, ref, "object");
}

/** A file of 40 bytes is read much faster synchronously. */
function readRefFile(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return "";
  }
}

/** Whether Git allows a full ref name, as far as it matters here. */
export function isRefName(ref: string): boolean {
  return (
    /^refs\/[^/]+\/[^\s~^:?*[\\]+$/.test(ref) &&
    !/\.\.|@\{|\/\/|\/\.|\.$|\/$|\.lock(\/|$)/.test(ref)
  );
}
