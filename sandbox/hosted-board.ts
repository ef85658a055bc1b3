/**
 * The board as it is hosted: its repository at the stand-in for GitHub, set up as a real one is, with people
 * and with the runner of its workflows.
 */
import { execFile } from "node:child_process";
import { access, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { BoardConfig } from "../src/board/config.ts";
import type { Runner, RunnerOptions } from "./actions/runner.ts";
import { startRunner } from "./actions/runner.ts";
import { git, gitVariables } from "./github/git.ts";
import type { GitHub, GitHubOptions } from "./github/github.ts";
import { startGitHub } from "./github/github.ts";
import type { Role } from "./github/state.ts";
import { commitProject } from "./project-history.ts";

const run = promisify(execFile);

export type Person = { login: string; name?: string; role?: Role };

export type HostedBoardOptions = {
  /** Holds everything. What an earlier board left there is taken up again, with its posts and people. */
  directory: string;
  /** The project's folder; the current one if it is left out. */
  root?: string;
  /** Who there is beside the owner of the repository; `ada` and `bob`, the reviewers `rita` and `rob`, the admin `mia` if left out. */
  people?: readonly Person[];
  /** Posts in the place of the project's: text by path, such as `jobs/2026-11-22-example.md`. */
  posts?: Readonly<Record<string, string>>;
  /** Posts beside the project's. */
  addedPosts?: Readonly<Record<string, string>>;
  /** Called with a new clone of the repository as soon as its files are there. */
  onClone?(clone: string): void;
  /** Folders of the project that are left out, for a board that is quicker to check out. */
  without?: readonly string[];
  /** Changes the source of src/board.config.ts. */
  config?: (source: string) => string;
  /** Variables that the steps of workflows have beside GitHub's. With `now`, `BOARD_NOW` is the stand-in's clock. */
  env?: Readonly<Record<string, string>>;
  /** The workflow files that may run, such as `triage.yml`; all if it is left out. */
  workflows?: readonly string[];
  /** Where the site is put that a workflow deploys. */
  deployTo?: RunnerOptions["pages"];
  /** Of the repository, for its workflows. */
  secrets?: RunnerOptions["secrets"];
  variables?: RunnerOptions["variables"];
  onRun?: RunnerOptions["onRun"];
} & Pick<GitHubOptions, "port" | "now" | "limits" | "oauth" | "pages">;

export type HostedBoard = {
  github: GitHub;
  runner: Runner;
  /** `owner/name`. */
  repository: string;
  config: BoardConfig;
  /** A clone of the repository as it was at the start of all, with the installed packages at hand. */
  clone: string;
  /** Whether an earlier board was taken up again. */
  isOld: boolean;
  /** Ends all that runs. Resolves when all is written. */
  stop(): Promise<void>;
};

const everybody: readonly Person[] = [
  { login: "ada" },
  { login: "bob" },
  { login: "rita", role: "write" },
  { login: "rob", role: "write" },
  { login: "mia", role: "admin" },
];

/** Starts it, and resolves when the repository is set up and events start workflows. */
export async function startHostedBoard(options: HostedBoardOptions): Promise<HostedBoard> {
  const directory = resolve(options.directory);
  const root = resolve(options.root ?? ".");
  const clone = join(directory, "clone");
  const complete = join(directory, "complete");
  const isOld = await exists(complete);
  // Half a board is none.
  if (!isOld) await removeBoard(directory);
  await mkdir(directory, { recursive: true });
  const now = options.now ?? (() => new Date());
  if (!isOld)
    await commitProject({ root, directory: clone, at: now(), changes: changesOf(root, options) });
  if (!isOld) options.onClone?.(clone);
  const config = await readConfig(clone);
  const { owner, name, branch } = config.repository;
  const repository = `${owner}/${name}`;

  const github = await startGitHub({ ...options, directory: join(directory, "github") });
  const runner = await (async () => {
    if (!isOld) {
      await git(clone, ["branch", "-M", branch]);
      await github.addRepository({ owner, name, defaultBranch: branch, from: clone });
      for (const { role, ...person } of options.people ?? everybody) {
        github.addUser(person);
        if (role) github.setRole(repository, person.login, role);
      }
      await setUp(clone, github, owner);
      await writeFile(complete, "");
    }
    return await startRunner({
      github,
      repository,
      workspaceRoot: join(directory, "actions"),
      nodeModules: join(root, "node_modules"),
      env: () => ({
        ...(options.now && { BOARD_NOW: github.clock.now().toISOString() }),
        ...options.env,
      }),
      ...(options.secrets && { secrets: options.secrets }),
      ...(options.variables && { variables: options.variables }),
      ...(options.workflows && { workflows: options.workflows }),
      ...(options.deployTo && { pages: options.deployTo }),
      onRun(run) {
        github.noteRun(repository, run);
        options.onRun?.(run);
      },
    });
  })().catch(async (error: unknown) => {
    await github.stop();
    throw error;
  });
  return {
    github,
    runner,
    repository,
    config,
    clone,
    isOld,
    async stop() {
      await runner.stop();
      await github.stop();
    },
  };
}

/** Removes what a hosted board keeps in its folder, and nothing else. */
export async function removeBoard(directory: string): Promise<void> {
  for (const name of ["complete", "clone", "github", "actions"]) {
    await rm(join(directory, name), { recursive: true, force: true });
  }
}

type Changes = Pick<HostedBoardOptions, "posts" | "addedPosts" | "config" | "without">;

function changesOf(root: string, { posts, addedPosts = {}, config, without = [] }: Changes) {
  return async (paths: readonly string[]) => {
    const changes = new Map<string, string | null>();
    const emptied = [...without, ...(posts ? ["jobs"] : [])];
    const gone = paths.filter((path) => emptied.some((folder) => path.startsWith(`${folder}/`)));
    for (const path of gone) changes.set(path, null);
    for (const [path, text] of Object.entries({ ...posts, ...addedPosts })) changes.set(path, text);
    const file = "src/board.config.ts";
    if (config) changes.set(file, config(await readFile(join(root, file), "utf8")));
    return changes;
  };
}

/** The repository is set up as any board's is, by the command, with its owner's token. */
async function setUp(clone: string, github: GitHub, owner: string): Promise<void> {
  await run(process.execPath, ["scripts/setup.ts"], {
    cwd: clone,
    env: {
      ...gitVariables(),
      GITHUB_API_URL: github.apiUrl,
      GITHUB_SERVER_URL: github.origin,
      GITHUB_TOKEN: github.tokenFor(owner),
    },
  });
}

async function readConfig(clone: string): Promise<BoardConfig> {
  const { href } = pathToFileURL(join(clone, "src/board.config.ts"));
  const { boardConfig }: { boardConfig: BoardConfig } = await import(href);
  return boardConfig;
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
