/** For tests of the runner: a repository on disk instead of an emulator, and events sent by hand. */
import { mkdir, mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Permissions } from "../src/actions/permissions.ts";
import type { RunnerOptions } from "../src/actions/runner.ts";
import { startRunner } from "../src/actions/runner.ts";
import type { Payload } from "../src/actions/triggers.ts";
import type { EventListener, GitHubEvent } from "../src/events.ts";
import { git } from "../src/git.ts";

const author = {
  GIT_AUTHOR_NAME: "Ada",
  GIT_AUTHOR_EMAIL: "ada@example.org",
  GIT_COMMITTER_NAME: "Ada",
  GIT_COMMITTER_EMAIL: "ada@example.org",
};

export const repository = "example-org/hello";
export const fork = "ada/hello";

export type TestRunner = Awaited<ReturnType<typeof setUp>>;

/** A repository with these files on `main`, a fork of it, and a runner that listens for events. */
export async function setUp(
  files: Readonly<Record<string, string>>,
  options: Partial<RunnerOptions> = {},
) {
  const folder = await mkdtempDisposable(join(tmpdir(), "actions-"));
  const origin = `file://${folder.path}`;
  const work = join(folder.path, "work");
  for (const name of [repository, fork]) {
    await mkdir(join(folder.path, `${name}.git`), { recursive: true });
    await git(join(folder.path, `${name}.git`), ["init", "-q", "--bare", "-b", "main"]);
  }
  await mkdir(work);
  await git(work, ["init", "-q", "-b", "main"]);

  /** Commits files on a branch and pushes it. Returns the commit. */
  const push = async (
    texts: Readonly<Record<string, string>>,
    { branch = "main", to = repository, message = "Change" } = {},
  ): Promise<string> => {
    const exists = await git(work, ["branch", "--list", branch]);
    if (branch !== "main") await git(work, ["switch", "-q", ...(exists ? [] : ["-c"]), branch]);
    for (const [path, text] of Object.entries(texts)) {
      await mkdir(dirname(join(work, path)), { recursive: true });
      await writeFile(join(work, path), text);
    }
    await git(work, ["add", "-A"]);
    await git(work, ["commit", "-q", "--allow-empty", "-m", message], { variables: author });
    await git(work, ["push", "-q", "-f", `${origin}/${to}.git`, `HEAD:refs/heads/${branch}`]);
    const sha = await git(work, ["rev-parse", "HEAD"]);
    if (branch !== "main") await git(work, ["switch", "-q", "main"]);
    return sha;
  };
  await push(files);

  const listeners = new Set<EventListener>();
  const tokens: { repository: string; permissions: Permissions }[] = [];
  const revoked: string[] = [];
  const runner = await startRunner({
    github: {
      origin,
      apiUrl: `${origin}/api/v3`,
      graphqlUrl: `${origin}/api/graphql`,
      onEvent(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      folderOf: (name) => join(folder.path, `${name}.git`),
      installationToken(name, permissions) {
        tokens.push({ repository: name, permissions });
        return `token-${tokens.length}-of-the-job`;
      },
      appToken({ clientId, privateKey }, permissions) {
        if (privateKey !== "the key") throw new Error("A JSON web token could not be decoded");
        tokens.push({ repository, permissions });
        return { token: `token-${tokens.length}-of-an-app`, slug: clientId };
      },
      revokeToken: (token) => revoked.push(token),
    },
    repository,
    workspaceRoot: join(folder.path, "actions"),
    nodeModules: resolve("node_modules"),
    ...options,
  });

  /** Sends an event, waits until everything is done, and returns the runs that it caused. */
  const emit = async (name: GitHubEvent["name"], payload: Payload, { triggers = true } = {}) => {
    const before = runner.runs.length;
    for (const listener of listeners) {
      listener({ id: 1, name, repository, actor: "ada", payload, triggers, at: "2027-01-01" });
    }
    await runner.idle();
    return runner.runs.slice(before);
  };

  return {
    folder: folder.path,
    runner,
    tokens,
    revoked,
    push,
    emit,
    async [Symbol.asyncDispose]() {
      await runner.stop();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** The part of a pull request event's payload that the runner uses. */
export function pullPayload(
  sha: string,
  { action = "opened", from = fork, association = "CONTRIBUTOR" } = {},
): Payload {
  return {
    action,
    number: 7,
    pull_request: {
      number: 7,
      author_association: association,
      head: { ref: "post", sha, repo: { full_name: from } },
      base: { ref: "main", sha: "", repo: { full_name: repository } },
    },
  };
}

/** A workflow with one job, which logs the steps that it has run. */
export function workflow(on: string, steps = "- run: echo hello", job = ""): string {
  return `name: test
on: ${on}
permissions: {}
jobs:
  test:
    runs-on: ubuntu-latest
${indent(job, 4)}
    steps:
${indent(steps, 6)}
`;
}

/** Indents the lines of a text. */
export function indent(text: string, width: number): string {
  return text.replaceAll(/^(?=.)/gm, " ".repeat(width));
}
