/** Everything that the steps of a job can use. */
import type { Remote } from "../git.ts";
import type { ScriptRunner } from "./built-in-commands.ts";
import type { Contexts, ExpressionContext, JobStatus } from "./expression.ts";
import type { Permissions } from "./permissions.ts";
import type { Run, StepRun } from "./run.ts";
import type { SupportedAction } from "./supported-actions.ts";
import type { Action } from "./workflow.ts";

export type JobContext = {
  run: Run;
  permissions: Permissions;
  /** For Git's requests with the job's token. */
  remote: Remote;
  directories: Directories;
  /** The environment of every process of the job, without the workflow's own `env`. */
  variables: Readonly<Record<string, string>>;
  /** `github`, `secrets`, `needs`, … for expressions. */
  contexts: Contexts;
  signal: AbortSignal;
  /** Creates an app's token, which is masked in logs, and revoked at the end of the job. */
  appToken: AppTokens;
  write(text: string): void;
  noteStep(step: StepRun): void;
  pages: PagesPort;
  /** Where checkouts are cloned from. */
  checkoutFrom: "disk" | "http";
  /** The packages that are linked instead of installed. */
  nodeModules: string;
  /** Replacements, by name or path. */
  actions: Readonly<Record<string, SupportedAction>>;
  runScript: ScriptRunner;
};

export type AppTokens = (
  credentials: { clientId: string; privateKey: string },
  permissions: Permissions,
) => { token: string; slug: string };

export type Directories = {
  /** The bare repository, on disk. */
  repository: string;
  workspace: string;
  temporary: string;
  /** Files that the jobs of a run pass to each other. */
  artifacts: string;
};

export type PagesPort = {
  /** URL of the published site. */
  url: string;
  /** Publishes a folder, which is deleted afterwards. */
  deploy(directory: string): Promise<void>;
};

/** Where a step is: in a job, or in a composite action that a step of a job uses. */
export type Scope = {
  env: Readonly<Record<string, string>>;
  steps: Record<string, { outputs: Record<string, string>; outcome: string; conclusion: string }>;
  inputs: Readonly<Record<string, string>>;
  jobStatus: JobStatus;
  /** The folders of the actions around the step, so that none uses itself endlessly. */
  within: readonly Action[];
};

export function expressionContext(
  { contexts, directories, run }: JobContext,
  { env, steps, inputs, jobStatus }: Scope,
): ExpressionContext {
  const job = { status: jobStatus };
  const runner = { os: "Linux", arch: "X64", temp: directories.temporary, name: `run ${run.id}` };
  return { contexts: { ...contexts, env, steps, inputs, job, runner }, jobStatus };
}
