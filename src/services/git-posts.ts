/** Reads posts from Git's objects, without touching the working tree: those of a branch, and those that are gone. */
import { execFile } from "node:child_process";
import { posix } from "node:path";
import { promisify } from "node:util";
import { unreadFiles } from "#words/problems.ts";
import * as words from "#words/terminal-errors.ts";
import type { BoardConfig } from "../board/config.ts";
import type { Instant } from "../board/days.ts";
import { maxFileBytes } from "../board/job/file.ts";
import { isLivePostPath, parseJobPath } from "../board/job/path.ts";
import type { JobSource } from "../board/listing/read-board.ts";
import { environmentWith } from "./environment.ts";
import { postHistories, postHistoriesAt } from "./git.ts";
import { authorization, settingsAsVariables } from "./git-settings.ts";
import { isIgnored } from "./job-files.ts";
import { completeHistory } from "./needed-history.ts";

export type RemoteBranch = {
  /** URL of the repository for `git fetch`. */
  url: string;
  branch: string;
  /** For private repositories. Only sent to the repository's own host. */
  token?: string | undefined;
};

/** A ref in the clone that is only used here. */
const keptAs = "refs/job-board/main";

/** Whether Git’s mode is that of a regular file. */
export function isOrdinary(mode: string): boolean {
  return mode === "100644" || mode === "100755";
}

type Entry = { mode: string; sha: string; size: number; file: string };

/** The posts of a commit. */
export type PostsAt = { commit: string; sources: readonly JobSource[] };

/**
 * Fetches a branch into a clone and reads every file in its `jobs/`, sorted by name. The clone may be shallow
 * or of another repository. Reports special and too large files without reading them. Throws an Error if the
 * branch cannot be fetched.
 *
 * @param clone a folder in the clone
 */
export async function fetchPosts(clone: string, remote: RemoteBranch): Promise<PostsAt> {
  await fetchBranch(clone, remote);
  const commit = (await git(clone, ["rev-parse", keptAs])).toString().trim();
  return { commit, sources: await readPosts(clone, commit) };
}

/**
 * The same, with the posts’ history. Fetches more of it into a shallow clone, as far as posts need it. Also throws an
 * Error if that fails.
 */
export async function fetchPostsWithHistory(
  clone: string,
  remote: RemoteBranch,
  { config, now }: { config: BoardConfig; now: Instant },
): Promise<PostsAt> {
  const { commit, sources } = await fetchPosts(clone, remote);
  const complete = await completeHistory(sources, config, {
    read: () => postHistoriesAt(clone, commit, now),
    fetch: (depth) =>
      fetchFrom(clone, remote, [depth], [commit]).then(
        () => true,
        () => false,
      ),
  });
  if (!complete.isComplete) throw new Error(words.shallowClone);
  return { commit, sources: complete.sources };
}

/**
 * The posts whose files were once in a folder of a working tree and are gone, the last one first: deleted or renamed,
 * but not archived, as far back as the clone’s history goes. None if there is no repository.
 *
 * @param directory the folder; paths always call it `jobs`
 * @param files the files in it now
 */
export async function readGonePosts(
  directory: string,
  files: ReadonlySet<string>,
  now: Instant,
): Promise<JobSource[]> {
  const raw = ["--raw", "--no-abbrev", "--no-renames", "--diff-filter=D", "--relative"];
  const inCommits = ["log", "--first-parent", "-m", "--format=", ...raw, "--", "."];
  const inFolder = ["diff", ...raw, "HEAD", "--", "."];
  const read = async (parameters: string[]) =>
    (await git(directory, ["-c", "core.quotePath=false", ...parameters])).toString();
  // Without a repository or a commit, nothing is gone.
  const outputs = await Promise.all([inFolder, inCommits].map(read)).catch(() => []);
  const slugs = new Set([...files].flatMap(slugOf));
  const gone = new Map<string, string>();
  for (const [sha, path] of outputs.join("").split("\n").flatMap(parseDeletion)) {
    const file = `jobs/${path}`;
    const isKnown = gone.has(file) || slugOf(file).some((slug) => slugs.has(slug));
    if (isLivePostPath(file) && !isKnown) gone.set(file, sha);
  }
  if (gone.size === 0) return [];
  const blobs = await readBlobs(directory, [...new Set(gone.values())]);
  const histories = await postHistories(directory, now);
  return [...gone].flatMap(([file, sha]) => {
    const content = blobs.get(sha);
    return content ? [{ file, content, ...histories.get(file) }] : [];
  });
}

function slugOf(file: string): string[] {
  const path = parseJobPath(file);
  return "slug" in path ? [path.slug] : [];
}

