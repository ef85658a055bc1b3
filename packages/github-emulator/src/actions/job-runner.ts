/** One job: its turn, its folders, its token, its steps. */
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import type { Activity } from "./activity.ts";
import type { ScriptRunner } from "./built-in-commands.ts";
import type { ConcurrencyGroups, Place } from "./concurrency.ts";
import { interpolate, interpolateAll } from "./expression.ts";
import { githubVariables } from "./github-context.ts";
import type { AppTokens, JobContext, PagesPort, Scope } from "./job-context.ts";
import { expressionContext } from "./job-context.ts";
import type { Finished, Needs } from "./jobs.ts";
import type { Permissions } from "./permissions.ts";
import type { JobResult, JobRun, Run } from "./run.ts";
import { runSteps } from "./steps.ts";
import type { SupportedAction } from "./supported-actions.ts";
import type { TemplateToken } from "./tokens.ts";
import { readMapping, workflowError } from "./tokens.ts";
import type { Job, Workflow } from "./workflow.ts";
import type { WorkspacePool } from "./workspace-pool.ts";

/** What the jobs of all runs share. */
export type RunnerSettings = {
  /** `owner/name`. */
  repository: string;
  serverUrl: string;
  apiUrl: string;
  graphqlUrl: string;
  /** A separate folder for each run, by its number, for files that its jobs pass to each other. */
  root: string;
  /** The bare repository, on disk. */
  repositoryFolder: string;
  checkoutFrom: "disk" | "http";
  nodeModules: string;
  /** The real npm. */
  npm: string;
  /** Environment of steps in addition to GitHub's variables. */
  env(): Readonly<Record<string, string>>;
  secrets: Readonly<Record<string, string>>;
  /** `vars` in expressions. */
  variables: Readonly<Record<string, string>>;
  tokenFor(permissions: Permissions): string;
  appToken: AppTokens;
  revokeToken(token: string): void;
  /** Replacements, by name or path. */
  actions: Readonly<Record<string, SupportedAction>>;
  runScript: ScriptRunner;
  aroundJob: AroundJob;
  activity: Activity;
  groups: ConcurrencyGroups;
  workspaces: WorkspacePool;
  pages: PagesPort;
};

/**
 * Called with a job whose turn has come; resolves to its result. `perform` carries out its steps. Until the
 * promise is resolved, the job's place in its group is taken and the jobs that need it wait.
 */
export type AroundJob = (
  job: { run: Run; name: string },
  perform: () => Promise<JobResult>,
) => Promise<JobResult>;

/** In minutes, for jobs without a timeout. */
const defaultTimeout = 360;

export type Setting = {
  name: string;
  workflow: Workflow;
  permissions: Permissions;
  needs: Needs;
  /** `github`, `vars`. */
  contexts: Readonly<Record<string, unknown>>;
  untrusted: boolean;
  controller: AbortController;
};

/** Runs a job when it is its turn, and records the result in the run. */
export async function runJob(
  settings: RunnerSettings,
  run: Run,
  job: Job & { kind: "steps" },
  setting: Setting,
): Promise<Finished> {
  const record: JobRun = { permissions: setting.permissions, outputs: {}, steps: [], log: [] };
  run.jobs[setting.name] = record;
  const contexts = { ...setting.contexts, needs: setting.needs, inputs: {} };
  const { file } = setting.workflow;
  const place = readPlace(file, job.concurrency, { contexts, jobStatus: "success" });
  const { controller } = setting;
  const leave = place && (await settings.groups.enter(place, () => controller.abort()));
  try {
    record.result =
      place && !leave
        ? "cancelled"
        : await settings.aroundJob({ run, name: setting.name }, () =>
            runInTurn(settings, run, job, { ...setting, contexts }, record),
          );
  } finally {
    leave?.();
  }
  return { result: record.result, outputs: record.outputs };
}

/** The concurrency group of a job or workflow; `undefined` if it is in none. */
export function readPlace(
  file: string,
  token: TemplateToken | undefined,
  context: Parameters<typeof interpolate>[2],
): Place | undefined {
  if (!token) return undefined;
  if (!("count" in token)) {
    const group = interpolate(file, token, context);
    return { group, cancelInProgress: false, queue: "single" };
  }
  const values = readMapping(file, token, ["group", "cancel-in-progress", "queue"]);
  const text = (name: string) => {
    const value = values.get(name);
    return value && interpolate(file, value, context);
  };
  const group = text("group");
  if (!group) throw workflowError(file, token, "The concurrency group has no name.");
  const queue = text("queue") === "max" ? "max" : "single";
  return { group, cancelInProgress: text("cancel-in-progress") === "true", queue };
}

