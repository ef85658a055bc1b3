/** The state of a workflow run. */
import type { Permissions } from "./permissions.ts";
import type { Trigger } from "./triggers.ts";

export type Conclusion =
  | "success"
  | "failure"
  | "cancelled"
  | "skipped"
  /** It waits for a maintainer's approval. */
  | "action_required"
  /** Its file cannot be run. The log says why. */
  | "startup_failure";

export type Run = {
  id: number;
  /** The workflow's name, or its file name if the file is invalid. */
  name: string;
  file: string;
  trigger: Trigger;
  /** The login of the person who caused it. */
  actor: string;
  /** The commit whose files it uses. */
  sha: string;
  ref: string;
  /** The head of the pull request or branch that it is about. */
  head: { sha: string; branch: string };
  /** How many runs came before it in the chain, each started by the end of another. */
  depth: number;
  status: "queued" | "in_progress" | "completed";
  conclusion?: Conclusion;
  /** By display name; jobs of a called workflow as `caller / job`. */
  jobs: Record<string, JobRun>;
  /** Messages about the run as a whole. */
  log: string[];
};

export type JobRun = {
  result?: JobResult;
  permissions: Permissions;
  outputs: Record<string, string>;
  /** The steps that were not skipped. Those of a composite action are part of the step that uses it. */
  steps: StepRun[];
  log: string[];
};

/** Moments are in milliseconds since 1970, by the machine's clock. */
export type StepRun = { name: string; startedAt: number; completedAt: number };

export type JobResult = "success" | "failure" | "cancelled" | "skipped";

/** The combined result of all parts. */
export function combine(results: readonly JobResult[]): JobResult {
  for (const result of ["cancelled", "failure", "success"] as const) {
    if (results.includes(result)) return result;
  }
  return "skipped";
}
