/** A board on the GitHub emulator, with people who send and review posts. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TimingOption } from "github-emulator";
import { startGitHub } from "github-emulator";
import { maxFileBytes } from "../src/board/job/file.ts";
import { boardConfig } from "../src/board.config.ts";
import { GitObjects } from "../src/services/git-objects.ts";
import { fetchPosts } from "../src/services/git-posts.ts";
import type { ClientOptions, GitHub } from "../src/services/github/client.ts";
import { connectGitHub } from "../src/services/github/client.ts";
import { NearGit } from "./near-git.ts";
import { jobText } from "./posts-folder.ts";

type StandIn = Awaited<ReturnType<typeof startGitHub>>;

/** The permissions of the workflow job that reviews pull requests, as in triage.yml. */
const triagePermissions = {
  actions: "write",
  contents: "write",
  issues: "write",
  "pull-requests": "write",
  statuses: "write",
} as const;

export type NewFile = { path: string; content: string; mode?: "100644" | "100755" | "120000" };

export type BoardAtGitHub = {
  standIn: StandIn;
  /** `owner/name`, as in the settings. */
  repository: string;
  /** A clone that nothing else uses. */
  clone: string;
  /** A client that acts as a person; `github-actions[bot]` for the bot. */
  as(login: string, options?: ClientOptions): GitHub;
  /** The environment variables of commands that act for a person. */
  variablesFor(login: string): Record<string, string>;
  /** Commits files to a branch of somebody's fork, which is created if needed. `null` removes a file. */
  push(
    login: string,
    branch: string,
    files: readonly (NewFile | { path: string; content: null })[],
  ): Promise<string>;
  /** Sends files as a pull request from a fork. Returns its number. */
  send(login: string, branch: string, files: readonly NewFile[], title?: string): Promise<number>;
  posts(): ReturnType<typeof fetchPosts>;
  objects: GitObjects;
  stop(): Promise<void>;
};

const bot = "github-actions[bot]";

/** The initial posts. `ada` sent the first one. */
export const firstPosts: Readonly<Record<string, string>> = {
  "jobs/2026-11-20-ada.md": jobText({ submitted_by: "ada", title: "Data Engineer" }),
  "jobs/archive/2026/2026-01-10-old.md": jobText({
    submitted: "2026-01-10",
    published: "2026-01-10",
    closed: { on: "2026-03-01", reason: "filled" },
    title: "Archivist",
  }),
};

/** A valid post. */
export function postFile(slug: string, changes: Parameters<typeof jobText>[0] = {}): NewFile {
  return { path: `jobs/${slug}.md`, content: jobText(changes) };
}

/**
 * Starts it at noon on 22 November 2026. `ada` and `bob` have no role, `rita` and `rob` write access, `mia` is admin.
 *
 * @param options.git whether Git runs for what this process asks it, or it is answered here until the board is stopped
 */
