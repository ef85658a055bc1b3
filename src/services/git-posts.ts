/** Reads the posts of a branch from Git's objects, without touching the working tree. */
import { execFile } from "node:child_process";
import { posix } from "node:path";
import { promisify } from "node:util";
import { maxFileBytes } from "../board/job/file.ts";
import type { JobSource } from "../board/listing/read-board.ts";
import { unreadFiles } from "../board/words/en/problems.ts";
import * as words from "../board/words/en/terminal-errors.ts";
import { environmentWith } from "./environment.ts";
import { postHistoriesAt } from "./git.ts";
import { isIgnored } from "./job-files.ts";

const run = promisify(execFile);

export type RemoteBranch = {
  /** URL of the repository for `git fetch`. */
  url: string;
  branch: string;
  /** For private repositories. Only sent to the repository's own host. */
  token?: string | undefined;
};

/** A ref in the clone that nobody else uses. */
const keptAs = "refs/job-board/main";

/** Git's modes of regular files. */
const ordinary = ["100644", "100755"];

type Entry = { mode: string; sha: string; size: number; file: string };

/**
 * Fetches a branch into a clone and reads every file in its `jobs/`, sorted by name. The clone may be shallow
 * or of another repository. Reports special and too large files without reading them. Throws an Error if the
 * branch cannot be fetched.
 *
 * @param clone a folder in the clone
 */
export async function fetchPosts(clone: string, remote: RemoteBranch): Promise<JobSource[]> {
  await fetchBranch(clone, remote);
  return await readPosts(clone);
}

/** The posts of a commit, with their history. */
export type PostsAt = { commit: string; sources: JobSource[] };

/** The same, with the branch's commit. Also throws an Error if the clone is shallow. */
export async function fetchPostsWithHistory(clone: string, remote: RemoteBranch): Promise<PostsAt> {
  await fetchBranch(clone, remote);
  const commit = (await git(clone, ["rev-parse", keptAs])).toString().trim();
  const [sources, histories] = await Promise.all([
    readPosts(clone),
    postHistoriesAt(clone, commit),
  ]);
  return {
    commit,
    sources: sources.map((source) => ({ ...source, ...histories.get(source.file) })),
  };
}

async function readPosts(clone: string): Promise<JobSource[]> {
  const listed = await git(clone, ["ls-tree", "-rz", "--long", "--full-tree", keptAs, "jobs/"]);
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

/** Tries without the token first, since most boards are public; tries twice in any case. */
async function fetchBranch(clone: string, { url, branch, token }: RemoteBranch): Promise<void> {
  const fetch = [
    ...["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"],
    ...[url, `+refs/heads/${branch}:${keptAs}`],
  ];
  try {
    await git(clone, fetch).catch(() => git(clone, fetch, { variables: authorize(url, token) }));
  } catch (cause) {
    throw new Error(words.notFetched({ branch, url }, clone), { cause });
  }
}

/** In the environment, because everybody on the machine can read command lines. */
function authorize(url: string, token: string | undefined): Readonly<Record<string, string>> {
  if (token === undefined) return {};
  const credentials = Buffer.from(`x-access-token:${token}`).toString("base64");
  return {
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `http.${new URL(url).origin}/.extraheader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${credentials}`,
  };
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
  if (!ordinary.includes(mode)) {
    return { refused: unreadFiles.notOrdinary };
  }
  return size > maxFileBytes ? new Uint8Array(maxFileBytes + 1) : undefined;
}

/** Reads blobs with one process; for each `<sha> blob <size>`, a line break, its bytes, a line break. */
async function readBlobs(clone: string, shas: readonly string[]): Promise<Map<string, Uint8Array>> {
  const blobs = new Map<string, Uint8Array>();
  if (shas.length === 0) return blobs;
  const output = await git(clone, ["cat-file", "--batch"], { input: `${shas.join("\n")}\n` });
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
  const running = run("git", ["-C", clone, ...parameters], {
    encoding: "buffer",
    maxBuffer: 2 ** 30,
    env: environmentWith({ GIT_TERMINAL_PROMPT: "0", ...variables }),
  });
  // If Git ends before it has read everything, its exit code says so.
  running.child.stdin?.on("error", () => undefined).end(input);
  return (await running).stdout;
}
