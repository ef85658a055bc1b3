/**
 * GitHub Actions on one machine: runs the repository's own workflow files when events trigger them.
 * Rejects whatever it does not support, with file and line.
 */
import { access, cp, mkdir, rm } from "node:fs/promises";
import { basename, delimiter, join, resolve } from "node:path";
import type { GitHubEvent } from "../events.ts";
import { Activity } from "./activity.ts";
import type { ScriptRunner } from "./built-in-commands.ts";
import { ConcurrencyGroups } from "./concurrency.ts";
import { Dispatcher } from "./dispatcher.ts";
import type { AroundJob, RunnerSettings } from "./job-runner.ts";
import type { Permissions } from "./permissions.ts";
import { HostedRepository } from "./repository.ts";
import type { Run } from "./run.ts";
import type { SupportedAction } from "./supported-actions.ts";
import { WorkspacePool } from "./workspace-pool.ts";

export type { NodeScript, ScriptRunner } from "./built-in-commands.ts";
export type { JobContext } from "./job-context.ts";
export type { AroundJob } from "./job-runner.ts";
export type { Permissions } from "./permissions.ts";
export type { JobResult, Run, StepRun } from "./run.ts";
export type { SupportedAction } from "./supported-actions.ts";
export type { Payload } from "./triggers.ts";

/** What the runner needs from the GitHub emulator. */
export type Host = {
  origin: string;
  apiUrl: string;
  graphqlUrl: string;
  onEvent(listener: (event: GitHubEvent) => void): () => void;
  /** The bare repository's folder on this machine. */
  folderOf(repository: string): string;
  installationToken(repository: string, permissions: Permissions): string;
  /** For the action `create-github-app-token`. */
  appToken(
    credentials: { clientId: string; privateKey: string },
    permissions: Permissions,
  ): { token: string; slug: string };
  /** Called at the end of a job. */
  revokeToken(token: string): void;
};

export type RunnerOptions = {
  github: Host;
  /** `owner/name`. */
  repository: string;
  /** A folder that only the runner uses. */
  workspaceRoot: string;
  /** Where the packages for jobs are installed. */
  nodeModules: string;
  /** Environment of steps in addition to GitHub's variables, such as `APP_NOW`. Called before each job. */
  env?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
  secrets?: Readonly<Record<string, string>>;
  /** The repository's variables: `vars` in expressions. */
  variables?: Readonly<Record<string, string>>;
  /** Where deployed sites go, each in a separate folder, and the URL at which they are served. */
  pages?: { directory: string; url: string; deployed(directory: string): void };
  /** The workflow files that may run, such as `triage.yml`. Default: all. */
  workflows?: readonly string[];
  /**
   * Where checkouts are cloned from: `disk` makes the same clone as `http`, with fewer processes. More than the
   * newest commit but not all history is always cloned over HTTP. Default: `disk`.
   */
  checkoutFrom?: "disk" | "http";
  /**
   * Replacements for actions: by name without a version, such as `actions/checkout`, or by path, such as
   * `./.github/actions/setup`.
   */
  actions?: Readonly<Record<string, SupportedAction>>;
  /**
   * Runs the script of a step like `node scripts/x.ts`, or of `npm run x` that is one, other than as a
   * process: in a worker or by calling a function. Resolves to its exit code; `undefined` runs it as a
   * process. The job's token is revoked when the job ends or is canceled.
   */
  runScript?: ScriptRunner;
  /**
   * Decides when a job whose turn has come starts and ends, such as in a model of GitHub's time. Default: at
   * once. Stopping the runner waits for it.
   */
  aroundJob?: AroundJob;
  /** Called when a run begins and when it has ended. */
  onRun?(run: Run): void;
};