async function runInTurn(
  settings: RunnerSettings,
  run: Run,
  job: Job & { kind: "steps" },
  setting: Setting,
  record: JobRun,
): Promise<JobResult> {
  const { file } = setting.workflow;
  const tokens = [settings.tokenFor(setting.permissions)];
  const slot = settings.workspaces.acquire();
  const context = await prepare(settings, run, { base: slot.path, tokens, setting, record });
  const minutes = Number(
    job.timeoutMinutes
      ? interpolate(file, job.timeoutMinutes, { contexts: context.contexts, jobStatus: "success" })
      : defaultTimeout,
  );
  const timer = setTimeout(() => {
    context.write(`It was stopped after ${minutes} minutes.\n`);
    setting.controller.abort();
  }, minutes * 60_000);
  try {
    let scope: Scope = { env: {}, steps: {}, inputs: {}, jobStatus: "success", within: [] };
    for (const env of [setting.workflow.env, job.env]) {
      const texts = interpolateAll(file, env, expressionContext(context, scope));
      scope = { ...scope, env: { ...scope.env, ...texts } };
    }
    scope = await runSteps(context, job.steps, scope);
    const outputs = interpolateAll(file, job.outputs, expressionContext(context, scope));
    record.outputs = withoutSecrets(outputs, context, tokens);
    return scope.jobStatus;
  } finally {
    clearTimeout(timer);
    for (const token of tokens) settings.revokeToken(token);
    await slot.release();
  }
}

/** GitHub hands no value on to another job that contains a secret. */
function withoutSecrets(
  outputs: Record<string, string>,
  { contexts, write }: JobContext,
  tokens: readonly string[],
): Record<string, string> {
  const secrets = [...Object.values(contexts.secrets ?? {}).map(String), ...tokens];
  const kept = Object.entries(outputs).filter(([name, value]) => {
    const isSecret = secrets.some((secret) => secret !== "" && value.includes(secret));
    if (isSecret) write(`The output “${name}” is skipped: it may contain a secret.\n`);
    return !isSecret;
  });
  return Object.fromEntries(kept);
}

/** `tokens`: the job's own, and all that steps create. */
type Preparation = { base: string; tokens: string[]; setting: Setting; record: JobRun };

async function prepare(
  settings: RunnerSettings,
  run: Run,
  { base, tokens, setting, record }: Preparation,
): Promise<JobContext> {
  const [token = ""] = tokens;
  const workspace = join(base, "workspace");
  const temporary = join(base, "temp");
  const home = join(base, "home");
  const commands = join(base, "commands");
  const artifacts = join(settings.root, String(run.id), "artifacts");
  for (const folder of [workspace, temporary, home, commands, artifacts]) {
    await mkdir(folder, { recursive: true });
  }
  const event = join(temporary, "event.json");
  await writeFile(event, JSON.stringify(run.trigger.payload));
  await writeFile(join(temporary, "summary.md"), "");
  await writeNpm(join(commands, "npm"), settings);

  const binaries = join(settings.nodeModules, ".bin");
  const github = { ...(setting.contexts.github as object), token, event_path: event, workspace };
  const secrets = { ...(setting.untrusted ? {} : settings.secrets), GITHUB_TOKEN: token };
  return {
    run,
    permissions: setting.permissions,
    remote: {
      url: `${settings.serverUrl}/${settings.repository}.git`,
      token,
    },
    directories: { repository: settings.repositoryFolder, workspace, temporary, artifacts },
    // Nothing is inherited but PATH: the environment of this process may contain a person's tokens.
    variables: {
      PATH: [commands, binaries, process.env.PATH ?? ""].join(delimiter),
      HOME: home,
      TMPDIR: temporary,
      TZ: "UTC",
      LANG: "C.UTF-8",
      ...githubVariables(run, settings),
      GITHUB_EVENT_PATH: event,
      GITHUB_STEP_SUMMARY: join(temporary, "summary.md"),
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: temporary,
      RUNNER_OS: "Linux",
      ...settings.env(),
    },
    contexts: { ...setting.contexts, github, secrets },
    signal: setting.controller.signal,
    appToken(credentials, permissions) {
      const made = settings.appToken(credentials, permissions);
      tokens.push(made.token);
      return made;
    },
    write: (text) => record.log.push(hide(text, [...Object.values(secrets), ...tokens])),
    noteStep: (step) => record.steps.push(step),
    pages: settings.pages,
    checkoutFrom: settings.checkoutFrom,
    nodeModules: settings.nodeModules,
    actions: settings.actions,
    runScript: settings.runScript,
  };
}

/** Masks secrets, as GitHub does in its logs. */
function hide(text: string, secrets: readonly string[]): string {
  const toHide = secrets.filter((secret) => secret !== "");
  return toHide.reduce((shown, secret) => shown.replaceAll(secret, "***"), text);
}

/** An `npm` that installs nothing, and otherwise calls the real one. */
async function writeNpm(path: string, { nodeModules, npm }: RunnerSettings): Promise<void> {
  const ci = join(import.meta.dirname, "npm-ci.ts");
  await writeFile(
    path,
    `#!/usr/bin/env bash
case "$1" in
  ci) shift; exec node "${ci}" "${nodeModules}" "$@" ;;
  run | test | --version) exec "${npm}" "$@" ;;
  *) echo "The emulator does not support npm $1." >&2; exit 1 ;;
esac
`,
  );
  await chmod(path, 0o755);
}
