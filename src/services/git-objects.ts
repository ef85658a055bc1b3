/**
 * Git objects of a remote repository, in a temporary bare repository: fetched by hash and with limits, read
 * without the network. Nothing is checked out or run.
 */
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as words from "#words/github.ts";
import type { GitLimit, GitOptions, GitResult } from "./git-limits.ts";
import { gitLimits, runGit } from "./git-limits.ts";
import type { RemoteBranch } from "./git-posts.ts";
import { parseBlobs } from "./git-posts.ts";
import { authorization } from "./git-settings.ts";

export type Limits = {
  /** The maximum size of a file that is read. */
  blobBytes: number;
  /** The limits of one command: how much it may fetch, and how long it may take. */
  fileBytes: number;
  seconds: number;
};

type Wanted = {
  /** Full hashes of objects, or refspecs. */
  wants: readonly string[];
  /** The filter for objects that are left out: https://git-scm.com/docs/git-rev-list#Documentation/git-rev-list.txt---filterltfilter-specgt */
  filter: string;
  fileBytes?: number;
  /** Whether to fetch objects even if the branch’s history should have them. */
  complete?: boolean;
};

const branchRef = "refs/heads/branch";

/** The hash of an empty tree, which exists in every repository. */
export const emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/** More than the overhead of compressing a file of the maximum size. */
const packOverhead = 4096;

const fetchAttempts = 2;
const failuresAtMost = 20;

/** What was to be fetched is larger than the limit. */
export class TooLargeError extends Error {
  override readonly name = "TooLargeError";
}

export class GitObjects implements AsyncDisposable {
  readonly #folder: Awaited<ReturnType<typeof mkdtempDisposable>>;
  readonly #remote: RemoteBranch;
  readonly #limits: Limits;
  readonly #trees = new Set([emptyTree]);

  private constructor(
    folder: Awaited<ReturnType<typeof mkdtempDisposable>>,
    remote: RemoteBranch,
    limits: Limits,
  ) {
    this.#folder = folder;
    this.#remote = remote;
    this.#limits = limits;
  }

  /** Creates an empty repository, which is deleted by `Symbol.asyncDispose`. */
  static async open(
    remote: RemoteBranch,
    limits: Pick<Limits, "blobBytes"> & Partial<Limits>,
  ): Promise<GitObjects> {
    const folder = await mkdtempDisposable(join(tmpdir(), "objects-"));
    const objects = new GitObjects(folder, remote, { ...gitLimits, ...limits });
    await objects.readAll(["init", "--quiet", "--bare", "--template="]);
    return objects;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#folder[Symbol.asyncDispose]();
  }

  /** Fetches the branch’s history without trees and files. Returns the commit that the branch points to. */
  async fetchBranch(): Promise<string> {
    const refspec = `+refs/heads/${this.#remote.branch}:${branchRef}`;
    await this.#fetchAll({ wants: [refspec], filter: "tree:0" });
    return (await this.readAll(["rev-parse", branchRef])).toString().trim();
  }

  /**
   * Fetches commits, and what they and their ancestors add to the branch, except files that are too large.
   * Returns `false` if the remote lacks any of them. Throws an Error at a limit.
   */
  async fetchCommits(shas: readonly string[]): Promise<boolean> {
    return await this.#fetchAll(this.#additions(shas));
  }

