// biome-ignore-all lint/correctness/noUndeclaredDependencies: decap-cms-app names its exact version, and there may be only its copy.
/** Decap's GitHub backend as the board needs it: everybody works in a fork of their own, and errors are explained in plain words. */
import type { Credentials, DataFile, PersistOptions } from "decap-cms-backend-github";
import { GitHubBackend } from "decap-cms-backend-github";
import * as words from "#words/editor.ts";
import { pages } from "../src/board/addresses.ts";
import type { BoardConfig } from "../src/board/config.ts";
import { pathPrefix } from "../src/board/config.ts";
import { readJobFile } from "../src/board/job/file.ts";
import { submissionTitle } from "../src/board/review/submission-title.ts";
import { BoardApi } from "./board-api.ts";
import type { Copy } from "./board-copy.ts";
import { askGitHub, findOrMakeCopy, renewCopy } from "./board-copy.ts";
import type { ErrorStore } from "./errors.ts";
import { forkOutdated, isFromOutdatedFork, UserError, userErrorFrom } from "./errors.ts";
import { signInPage } from "./sign-in-page.ts";

/**
 * Creates the backend class for Decap. The user has the name of their fork, `owner/name`, as `copy`.
 *
 * @param listShown resolves when a list of posts is visible
 */
export function boardBackend(
  config: BoardConfig,
  errors: ErrorStore,
  listShown: () => Promise<void>,
) {
  return class BoardBackend extends GitHubBackend {
    declare api: BoardApi | null;
    #page: unknown;
    #copy: Copy | undefined;
    #isBehind = false;

    /** The same component at each call: with another one, Decap would discard the state of the page. */
    override authComponent(): unknown {
      const otherWays = pathPrefix(config).slice(0, -1) + pages.create;
      this.#page ??= signInPage(this, { board: config.name, otherWays });
      return this.#page;
    }

    /**
     * Finds or creates the fork, for reviewers too, so that no drafts are in the board's own repository and
     * nothing is merged from here. Decap calls it whenever the page starts.
     */
    override async authenticateWithFork({
      userData,
      getPermissionToFork,
    }: {
      userData: Credentials;
      getPermissionToFork: () => unknown;
    }): Promise<void> {
      // Another user may have been signed in before.
      this._currentUserPromise = undefined;
      try {
        const { login } = await this.currentUser(userData);
        if (login === undefined) throw new UserError(words.signInEnded);
        const ask = askGitHub(this.apiRoot, userData.token);
        const board = { repository: this.originRepo, branch: this.branch };
        const allow = () =>
          Promise.resolve(getPermissionToFork()).catch(() => {
            throw new UserError(words.forkDeclined);
          });
        this.#copy = await findOrMakeCopy(ask, board, { login, allow, wait });
        this.repo = this.#copy.repository;
        this.#isBehind = !(await renewCopy(ask, board, this.#copy));
      } catch (error) {
        throw userErrorFrom(error);
      }
      this.useOpenAuthoring = true;
    }

    override async authenticate(credentials: Credentials): Promise<object> {
      const user = await super.authenticate(credentials);
      const api = new BoardApi({ ...this.api, squashMerges: this.squashMerges });
      api.repoOwner = this.api?.repoOwner ?? api.repoOwner;
      this.api = api;
      return { ...user, copy: this.repo };
    }

    override logout(): unknown {
      this._currentUserPromise = undefined;
      errors.clear();
      return super.logout();
    }

    /** Called with collection and slug for the editor, and with an id for lists. */
    override async unpublishedEntry(which: {
      id?: string;
      collection?: string;
      slug?: string;
    }): Promise<unknown> {
      if (which.collection && which.slug) {
        await this.api?.rememberOpened(which.collection, which.slug);
      }
      return await super.unpublishedEntry(which);
    }

    /** The editor needs no list, and each post in one is a request to GitHub. */
    override async entriesByFolder(
      folder: string,
      extension: string,
      depth: number,
    ): Promise<unknown> {
      await listShown();
      return await super.entriesByFolder(folder, extension, depth);
    }

    override persistEntry(
      entry: { dataFiles: DataFile[] },
      options: PersistOptions,
    ): Promise<unknown> {
      const commitMessage = messageFor(entry.dataFiles, options, config);
      return this.#trying(() => super.persistEntry(entry, { ...options, commitMessage }));
    }

    override updateUnpublishedEntryStatus(
      collection: string,
      slug: string,
      status: string,
    ): Promise<unknown> {
      return this.#trying(() => super.updateUnpublishedEntryStatus(collection, slug, status));
    }

    async #trying(attempt: () => Promise<unknown>): Promise<unknown> {
      errors.clear();
      try {
        return await attempt();
      } catch (error) {
        const reported = this.#userError(error);
        errors.report(reported);
        throw reported;
      }
    }

    #userError(error: unknown): UserError {
      if (!isFromOutdatedFork(error, this.#isBehind)) return userErrorFrom(error);
      return forkOutdated(this.#copy?.address ?? "");
    }
  };
}

/**
 * Also the title of the pull request, which lists of submissions show. Decap would only use the name of the
 * file.
 */
function messageFor(
  [file]: DataFile[],
  { commitMessage, newEntry }: PersistOptions,
  config: BoardConfig,
): string {
  const read = file && readJobFile(file.path, file.raw, config);
  if (!read?.ok) return commitMessage;
  return submissionTitle(newEntry ? "new" : "edit", read.job);
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