export async function startBoardAtGitHub({
  timing = "instant",
  git = "near",
}: {
  timing?: TimingOption;
  git?: "near" | "real";
} = {}): Promise<BoardAtGitHub> {
  const directory = await mkdtemp(join(tmpdir(), "board-at-github-"));
  const source = join(directory, "source");
  const files = {
    ...firstPosts,
    ".github/workflows/publish.yml": workflowFile("publish"),
    ".github/workflows/sweep.yml": workflowFile("sweep"),
    ".github/workflows/triage.yml": workflowFile("triage"),
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(source, path)), { recursive: true });
    await writeFile(join(source, path), content);
  }
  const standIn = await startGitHub({
    directory: join(directory, "github"),
    now: () => new Date("2026-11-22T12:00:00Z"),
    timing,
  });
  const { owner, name, branch } = boardConfig.repository;
  const repository = `${owner}/${name}`;
  for (const login of ["ada", "bob", "rita", "rob", "mia"]) standIn.addUser({ login });
  await standIn.addRepository({ owner, name, defaultBranch: branch, from: source });
  standIn.setRole(repository, "rita", "write");
  standIn.setRole(repository, "rob", "write");
  standIn.setRole(repository, "mia", "admin");

  const tokens = new Map<string, string>();
  const tokenOf = (login: string) => {
    const token =
      tokens.get(login) ??
      (login === bot
        ? standIn.installationToken(repository, triagePermissions)
        : standIn.tokenFor(login));
    tokens.set(login, token);
    return token;
  };
  const accessOf = (login: string) => ({
    apiUrl: standIn.apiUrl,
    serverUrl: standIn.origin,
    token: tokenOf(login),
  });
  const as = (login: string, options: ClientOptions = {}) =>
    connectGitHub(accessOf(login), boardConfig.repository, { retryDelay: 1, ...options });

  await letWorkflowsCreatePulls(as("mia"));
  const url = `${standIn.origin}/${repository}.git`;
  const clone = join(directory, "clone");
  await run(directory, "clone", "--quiet", "--depth", "1", url, clone);

  const push: BoardAtGitHub["push"] = async (login, forkBranch, changes) => {
    const { rest, at } = as(login);
    const fork = { owner: login, repo: name };
    await rest.repos.createFork({ ...at });
    const ref = `heads/${forkBranch}`;
    const existing = await rest.git.listMatchingRefs({ ...fork, ref });
    const known = existing.data.find((found) => found.ref === `refs/${ref}`);
    const parent = known ?? (await rest.git.getRef({ ...fork, ref: `heads/${branch}` })).data;
    const { data: before } = await rest.git.getCommit({ ...fork, commit_sha: parent.object.sha });
    const { data: tree } = await rest.git.createTree({
      ...fork,
      base_tree: before.tree.sha,
      tree: changes.map(({ path, content, ...file }) => {
        const mode = "mode" in file ? (file.mode ?? "100644") : "100644";
        const entry = { path, mode, type: "blob" as const };
        return content === null ? { ...entry, sha: null } : { ...entry, content };
      }),
    });
    const { data: commit } = await rest.git.createCommit({
      ...fork,
      message: `Change ${changes[0]?.path}`,
      tree: tree.sha,
      parents: [before.sha],
    });
    if (known) await rest.git.updateRef({ ...fork, ref, sha: commit.sha });
    else await rest.git.createRef({ ...fork, ref: `refs/${ref}`, sha: commit.sha });
    return commit.sha;
  };

  const remote = { url, branch };
  const stopped = Promise.withResolvers<void>();
  if (git === "near") {
    const hosted = standIn.folderOf(repository);
    await writeFile(join(clone, ".git/objects/info/alternates"), `${hosted}/objects\n`);
    void new NearGit(hosted).during(() => stopped.promise);
  }
  const objects = await GitObjects.open(remote, { blobBytes: maxFileBytes });
  return {
    standIn,
    repository,
    clone,
    objects,
    as,
    push,
    variablesFor: (login) => ({
      GITHUB_API_URL: standIn.apiUrl,
      GITHUB_SERVER_URL: standIn.origin,
      GITHUB_TOKEN: tokenOf(login),
      BOARD_NOW: standIn.clock.now().toISOString(),
    }),
    async send(login, forkBranch, changes, title = `Add ${changes[0]?.path}`) {
      await push(login, forkBranch, changes);
      const { rest, at } = as(login);
      const request = { ...at, title, head: `${login}:${forkBranch}`, base: branch };
      return (await rest.pulls.create(request)).data.number;
    },
    posts: () => fetchPosts(clone, remote),
    async stop() {
      stopped.resolve();
      await objects[Symbol.asyncDispose]();
      await standIn.stop();
      await rm(directory, { recursive: true });
    },
  };
}

/** Like `npm run setup`. */
async function letWorkflowsCreatePulls({ rest, at }: GitHub): Promise<void> {
  await rest.actions.setGithubActionsDefaultWorkflowPermissionsRepository({
    ...at,
    default_workflow_permissions: "read",
    can_approve_pull_request_reviews: true,
  });
}

/** A workflow that can be started and does nothing. */
function workflowFile(name: string): string {
  return `name: ${name}
on:
  workflow_dispatch:
    inputs:
      pr:
        type: string
jobs: {}
`;
}

/** In a separate process, asynchronously, because the emulator has to respond in the meantime. */
function run(directory: string, ...parameters: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile("git", ["-C", directory, ...parameters], (error) =>
      error ? reject(error) : resolve(),
    );
  });
}