/** Parses a line of `git diff --raw`: `:<mode> <mode> <old sha> <new sha> <change>\t<path>`. */
function parseDeletion(line: string): [sha: string, path: string][] {
  const match = /^:100(?:644|755) \d+ (\w+) \w+ D\t(.*)$/.exec(line);
  return match?.[1] && match[2] ? [[match[1], match[2]]] : [];
}

async function readPosts(clone: string, commit: string): Promise<JobSource[]> {
  const listed = await git(clone, ["ls-tree", "-rz", "--long", "--full-tree", commit, "jobs/"]);
  const entries = listed
    .toString()
    .split("\0")
    .flatMap(parseEntry)
    .filter(({ file }) => !isIgnored(posix.basename(file)))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const blobs = await readBlobs(
    clone,
    entries.filter((entry) => unread(entry) === undefined).map(({ sha }) => sha),
  );
  return entries.map((entry) => ({
    file: entry.file,
    content: unread(entry) ?? blobs.get(entry.sha) ?? { refused: unreadFiles.notInRepository },
  }));
}

async function fetchBranch(clone: string, remote: RemoteBranch): Promise<void> {
  const { url, branch } = remote;
  try {
    await fetchFrom(clone, remote, [], [`+refs/heads/${branch}:${keptAs}`]);
  } catch (cause) {
    throw new Error(words.notFetched({ branch, url }, clone), { cause });
  }
}

/** Tries without the token first, since most boards are public; tries twice in any case. */
async function fetchFrom(
  clone: string,
  remote: RemoteBranch,
  options: readonly string[],
  wanted: readonly string[],
): Promise<void> {
  const quietly = ["--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"];
  const fetch = ["fetch", ...quietly, ...options, remote.url, ...wanted];
  await git(clone, fetch).catch(() => git(clone, fetch, { variables: authorize(remote) }));
}

/** In the environment, because everybody on the machine can read command lines. */
function authorize(remote: RemoteBranch): Readonly<Record<string, string>> {
  return settingsAsVariables(authorization(remote));
}

/** Parses a line of `git ls-tree --long`: `<mode> <type> <sha> <size, right-aligned>\t<path>`. */
function parseEntry(line: string): Entry[] {
  const match = /^(\d+) \w+ (\w+) +(\S+)\t(.*)$/s.exec(line);
  if (!match) return [];
  const [, mode = "", sha = "", size = "", file = ""] = match;
  return [{ mode, sha, size: Number(size), file }];
}

/** The content that represents a file that is not read, as in job-files.ts. */
function unread({ mode, size }: Entry): JobSource["content"] | undefined {
  if (!isOrdinary(mode)) return { refused: unreadFiles.notOrdinary };
  return size > maxFileBytes ? new Uint8Array(maxFileBytes + 1) : undefined;
}

/** The contents of the last reading. Objects never change, and the next reading has nearly the same. */
let lastRead: ReadonlyMap<string, Uint8Array> = new Map();

/** Reads blobs with one process, except those of the last reading, which are the same arrays again. */
async function readBlobs(clone: string, shas: readonly string[]): Promise<Map<string, Uint8Array>> {
  const known = lastRead;
  const missing = shas.filter((sha) => !known.has(sha));
  const input = missing.map((sha) => `${sha}\n`).join("");
  const read = input ? parseBlobs(await git(clone, ["cat-file", "--batch"], { input })) : new Map();
  const blobs = new Map(
    shas.flatMap((sha) => {
      const bytes = known.get(sha) ?? read.get(sha);
      return bytes ? [[sha, bytes]] : [];
    }),
  );
  lastRead = blobs;
  return blobs;
}

/**
 * Parses the output of `git cat-file --batch`: for each blob `<sha> blob <size>`, a line break, its bytes, a line
 * break. Throws an Error if there is anything else.
 */
export function parseBlobs(output: Buffer): Map<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>();
  let position = 0;
  while (position < output.length) {
    const headEnd = output.indexOf("\n", position);
    const [sha = "", type, size] = output.toString("latin1", position, headEnd).split(" ");
    if (type !== "blob") throw new Error(words.objectUnreadable(sha));
    const end = headEnd + 1 + Number(size);
    blobs.set(sha, output.subarray(headEnd + 1, end));
    position = end + 1;
  }
  return blobs;
}

async function git(
  clone: string,
  parameters: readonly string[],
  { input = "", variables = {} }: { input?: string; variables?: Record<string, string> } = {},
): Promise<Buffer> {
  const running = promisify(execFile)("git", ["-C", clone, ...parameters], {
    encoding: "buffer",
    maxBuffer: 2 ** 30,
    env: environmentWith({ GIT_TERMINAL_PROMPT: "0", ...variables }),
  });
  // If Git ends before it has read everything, its exit code says so.
  running.child.stdin?.on("error", () => undefined).end(input);
  return (await running).stdout;
}
