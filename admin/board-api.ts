// biome-ignore-all lint/correctness/noUndeclaredDependencies: decap-cms-app names their exact versions, and there may be only its copies.
/**
 * Requests to GitHub about drafts and submissions that differ from Decap's: a draft only grows by commits, so
 * that no commit is lost; submissions are read from the pull request, not by comparing commits; and nothing
 * is merged or deleted.
 */

import type { DataFile, PersistOptions, Pull, TreeFile } from "decap-cms-backend-github";
import { API } from "decap-cms-backend-github";
import { branchFromContentKey, statusToLabel } from "decap-cms-lib-util";
import * as words from "#words/editor.ts";
import { isSameLogin } from "../src/board/login.ts";
import { alreadySent, changedMeanwhile, UserError } from "./errors.ts";
import { sentStatus } from "./submission-status.ts";

export class BoardApi extends API {
  /** The commit of each draft when it was opened in the editor or last saved from there. */
  readonly #opened = new Map<string, string>();

  /** Called when a draft, which may not exist, is opened in the editor. */
  async rememberOpened(collection: string, slug: string): Promise<void> {
    const branch = this.#branchOf(collection, slug);
    const head = await this.#headOf(branch);
    if (head) this.#opened.set(branch, head);
  }

  /** Uses the branch as the head of an open pull request, where GitHub may not show the latest commit yet. */
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

  /** Two files would have the same name, and only the first could be merged. */
  async #refuseDuplicate(slug: string): Promise<void> {
    const [other] = await this.getPullRequests(
      undefined,
      "open",
      ({ head }) => head.ref.endsWith(`/${slug}`) && !isSameLogin(head.user?.login, this.repoOwner),
    );
    if (other) throw alreadySent(other.head.user?.login, other.html_url);
  }

  /**
   * Writes a draft. Decap would rebase all its commits and force-push; this adds a commit, which GitHub
   * rejects if somebody else was faster.
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

  /** If so, its commits were squashed into the main branch, and a new draft starts from there. */
  async #isMerged(branch: string, head: string): Promise<boolean> {
    const pulls = await this.getPullRequests(branch, "all", () => true);
    return pulls.some(({ merged_at, head: { sha } }) => merged_at !== null && sha === head);
  }

  async #changed(branch: string) {
    const [pull] = await this.getPullRequests(branch, "open", () => true);
    return changedMeanwhile(pull?.html_url);
  }

  /**
   * Sends a draft. Reopens its closed pull request if GitHub lets the author do so, which it does not if
   * somebody else closed it.
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

  /** The message of its first commit, as Decap uses it. */
  async #titleOf(branch: string): Promise<string> {
    const { commits } = await this.getDifferences(this.branch, await this.getHeadReference(branch));
    return commits[0]?.commit.message ?? words.untitledSubmission;
  }

  override mergePR(): Promise<never> {
    return Promise.reject(new UserError(words.notMergedHere));
  }

  override deleteFiles(): Promise<never> {
    return Promise.reject(new UserError(words.notDeletedHere));
  }

  /** A folder that GitHub does not list completely is not shown as if that were all of it. */
  override async request(path: string, ...more: object[]): Promise<unknown> {
    const answer = await super.request(path, ...more);
    if (/\/git\/trees\/./.test(path) && isCutOff(answer)) throw new UserError(words.listCutOff);
    return answer;
  }

  /** Newest first: the name of a file starts with its date. */
  override async listFiles(path: string, options?: object): Promise<{ path: string }[]> {
    const files = await super.listFiles(path, options);
    return files.sort((a, b) => (a.path < b.path ? 1 : -1));
  }

  /** Decap would request the last commit of every listed post, which the board does not show. */
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

/** https://docs.github.com/rest/git/trees#get-a-tree */
function isCutOff(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && Reflect.get(answer, "truncated") === true;
}