export type Runner = {
  /** In the order in which they began. */
  runs: Run[];
  /** Removes completed runs from `runs`, to save memory. */
  forgetRuns(): void;
  /** Resolves when everything that events have caused so far, directly or not, is done. */
  idle(): Promise<void>;
  /**
   * Resolves when everything that happened so far has become jobs, and each of them was passed to
   * `aroundJob` or waits for its turn.
   */
  dispatched(): Promise<void>;
  /** Triggers a schedule: of one workflow file, or of all with this cron line. */
  schedule(cronOrFile: string): void;
  /** Approves a run that waits for a maintainer. */
  approve(run: Run): void;
  /** Ends all runs and stops listening. */
  stop(): Promise<void>;
};

/** Starts listening to the emulator's events. Throws an Error if the machine has no npm. */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const { github, repository, env = {}, secrets = {}, variables = {} } = options;
  const workspaceRoot = resolve(options.workspaceRoot);
  await mkdir(workspaceRoot, { recursive: true });
  const settings: RunnerSettings = {
    repository,
    serverUrl: github.origin,
    apiUrl: github.apiUrl,
    graphqlUrl: github.graphqlUrl,
    root: join(workspaceRoot, "runs"),
    repositoryFolder: github.folderOf(repository),
    checkoutFrom: options.checkoutFrom ?? "disk",
    nodeModules: resolve(options.nodeModules),
    npm: await findProgram("npm"),
    env: () => (typeof env === "function" ? env() : env),
    secrets,
    variables,
    tokenFor: (permissions) => github.installationToken(repository, permissions),
    appToken: (credentials, permissions) => github.appToken(credentials, permissions),
    revokeToken: (token) => github.revokeToken(token),
    actions: options.actions ?? {},
    runScript: options.runScript ?? (() => Promise.resolve(undefined)),
    aroundJob: options.aroundJob ?? ((_job, perform) => perform()),
    activity: new Activity(),
    groups: new ConcurrencyGroups(),
    workspaces: new WorkspacePool(join(workspaceRoot, "workspaces")),
    pages: pagesOf(options),
  };
  const dispatcher = new Dispatcher({
    settings,
    repository: new HostedRepository(repository, (name) => github.folderOf(name)),
    mayRun: (file) => options.workflows?.includes(basename(file)) ?? true,
    onRun: (run) => options.onRun?.(run),
  });
  const stopListening = github.onEvent((event) => {
    if (event.repository === repository) dispatcher.handle(event);
  });
  return {
    runs: dispatcher.runs,
    forgetRuns: () => dispatcher.forgetRuns(),
    idle: () => dispatcher.idle(),
    dispatched: () => dispatcher.dispatched(),
    schedule: (cronOrFile) => dispatcher.schedule(cronOrFile),
    approve: (run) => dispatcher.approve(run),
    async stop() {
      stopListening();
      await dispatcher.stop();
    },
  };
}

/** The logs of all jobs of a run. */
export function logOf(run: Run | undefined): string {
  return Object.values(run?.jobs ?? {})
    .flatMap(({ log }) => log)
    .join("");
}

function pagesOf({ pages }: RunnerOptions): RunnerSettings["pages"] {
  if (!pages) return { url: "", deploy: () => Promise.resolve() };
  let count = 0;
  return {
    url: pages.url,
    async deploy(artifact) {
      count += 1;
      const directory = join(pages.directory, String(count));
      await rm(directory, { recursive: true, force: true });
      await mkdir(pages.directory, { recursive: true });
      await cp(artifact, directory, { recursive: true });
      pages.deployed(directory);
      // Somebody may still be downloading the previous one.
      const old = join(pages.directory, String(count - 2));
      await rm(old, { recursive: true, force: true });
    },
  };
}

/** The first program with that name on the PATH. */
async function findProgram(name: string): Promise<string> {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    try {
      await access(join(folder, name));
      return join(folder, name);
    } catch {
      // Not here: the next folder may have it.
    }
  }
  throw new Error(`Workflows need ${name}, which is not installed on this machine.`);
}