  /**
   * The same for commits that are not all required: those that the remote does not have, or that are too
   * large, are left out. Returns the others.
   *
   * @param allowance how many fetches may fail
   */
  async fetchAvailable(
    shas: readonly string[],
    allowance = { left: failuresAtMost },
  ): Promise<string[]> {
    if (allowance.left <= 0) return [];
    if ((await this.#fetch(this.#additions(shas))) === "fetched") return [...shas];
    allowance.left -= 1;
    if (shas.length === 1) return [];
    const middle = Math.ceil(shas.length / 2);
    return [
      ...(await this.fetchAvailable(shas.slice(0, middle), allowance)),
      ...(await this.fetchAvailable(shas.slice(middle), allowance)),
    ];
  }

  /** Fetches the trees of commits, with all folders in them. The commits must have been fetched. */
  async fetchTrees(commits: readonly string[]): Promise<void> {
    const shas = [...new Set(commits)];
    if (shas.length === 0) return;
    const listed = await this.readAll(["log", "--no-walk=unsorted", "--format=%T", ...shas]);
    const missing = new Set(listed.toString().split("\n").filter(Boolean)).difference(this.#trees);
    await this.#fetchAll({ wants: [...missing], filter: "blob:none", complete: true });
    for (const tree of missing) this.#trees.add(tree);
  }

  /** Fetches files of any size that are on the branch. */
  async fetchBlobs(shas: Iterable<string>): Promise<void> {
    const wants = await this.#missing(shas);
    await this.#fetchAll({ wants, filter: "blob:none", complete: true });
  }

  /**
   * Fetches missing files unless they are too large. They are missing because of that, or because the branch has
   * or had them. They are received in a file whose size limit a larger file would exceed.
   */
  async fetchSmallBlobs(shas: Iterable<string>): Promise<void> {
    const wants = await this.#missing(shas);
    const fileBytes = (this.#limits.blobBytes + packOverhead) * wants.length;
    const fetched = await this.#fetch({ wants, filter: "blob:none", complete: true, fileBytes });
    // One that is too large must not prevent fetching the others.
    if (fetched !== "fetched" && wants.length > 1) {
      for (const want of wants) await this.fetchSmallBlobs([want]);
    }
  }

  /** The contents of files by hash, except missing ones and those that are too large. */
  async readBlobs(shas: Iterable<string>): Promise<Map<string, Uint8Array>> {
    const sizes = await this.#sizes([...new Set(shas)]);
    const readable = [...sizes].filter(
      ([, size = Number.POSITIVE_INFINITY]) => size <= this.#limits.blobBytes,
    );
    if (readable.length === 0) return new Map();
    const input = readable.map(([sha]) => `${sha}\n`).join("");
    const output = await this.readAll(["cat-file", "--batch"], {
      input,
      outputBytes: Number.POSITIVE_INFINITY,
    });
    return new Map([...parseBlobs(output)].map(([sha, bytes]) => [sha, new Uint8Array(bytes)]));
  }

  /** Runs a command that only reads, or writes objects. Throws an Error if it takes too long. */
  async read(parameters: readonly string[], options: GitOptions = {}): Promise<GitResult> {
    const result = await runGit(this.#folder.path, parameters, {
      ...{ seconds: this.#limits.seconds, ...options },
    });
    if (result.limit === "time") throw new Error(words.git.tooSlow(this.#limits.seconds));
    return result;
  }

  /** The output of such a command. Throws an Error if it fails. */
  async readAll(parameters: readonly string[], options?: GitOptions): Promise<Buffer> {
    const { code, output, messages } = await this.read(parameters, options);
    if (code === 0) return output;
    throw new Error(words.git.failed(parameters[0] ?? ""), { cause: new Error(messages) });
  }

  #additions(wants: readonly string[]): Wanted {
    return { wants, filter: `blob:limit=${this.#limits.blobBytes + 1}` };
  }

  /** Resolves to whether the remote has everything that is wanted. Throws an Error at a limit. */
  async #fetchAll(wanted: Wanted): Promise<boolean> {
    const fetched = await this.#fetch(wanted);
    if (fetched === "time") throw new Error(words.git.tooSlow(this.#limits.seconds));
    if (fetched === "file") {
      throw new TooLargeError(words.git.tooLarge(this.#limits.fileBytes / 2 ** 20));
    }
    return fetched === "fetched";
  }

  /** Resolves to the limit that was reached, if any. Throws an Error if the remote cannot be reached. */
  async #fetch({
    wants,
    filter,
    complete = false,
    fileBytes = this.#limits.fileBytes,
  }: Wanted): Promise<"fetched" | "unknown" | GitLimit> {
    if (wants.length === 0) return "fetched";
    const { url } = this.#remote;
    const parameters = [
      ...["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"],
      ...["--no-show-forced-updates", `--filter=${filter}`, "--stdin", "origin"],
    ];
    const options: GitOptions = {
      input: wants.map((want) => `${want}\n`).join(""),
      protocols: new URL(url).protocol.slice(0, -1),
      seconds: this.#limits.seconds,
      settings: {
        ...authorization(this.#remote),
        "remote.origin.url": url,
        // Only set here. Without them, Git has no remote from which to fetch missing objects while reading.
        "remote.origin.promisor": "true",
        "remote.origin.partialclonefilter": "tree:0",
        ...(complete && { "fetch.negotiationAlgorithm": "noop" }),
      },
      fileBytes,
    };
    for (let attempt = 1; ; attempt += 1) {
      const { code, limit, messages } = await runGit(this.#folder.path, parameters, options);
      if (limit) return limit;
      if (code === 0) return "fetched";
      if (messages.includes("not our ref")) return "unknown";
      if (attempt === fetchAttempts) {
        throw new Error(words.git.notFetched(url), { cause: new Error(messages) });
      }
    }
  }

  async #missing(shas: Iterable<string>): Promise<string[]> {
    const sizes = await this.#sizes([...new Set(shas)]);
    return [...sizes].filter(([, size]) => size === undefined).map(([sha]) => sha);
  }

  /** In bytes; `undefined` for missing objects. */
  async #sizes(shas: readonly string[]): Promise<Map<string, number | undefined>> {
    if (shas.length === 0) return new Map();
    const format = "--batch-check=%(objecttype) %(objectsize)";
    const output = await this.readAll(["cat-file", format], { input: shas.join("\n") });
    const lines = output.toString().split("\n");
    return new Map(
      shas.map((sha, index) => {
        const [, type, size] = /^(\w+) (\d+)$/.exec(lines[index] ?? "") ?? [];
        if (type === undefined) return [sha, undefined];
        // A tree can refer to any object as a file.
        return [sha, type === "blob" ? Number(size) : Number.POSITIVE_INFINITY];
      }),
    );
  }
}
