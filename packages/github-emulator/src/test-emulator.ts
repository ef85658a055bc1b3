/** An emulator with a repository and people, for tests. */
import { execFile } from "node:child_process";
import { mkdir, mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { Octokit } from "@octokit/rest";
import type { GitHub, GitHubOptions } from "./github.ts";
import { startGitHub } from "./github.ts";
import type { Permissions } from "./state.ts";

const run = promisify(execFile);

/** The repository, as Octokit's parameters. */
export const hello = { owner: "octo-org", repo: "hello" } as const;

export const files = {
  "README.md": "# Jobs\n",
  "docs/first.md": "one\ntwo\nthree\n",
  ".github/workflows/publish.yml":
    "name: publish\non:\n  push:\n  workflow_dispatch:\n    inputs:\n      reason:\n        default: none\n",
} as const;

export type Emulator = {
  github: GitHub;
  /** A folder that is deleted with the emulator. */
  folder: string;
  as(login: string, scopes?: readonly string[]): Octokit;
  bot(permissions: Permissions): Octokit;
  anonymous: Octokit;
  /** Clones a repository, `owner/name`, for somebody who can push. */
  clone(repository: string, login: string): Promise<Clone>;
  [Symbol.asyncDispose](): Promise<void>;
};

export type Clone = {
  git(...parameters: string[]): Promise<string>;
  /** Writes files and commits them on a branch, which is created if needed. Returns the commit's hash. */
  commit(branch: string, files: Readonly<Record<string, string>>): Promise<string>;
};

/**
 * Starts the emulator with a submitter `sam`, reviewers `rita` and `rob` with write access, and an admin `ada`.
 * When it ends, fails if there was an unsupported request or a response that differs from GitHub's schemas.
 */
export async function startEmulator(options: Partial<GitHubOptions> = {}): Promise<Emulator> {
  const folder = await mkdtempDisposable(join(tmpdir(), "github-"));
  const github = await startGitHub({
    directory: join(folder.path, "state"),
    // Most tests are not about waiting.
    timing: "instant",
    ...options,
  });
  for (const login of ["sam", "rita", "rob", "ada"]) github.addUser({ login });
  await writeFiles(join(folder.path, "source"), files);
  await github.addRepository({
    owner: hello.owner,
    name: hello.repo,
    from: join(folder.path, "source"),
  });
  const fullName = `${hello.owner}/${hello.repo}`;
  github.setRole(fullName, "rita", "write");
  github.setRole(fullName, "rob", "write");
  github.setRole(fullName, "ada", "admin");
  const octokit = (auth?: string) => new Octokit({ baseUrl: github.apiUrl, auth, log: silent });
  return {
    github,
    folder: folder.path,
    as: (login, scopes) => octokit(github.tokenFor(login, scopes)),
    bot: (permissions) => octokit(github.installationToken(fullName, permissions)),
    anonymous: octokit(),
    clone: (repository, login) => clone(github, folder.path, repository, login),
    async [Symbol.asyncDispose]() {
      await github.stop();
      await folder[Symbol.asyncDispose]();
      const faults = [...github.unknownRequests, ...github.schemaViolations];
      if (faults.length > 0)
        throw new Error(`The emulator differs from GitHub:\n${faults.join("\n")}`);
    },
  };
}

/** Does not log failed requests, which many tests are about. */
const silence = () => undefined;
const silent = { debug: silence, info: silence, warn: silence, error: silence };

/** Creates somebody's fork with one commit on a branch, and its pull request. */
export async function submit(
  emulator: Emulator,
  {
    login = "sam",
    branch = "post",
    changes = { "docs/second.md": "hello\n" },
  }: { login?: string; branch?: string; changes?: Readonly<Record<string, string>> } = {},
) {
  const octokit = emulator.as(login);
  await octokit.rest.repos.createFork(hello);
  const working = await emulator.clone(`${login}/${hello.repo}`, login);
  await working.commit(branch, changes);
  await working.git("push", "-q", "origin", branch);
  const { data: pull } = await octokit.rest.pulls.create({
    ...hello,
    title: `A post by ${login}`,
    head: `${login}:${branch}`,
    base: "main",
  });
  return { octokit, working, pull };
}

async function clone(
  github: GitHub,
  folder: string,
  repository: string,
  login: string,
): Promise<Clone> {
  const path = join(folder, `clone-${crypto.randomUUID()}`);
  const address = new URL(`${github.origin}/${repository}.git`);
  address.username = login;
  address.password = github.tokenFor(login);
  await runGit("clone", "-q", address.href, path);
  const git = (...parameters: string[]) => runGit("-C", path, ...parameters);
  return {
    git,
    async commit(branch, changes) {
      await git("checkout", "-q", "-B", branch);
      await writeFiles(path, changes);
      await git("add", "-A");
      const email = `${login}@users.noreply.github.com`;
      const identity = ["-c", `user.name=${login}`, "-c", `user.email=${email}`];
      await git(...identity, "commit", "-q", "-m", `Change ${Object.keys(changes).join(", ")}`);
      return await git("rev-parse", "HEAD");
    },
  };
}

/** Runs the machine's Git, without anybody's settings. Throws an Error with its message. */
export async function runGit(...parameters: string[]): Promise<string> {
  const { stdout } = await run("git", parameters, {
    env: {
      PATH: process.env.PATH ?? "",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_TERMINAL_PROMPT: "0",
    },
  });
  return stdout.trim();
}

async function writeFiles(
  folder: string,
  contents: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [path, content] of Object.entries(contents)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
