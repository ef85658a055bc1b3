// biome-ignore-all lint/correctness/noUndeclaredDependencies: decap-cms-app names their exact versions, and there may be only its copies.
/**
 * How the form asks GitHub about drafts and submissions, where the board wants it otherwise than Decap: a
 * draft only ever grows by commits, so that nobody's is lost; what is sent stands in the pull request, not
 * in a comparison of commits; and nothing is merged or deleted.
 */
import type { DataFile, PersistOptions, Pull, TreeFile } from "decap-cms-backend-github";
import { API } from "decap-cms-backend-github";
import { branchFromContentKey, statusToLabel } from "decap-cms-lib-util";
import * as words from "../src/board/words/en/editor.ts";
import { alreadySent, changedMeanwhile, UserError } from "./errors.ts";
import { sentStatus } from "./submission-status.ts";

export class BoardApi extends API {
  /** The commit of each draft as it was when it came into the editor, or was last saved from there. */
  readonly #opened = new Map<string, string>();

  /** To be called when a draft comes into the editor; it may not be there. */
  async rememberOpened(collection: string, slug: string): Promise<void> {
    const branch = this.#branchOf(collection, slug);
    const head = await this.#headOf(branch);
    if (head) this.#opened.set(branch, head);
  }

  /** An open pull request counts even before GitHub has noticed the last commit: the branch is its head. */
  override async getOpenAuthoringPullRequest(branch: string, pulls: Pull[]): Promise<Pull> {
    const open = pulls.find(({ state }) => state === "open");
    if (!open) return await super.getOpenAuthoringPullRequest(branch, pulls);
    const { commit } = await this.getBranch(branch);
    const labels = [{ name: statusToLabel(sentStatus, this.cmsLabelPrefix) }];
    return { ...open, labels, head: { ...open.head, sha: commit.sha } };
  }

  override async persistFiles(
    files: DataFile[],
    media: object[],
    options: PersistOptions & { useWorkflow?: boolean },
  ): Promise<unknown> {
    const [file] = files;
    if (options.newEntry && file) await this.#refuseDuplicate(file.slug);
    return await super.persistFiles(files, media, options);
  }

  /** Two people would give the same name to their files, and only the first could be merged. */
  async #refuseDuplicate(slug: string): Promise<void> {
    const own = this.repoOwner.toLowerCase();
    const [other] = await this.getPullRequests(
      undefined,
      "open",
      ({ head }) => head.ref.endsWith(`/${slug}`) && head.user?.login.toLowerCase() !== own,
    );
    if (other) throw alreadySent(other.head.user?.login, other.html_url);
  }

  /**
   * Writes a draft. Decap would put all its commits upon the newest of the main branch by force; here a
   * commit is added, and GitHub itself refuses it where another was faster.
   */
  override async editorialWorkflowGit(
    files: TreeFile[],
    slug: string,
    media: object[],
    options: PersistOptions,
  ): Promise<unknown> {
    const branch = this.#branchOf(options.collectionName, slug);
    const head = options.unpublished ? await this.#headOf(branch) : undefined;
    if (!head) {
      await super.editorialWorkflowGit(files, slug, media, { ...options, unpublished: false });
      return await this.rememberOpened(options.collectionName, slug);
    }
    const isMerged = await this.#isMerged(branch, head);
    const base = isMerged ? (await this.getDefaultBranch()).commit.sha : head;
    if (this.#opened.get(branch) !== head) throw await this.#changed(branch);
    const commit = await this.commit(options.commitMessage, await this.updateTree(base, files));
    await this.patchBranch(branch, commit.sha, { force: isMerged }).catch(
      async (error: unknown) => {
        throw (await this.#headOf(branch)) === head ? error : await this.#changed(branch);
      },
    );
    this.#opened.set(branch, commit.sha);
    return undefined;
  }

  /** Then its commits are squashed on the main branch, and a new draft starts from there. */
  async #isMerged(branch: string, head: string): Promise<boolean> {
    const pulls = await this.getPullRequests(branch, "all", () => true);
    return pulls.some(({ merged_at, head: { sha } }) => merged_at !== null && sha === head);
  }

  async #changed(branch: string) {
    const [pull] = await this.getPullRequests(branch, "open", () => true);
    return changedMeanwhile(pull?.html_url);
  }

  /**
   * Sends a draft. What was sent and closed before is opened again where GitHub lets its author do so,
   * which it does not for what others have closed.
   */
  override async updateUnpublishedEntryStatus(
    collection: string,
    slug: string,
    status: string,
  ): Promise<void> {
    if (status !== sentStatus) {
      return await super.updateUnpublishedEntryStatus(collection, slug, status);
    }
    const branch = this.#branchOf(collection, slug);
    const pulls = await this.getPullRequests(branch, "all", () => true);
    if (pulls.some(({ state }) => state === "open")) return;
    const [last] = pulls;
    const isOpenAgain =
      last?.merged_at === null &&
      (await this.openPR(last.number).then(
        () => true,
        () => false,
      ));
    if (!isOpenAgain) await this.createPR(await this.#titleOf(branch), branch);
  }

  /** The words of its first commit, as Decap takes them. */
  async #titleOf(branch: string): Promise<string> {
    const { commits } = await this.getDifferences(this.branch, await this.getHeadReference(branch));
    return commits[0]?.commit.message ?? "Add a post";
  }

  override mergePR(): Promise<never> {
    return Promise.reject(new UserError(words.notMergedHere));
  }

  override deleteFiles(): Promise<never> {
    return Promise.reject(new UserError(words.notDeletedHere));
  }

  /** The newest first, for a file's name begins with its day. */
  override async listFiles(path: string, options?: object): Promise<{ path: string }[]> {
    const files = await super.listFiles(path, options);
    return files.sort((a, b) => (a.path < b.path ? 1 : -1));
  }

  /** Decap would ask for the last commit of every post that it lists, and the board does not show it. */
  override readFileMetadata(): Promise<{ author: string; updatedOn: string }> {
    return Promise.resolve({ author: "", updatedOn: "" });
  }

  #branchOf(collection: string, slug: string): string {
    return branchFromContentKey(this.generateContentKey(collection, slug));
  }

  async #headOf(branch: string): Promise<string | undefined> {
    try {
      return (await this.getBranch(branch)).commit.sha;
    } catch (error) {
      if (typeof error === "object" && error && Reflect.get(error, "status") === 404) {
        return undefined;
      }
      throw error;
    }
  }
}
