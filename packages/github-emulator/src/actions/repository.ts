/** Reads workflow files from the bare repository on disk. Over HTTP, each event would take many processes. */
import { momentOf } from "../clock.ts";
import { readCommit } from "../commit-graph.ts";
import { writeCommitTo } from "../commits.ts";
import { git, mergeBase, mergedTree, readBlob, resolve, treeOf, tryGit } from "../git.ts";
import { readRef } from "../git-refs.ts";
import { differences, listEntries } from "../tree-objects.ts";

/** The commit whose workflow files are used, and the branch or pull request that a run is about. */
export type Source = { sha: string; ref: string; head: { sha: string; branch: string } };

const mergeAuthor = { name: "GitHub", email: "noreply@github.com" } as const;

export class HostedRepository {
  readonly #directory: string;
  readonly #name: string;
  readonly #folderOf: (repository: string) => string;
  #defaultRef: string | undefined;

  /**
   * @param name `owner/name`
   * @param folderOf returns the bare repository with a name
   */
  constructor(name: string, folderOf: (repository: string) => string) {
    this.#directory = folderOf(name);
    this.#name = name;
    this.#folderOf = folderOf;
  }

  /** The default branch. Throws an Error if it has no commit yet. */
  async defaultBranch(): Promise<Source> {
    this.#defaultRef ??= await git(this.#directory, ["symbolic-ref", "HEAD"]);
    const ref = this.#defaultRef;
    const sha = await this.commit(ref);
    if (!sha) throw new Error(`${this.#name} has no commits yet.`);
    return { sha, ref, head: { sha, branch: ref.replace("refs/heads/", "") } };
  }

  /**
   * The merge of a pull request with its base: the commit that GitHub keeps as `refs/pull/N/merge`.
   * `undefined` if they conflict, or if the head is gone.
   *
   * @param head the head's branch, in any repository, and its commit
   */
  async merge(
    base: string,
    head: { repository: string; branch: string; sha: string },
  ): Promise<string | undefined> {
    // Repositories in the same network may share their objects.
    if (!(await this.commit(head.sha))) {
      const from = [this.#folderOf(head.repository), `refs/heads/${head.branch}`];
      await tryGit(this.#directory, ["fetch", "-q", "--no-tags", "--no-write-fetch-head", ...from]);
    }
    if (!(await this.commit(head.sha))) return undefined;
    const tree = await mergedTree(this.#directory, base, head.sha);
    if (!tree) return undefined;
    const signature = { ...mergeAuthor, date: momentOf(new Date()) };
    return writeCommitTo(this.#directory, {
      tree,
      parents: [base, head.sha],
      message: `Merge ${head.sha} into ${base}`,
      author: signature,
      committer: signature,
    });
  }

  /** The commit that a ref or revision resolves to. */
  async commit(name: string): Promise<string | undefined> {
    if (name.startsWith("refs/")) return readRef(this.#directory, name);
    return await resolve(this.#directory, name);
  }

  /** The hash of a folder's tree at a commit; `undefined` if there is no such folder. */
  tree(commit: string, folder: string): Promise<string | undefined> {
    return resolve(this.#directory, `${commit}:${folder}`, "tree");
  }

  /** The whole message of a commit. */
  async message(commit: string): Promise<string> {
    return (await readCommit(this.#directory, commit))?.message ?? "";
  }

  /** The files in a folder at a commit, as paths from the root. Empty if there is no such folder. */
  async filesIn(commit: string, folder: string): Promise<string[]> {
    const tree = await this.tree(commit, folder);
    const entries = tree ? await listEntries(this.#directory, tree, false) : [];
    return entries.map(({ path }) => `${folder}/${path}`);
  }

  /** The text of a file at a commit, or `undefined` if there is none. */
  async read(commit: string, path: string): Promise<string | undefined> {
    const sha = await resolve(this.#directory, `${commit}:${path}`, "blob");
    return sha && (await readBlob(this.#directory, sha)).toString();
  }

  /**
   * The paths that differ between two commits; all paths if the first commit is unknown.
   *
   * @param sinceFork compares with the merge base, as for a pull request
   */
  async changedPaths(from: string, to: string, sinceFork: boolean): Promise<string[]> {
    const isKnown = (await this.commit(from)) !== undefined;
    const start = isKnown && sinceFork ? await mergeBase(this.#directory, from, to) : from;
    const trees = [isKnown && start ? start : undefined, to].map(
      (commit) => commit && treeOf(this.#directory, commit),
    );
    const [before, after] = await Promise.all(trees);
    return (await differences(this.#directory, before, after)).map(({ path }) => path);
  }
}
