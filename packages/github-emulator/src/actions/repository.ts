/** Reads workflow files from the bare repository on disk. Over HTTP, each event would take many processes. */
import { git, readRef, resolve, tryGit } from "../git.ts";

/** The commit whose workflow files are used, and the branch or pull request that a run is about. */
export type Source = { sha: string; ref: string; head: { sha: string; branch: string } };

const mergeAuthor = {
  GIT_AUTHOR_NAME: "GitHub",
  GIT_AUTHOR_EMAIL: "noreply@github.com",
  GIT_COMMITTER_NAME: "GitHub",
  GIT_COMMITTER_EMAIL: "noreply@github.com",
};

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
    const merge = ["merge-tree", "--write-tree", "--no-messages", base, head.sha];
    const { code, output } = await tryGit(this.#directory, merge);
    if (code !== 0) return undefined;
    const tree = output.toString().trim();
    const parents = ["-p", base, "-p", head.sha];
    const message = `Merge ${head.sha} into ${base}`;
    const commit = ["commit-tree", tree, ...parents, "-m", message];
    return await git(this.#directory, commit, { variables: mergeAuthor });
  }

  /** The commit that a ref or revision resolves to. */
  commit(name: string): Promise<string | undefined> {
    if (name.startsWith("refs/")) return readRef(this.#directory, name);
    return resolve(this.#directory, name);
  }

  /** The hash of a folder's tree at a commit; `undefined` if there is no such folder. */
  tree(commit: string, folder: string): Promise<string | undefined> {
    return resolve(this.#directory, `${commit}:${folder}`, "tree");
  }

  /** The whole message of a commit. */
  message(commit: string): Promise<string> {
    return git(this.#directory, ["log", "-1", "--format=%B", commit]);
  }

  /** The files in a folder at a commit, as paths from the root. Empty if there is no such folder. */
  async filesIn(commit: string, folder: string): Promise<string[]> {
    const list = await git(this.#directory, ["ls-tree", "--name-only", "-z", commit, `${folder}/`]);
    return list.split("\0").filter((path) => path !== "");
  }

  /** The text of a file at a commit, or `undefined` if there is none. */
  async read(commit: string, path: string): Promise<string | undefined> {
    const { code, output } = await tryGit(this.#directory, ["show", `${commit}:${path}`]);
    return code === 0 ? output.toString() : undefined;
  }

  /**
   * The paths that differ between two commits; all paths if the first commit is unknown.
   *
   * @param sinceFork compares with the merge base, as for a pull request
   */
  async changedPaths(from: string, to: string, sinceFork: boolean): Promise<string[]> {
    const isKnown = (await this.commit(from)) !== undefined;
    const between = sinceFork ? [`${from}...${to}`] : [from, to];
    const parameters = isKnown
      ? ["diff", "--name-only", "--no-renames", "-z", ...between]
      : ["ls-tree", "-r", "--name-only", "-z", to];
    return (await git(this.#directory, parameters)).split("\0").filter((path) => path !== "");
  }
}
