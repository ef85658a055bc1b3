/** All that the steps of a job have around them. */
import type { Remote } from "../git.ts";
import type { ScriptRunner } from "./built-in-commands.ts";
import type { Contexts, ExpressionContext, JobStatus } from "./expression.ts";
import type { Permissions } from "./permissions.ts";
import type { Run } from "./run.ts";
import type { Action } from "./workflow.ts";

export type JobContext = {
  run: Run;
  permissions: Permissions;
  /** For Git's requests with the job's token. */
  remote: Remote;
  directories: Directories;
  /** What every process of the job has, before the workflow's own `env`. */
  variables: Readonly<Record<string, string>>;
  /** `github`, `secrets`, `needs`, … for expressions. */
  contexts: Contexts;
  signal: AbortSignal;
  write(text: string): void;
  pages: PagesPort;
  /** Where checkouts come from. */
  checkoutFrom: "disk" | "http";
  /** The packages to link in place of an installation. */
  nodeModules: string;
  runScript: ScriptRunner;
};

export type Directories = {
  /** The bare repository, on disk. */
  repository: string;
  workspace: string;
  temporary: string;
  /** What the jobs of a run hand to each other. */
  artifacts: string;
};

export type PagesPort = {
  /** Where the site can be looked at. */
  url: string;
  /** Publishes what lies in a folder, which is gone afterwards. */
  deploy(directory: string): Promise<void>;
};

/** Where a step is: in a job, or in an action of ours that a step of a job uses. */
export type Scope = {
  env: Readonly<Record<string, string>>;
  steps: Record<string, { outputs: Record<string, string>; outcome: string; conclusion: string }>;
  inputs: Readonly<Record<string, string>>;
  jobStatus: JobStatus;
  /** Where actions that are read lie, so that none uses itself without end. */
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
