/** What people do at GitHub: they send posts, change them, comment, review, and open issues. */

import { reportTitle } from "#words/requests.ts";
import type { HostedBoard } from "../../sandbox/hosted-board.ts";
import type { RequestType } from "../../src/board/requests/request-form.ts";
import {
  questions,
  reportQuestion,
  requestTitle,
  requestTypes,
} from "../../src/board/requests/request-form.ts";
import type { GitHub } from "../../src/services/github/client.ts";
import { connectGitHub } from "../../src/services/github/client.ts";
import type { SentPost } from "./posts.ts";

export type Sending = {
  /** Default: named after the post. */
  branch?: string;
  /** What its commit changes, by path: `null` deletes a file. Default: the post's file. */
  files?: Readonly<Record<string, string | null>>;
  draft?: boolean;
};

export class People {
  readonly #board: HostedBoard;
  readonly #clients = new Map<string, GitHub>();
  readonly #forks = new Set<string>();

  constructor(board: HostedBoard) {
    this.#board = board;
  }

  /**
   * Sends a post as the form does, from a branch of their fork. Gives the pull request's number.
   */
  async send(
    login: string,
    post: SentPost,
    { branch = branchOf(post), files = { [post.path]: post.text }, draft = false }: Sending = {},
  ): Promise<number> {
    const { rest, at, branch: base } = this.#as(login);
    const fork = await this.#fork(login);
    const { data: tip } = await rest.git.getRef({ ...at, ref: `heads/${base}` });
    const { data: main } = await rest.git.getCommit({ ...at, commit_sha: tip.object.sha });
    const { data: tree } = await rest.git.createTree({
      ...fork,
      base_tree: main.tree.sha,
      tree: Object.entries(files).map(([path, content]) => ({
        ...({ path, mode: "100644", type: "blob" } as const),
        ...(content === null ? { sha: null } : { content }),
      })),
    });
    const message = `Create Job “${post.slug}”`;
    const commit = { ...fork, message, tree: tree.sha, parents: [main.sha] };
    const { sha } = (await rest.git.createCommit(commit)).data;
    await rest.git.createRef({ ...fork, ref: `refs/heads/${branch}`, sha });
    const pull = { ...at, title: message, head: `${login}:${branch}`, base, draft };
    return (await rest.pulls.create(pull)).data.number;
  }

  /** Pushes a changed post to the branch from which it was sent. Gives the commit. */
  async push(login: string, post: SentPost, branch = branchOf(post)): Promise<string> {
    const { rest, at } = this.#as(login);
    const place = { owner: login, repo: at.repo, path: post.path };
    const { data } = await rest.repos.getContent({ ...place, ref: branch });
    if (!("sha" in data)) throw new Error(`${post.path} is no file.`);
    const { data: pushed } = await rest.repos.createOrUpdateFileContents({
      ...{ ...place, branch, sha: data.sha },
      message: `Update Job “${post.slug}”`,
      content: Buffer.from(post.text).toString("base64"),
    });
    return pushed.commit.sha ?? "";
  }

  /** Gives the comment's id. */
  async comment(login: string, number: number, body: string): Promise<number> {
    const { rest, at } = this.#as(login);
    return (await rest.issues.createComment({ ...at, issue_number: number, body })).data.id;
  }

  async review(login: string, pull: number, event: "APPROVE" | "REQUEST_CHANGES", body = "") {
    const { rest, at } = this.#as(login);
    await rest.pulls.createReview({ ...at, pull_number: pull, event, body });
  }

  /** Closes a pull request or an issue, or opens it again. */
  async setOpen(login: string, number: number, isOpen: boolean): Promise<void> {
    const { rest, at } = this.#as(login);
    const state = isOpen ? "open" : "closed";
    await rest.issues.update({ ...at, issue_number: number, state });
  }

  /** Asks for something to be done with a published post, by the form for that. Gives the issue's number. */
  async request(login: string, post: SentPost, type: RequestType): Promise<number> {
    const answers = { [questions.post]: post.slug, [questions.wish]: requestTypes[type] };
    return await this.#open(login, requestTitle(post.slug), answers);
  }

  /** Reports a post, by the form for everybody. Gives the issue's number. */
  async complain(login: string, post: SentPost, complaint: string): Promise<number> {
    const answers = { [questions.post]: post.slug, [reportQuestion]: complaint };
    return await this.#open(login, reportTitle(post.slug), answers);
  }

  /** The open pull requests with their labels. */
  async waiting(login: string): Promise<{ number: number; labels: string[] }[]> {
    const { rest, at, paginate } = this.#as(login);
    const pulls = await paginate(rest.pulls.list, { ...at, state: "open", per_page: 100 });
    return pulls.map(({ number, labels }) => ({ number, labels: labels.map(({ name }) => name) }));
  }

  async isMerged(login: string, pull: number): Promise<boolean> {
    const { rest, at } = this.#as(login);
    return (await rest.pulls.get({ ...at, pull_number: pull })).data.merged;
  }

  async #open(login: string, title: string, answers: Record<string, string>): Promise<number> {
    const { rest, at } = this.#as(login);
    const body = Object.entries({ ...answers, [questions.words]: "_No response_" })
      .map(([question, answer]) => `### ${question}\n\n${answer}`)
      .join("\n\n");
    return (await rest.issues.create({ ...at, title, body })).data.number;
  }

  #as(login: string): GitHub {
    const { github, config } = this.#board;
    const known = this.#clients.get(login);
    if (known) return known;
    github.addUser({ login });
    const { apiUrl, origin: serverUrl } = github;
    const access = { apiUrl, serverUrl, token: github.tokenFor(login) };
    const client = connectGitHub(access, config.repository, { retryDelay: 1 });
    this.#clients.set(login, client);
    return client;
  }

  async #fork(login: string): Promise<{ owner: string; repo: string }> {
    const { rest, at } = this.#as(login);
    if (!this.#forks.has(login)) await rest.repos.createFork(at);
    this.#forks.add(login);
    return { owner: login, repo: at.repo };
  }
}

function branchOf({ slug }: SentPost): string {
  return `cms/${slug}`;
}
