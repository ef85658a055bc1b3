/** People on the GitHub emulator, each with a token, a fork, and a clone. */
import { join } from "node:path";
import type { HostedBoard } from "../../sandbox/hosted-board.ts";
import type { RequestType } from "../../src/board/requests/request-form.ts";
import { questions, requestTypes } from "../../src/board/requests/request-form.ts";
import type { GitHub } from "../../src/services/github/client.ts";
import { connectGitHub } from "../../src/services/github/client.ts";
import type { JobChanges } from "../example-job.ts";
import type { SentFiles } from "./posts.ts";
import { fileOf, postText } from "./posts.ts";
import { commitAndPush } from "./working-copy.ts";

/** Milliseconds between two actions by people. GitHub’s timestamps are in whole seconds, its limits per hour. */
const apart = 10 * 60_000;

export type PersonOptions = {
  login: string;
  board: HostedBoard;
  /** Folder of their clone. */
  directory: string;
  /** The file that code in their posts would write if it were run. */
  trace: string;
};

export class Person {
  readonly login: string;
  readonly github: GitHub;
  readonly #options: PersonOptions;

  constructor(options: PersonOptions) {
    const { login, board } = options;
    const { apiUrl, origin } = board.github;
    const access = { apiUrl, serverUrl: origin, token: board.github.tokenFor(login) };
    this.login = login;
    this.github = connectGitHub(access, board.config.repository, { retryDelay: 1 });
    this.#options = options;
  }

  /** A valid post by this person. */
  post(changes: JobChanges = {}): string {
    return postText(this.login, this.#options.trace, changes);
  }

  /** Sends a post as the form does: a commit in a fork through the API, then a pull request. */
  async sendsByForm(slug: string, text = this.post()): Promise<number> {
    const { rest, branch: main } = this.#acts();
    const fork = await this.#fork();
    await rest.repos.mergeUpstream({ ...fork, branch: main });
    const { data: tip } = await rest.git.getRef({ ...fork, ref: `heads/${main}` });
    const { sha } = tip.object;
    const { data: before } = await rest.git.getCommit({ ...fork, commit_sha: sha });
    const { data: blob } = await rest.git.createBlob({ ...fork, content: text, encoding: "utf-8" });
    const entry = { path: fileOf(slug), mode: "100644", type: "blob", sha: blob.sha } as const;
    const added = { ...fork, base_tree: before.tree.sha, tree: [entry] };
    const { data: tree } = await rest.git.createTree(added);
    const message = `Create Job “${slug}”`;
    const made = { ...fork, message, tree: tree.sha, parents: [sha] };
    const { data: commit } = await rest.git.createCommit(made);
    const branch = `cms/${fork.owner}/${fork.repo}/jobs/${slug}`;
    await rest.git.createRef({ ...fork, ref: `refs/heads/${branch}`, sha: commit.sha });
    return await this.opens(branch, message);
  }

  /** Sends files with Git: a commit that is pushed to a fork over HTTP, then a pull request. */
  async sends(branch: string, files: SentFiles): Promise<number> {
    await this.#fork();
    await this.pushes(branch, files);
    return await this.opens(branch);
  }

  /** Sends one post with Git, from a branch with its name. */
  sendsPost(slug: string, changes: JobChanges = {}): Promise<number> {
    return this.sends(slug, { [fileOf(slug)]: this.post(changes) });
  }

  /** Opens a pull request from a branch of their fork. */
  async opens(branch: string, title = `Change ${branch}`): Promise<number> {
    const { rest, at, branch: base } = this.#acts(0);
    const head = `${this.login}:${branch}`;
    const request = { ...at, title, head, base, maintainer_can_modify: true };
    return (await rest.pulls.create(request)).data.number;
  }

  /** Pushes to a branch of their fork, or of another that they may push to. Returns the commit. */
  async pushes(
    branch: string,
    files: SentFiles,
    { owner = this.login, force = false } = {},
  ): Promise<string> {
    this.#acts();
    const { board, directory } = this.#options;
    const copy = { login: this.login, board, path: join(directory, this.login) };
    return await commitAndPush(copy, { branch, files, owner, force });
  }

  /** Comments, and returns the comment’s id. `after`: milliseconds since the last action. */
  async says(pull: number, body: string, after = apart): Promise<number> {
    const { rest, at } = this.#acts(after);
    return (await rest.issues.createComment({ ...at, issue_number: pull, body })).data.id;
  }

  async rewords(comment: number, body: string): Promise<void> {
    const { rest, at } = this.#acts();
    await rest.issues.updateComment({ ...at, comment_id: comment, body });
  }

  /** Sends a review with one of its three buttons. */
  async reviews(
    pull: number,
    event: "APPROVE" | "REQUEST_CHANGES" | "COMMENT",
    body = "",
  ): Promise<void> {
    const { rest, at } = this.#acts();
    await rest.pulls.createReview({ ...at, pull_number: pull, event, body });
  }

  /** Presses “Merge”, which GitHub’s page offers once it knows whether that is possible. */
  async merges(pull: number): Promise<void> {
    const { rest, at } = this.#acts();
    const look = async () => (await rest.pulls.get({ ...at, pull_number: pull })).data.mergeable;
    while ((await look()) === null);
    await rest.pulls.merge({ ...at, pull_number: pull, merge_method: "squash" });
  }

  /** Asks for something about a post by an issue, as GitHub creates it from the form. Returns its number. */
  async asks(slug: string | undefined, type: RequestType): Promise<number> {
    const { rest, at } = this.#acts();
    const body = [
      `### ${questions.post}\n\nhttps://jobs.example.org/jobs/${slug}/`,
      `### ${questions.wish}\n\n${requestTypes[type]}`,
      `### ${questions.words}\n\n_No response_`,
    ];
    const request = { ...at, title: "My post", body: body.join("\n\n") };
    return (await rest.issues.create(request)).data.number;
  }

  async closes(pull: number): Promise<void> {
    const { rest, at } = this.#acts();
    await rest.pulls.update({ ...at, pull_number: pull, state: "closed" });
  }

  /** Lets time pass before their next action. */
  #acts(after = apart): GitHub {
    this.#options.board.github.clock.advance(after);
    return this.github;
  }

  async #fork(): Promise<{ owner: string; repo: string }> {
    const { rest, at } = this.github;
    await rest.repos.createFork(at);
    return { owner: this.login, repo: at.repo };
  }
}
