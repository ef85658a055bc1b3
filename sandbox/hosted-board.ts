/** The board's repository at the GitHub emulator, set up like a real one, with people and a workflow runner. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync } from "node:fs";
import { access, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { GitHub, GitHubOptions, Role } from "github-emulator";
import { startGitHub } from "github-emulator";
import type { Runner, RunnerOptions } from "github-emulator/actions";
import { startRunner } from "github-emulator/actions";
import { git } from "github-emulator/git";
import type { BoardConfig } from "../src/board/config.ts";
import { bareEnvironmentWith } from "../src/services/environment.ts";
import { commitProject } from "./project-history.ts";

const run = promisify(execFile);

export type Person = { login: string; name?: string; role?: Role };

export type HostedBoardOptions = {
  /** Holds everything. An existing board continues, with its posts and people. */
  directory: string;
  /** The project's folder; default: the current one. */
  root?: string;
  /** People besides the repository's owner; default: `ada` and `bob`, the reviewers `rita` and `rob`, the admin `mia`. */
  people?: readonly Person[];
  /** Posts that replace the project's: text by path, such as `jobs/2026-11-22-example.md`. */
  posts?: Readonly<Record<string, string>>;
  /** Posts in addition to the project's. */
  addedPosts?: Readonly<Record<string, string>>;
  /** Called with a new clone of the repository once its files are checked out. */
  onClone?(clone: string): void;
  /** Folders of the project to leave out, which makes checkouts faster. */
  without?: readonly string[];
  /** Edits the source of src/board.config.ts. */
  config?: (source: string) => string;
  /** Environment of workflow steps besides GitHub's own. With `now`, `BOARD_NOW` is the emulator's clock. */
  env?: Readonly<Record<string, string>>;
  /** Workflow files that may run, such as `triage.yml`; default: all. */
  workflows?: readonly string[];
  /** Where deployed sites go. */
  deployTo?: RunnerOptions["pages"];
  /** The repository's secrets and variables for workflows. */
  secrets?: RunnerOptions["secrets"];
  variables?: RunnerOptions["variables"];
  onRun?: RunnerOptions["onRun"];
  /** How commands of workflow steps are run other than as processes. */
  runScript?: (clone: string, config: BoardConfig) => RunnerOptions["runScript"];
} & Pick<
  GitHubOptions,
  "port" | "now" | "timing" | "limits" | "oauth" | "pages" | "persist" | "onRequest"
> &
  Pick<RunnerOptions, "aroundJob" | "actions" | "checkoutFrom">;

export type HostedBoard = {
  github: GitHub;
  runner: Runner;
  /** `owner/name`. */
  repository: string;
  config: BoardConfig;
  /** A clone of the repository's first commit, with node_modules. */
  clone: string;
  /** Whether the board was already there. */
  isExisting: boolean;
  /** Stops everything. Resolves when all state is written. */
  stop(): Promise<void>;
};

const defaultPeople: readonly Person[] = [
  { login: "ada" },
  { login: "bob" },
  { login: "rita", role: "write" },
  { login: "rob", role: "write" },
  { login: "mia", role: "admin" },
];

/** Resolves when the repository is set up and events start workflows. */
export async function startHostedBoard(options: HostedBoardOptions): Promise<HostedBoard> {
  const directory = resolve(options.directory);
  const root = resolve(options.root ?? ".");
  const clone = join(directory, "clone");
  const complete = join(directory, "complete");
  const isExisting = await exists(complete);
  // A board that was only partly set up starts over.
  if (!isExisting) await removeBoard(directory);
  await mkdir(directory, { recursive: true });
  const now = options.now ?? (() => new Date());
  if (!isExisting)
    await commitProject({ root, directory: clone, at: now(), changes: changesOf(root, options) });
  if (!isExisting) options.onClone?.(clone);
  const config = await readConfig(clone);
  const { owner, name, branch } = config.repository;
  const repository = `${owner}/${name}`;

  const github = await startGitHub({ ...options, directory: join(directory, "github") });
  const runScript = options.runScript?.(clone, config);
  const runner = await (async () => {
    if (!isExisting) {
      await git(clone, ["branch", "-M", branch]);
      await github.addRepository({ owner, name, defaultBranch: branch, from: clone });
      for (const { role, ...person } of options.people ?? defaultPeople) {
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
      ...chosenBy(options),
      ...(runScript && { runScript }),
      onRun(run) {
        github.recordRun(repository, run);
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
    isExisting,
    async stop() {
      await runner.stop();
      await github.stop();
    },
  };
}

/** Copies a stopped board to a new folder, in which it can be started as if it had been set up there. */
export async function copyBoard(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of ["clone", "github", "complete"]) {
    cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
  }
}

/** Removes a hosted board from its folder, and nothing else. */
export async function removeBoard(directory: string): Promise<void> {
  for (const name of ["complete", "clone", "github", "actions"]) {
    await rm(join(directory, name), { recursive: true, force: true });
  }
}

/** What is chosen of the runner. */
function chosenBy({ deployTo, ...options }: HostedBoardOptions): Partial<RunnerOptions> {
  return {
    ...(options.secrets && { secrets: options.secrets }),
    ...(options.variables && { variables: options.variables }),
    ...(options.workflows && { workflows: options.workflows }),
    ...(deployTo && { pages: deployTo }),
    ...(options.aroundJob && { aroundJob: options.aroundJob }),
    ...(options.actions && { actions: options.actions }),
    ...(options.checkoutFrom && { checkoutFrom: options.checkoutFrom }),
  };
}

type Changes = Pick<HostedBoardOptions, "posts" | "addedPosts" | "config" | "without">;

function changesOf(root: string, { posts, addedPosts = {}, config, without = [] }: Changes) {
  return async (paths: readonly string[]) => {
    const changes = new Map<string, string | null>();
    const removedFolders = [...without, ...(posts ? ["jobs"] : [])];
    const removed = paths.filter((path) =>
      removedFolders.some((folder) => path.startsWith(`${folder}/`)),
    );
    for (const path of removed) changes.set(path, null);
    for (const [path, text] of Object.entries({ ...posts, ...addedPosts })) changes.set(path, text);
    const file = "src/board.config.ts";
    if (config) changes.set(file, config(await readFile(join(root, file), "utf8")));
    return changes;
  };
}

/** Runs the board's own setup command with the owner's token. */
async function setUp(clone: string, github: GitHub, owner: string): Promise<void> {
  await run(process.execPath, ["scripts/setup.ts"], {
    cwd: clone,
    env: bareEnvironmentWith({
      GITHUB_API_URL: github.apiUrl,
      GITHUB_SERVER_URL: github.origin,
      GITHUB_TOKEN: github.tokenFor(owner),
    }),
  });
}

async function readConfig(clone: string): Promise<BoardConfig> {
  const file = join(clone, "src/board.config.ts");
  // Another board may have been at the same path before.
  const hash = createHash("sha1")
    .update(await readFile(file))
    .digest("hex");
  const { href } = new URL(`?${hash}`, pathToFileURL(file));
  const { boardConfig }: { boardConfig: BoardConfig } = await import(href);
  return boardConfig;
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
