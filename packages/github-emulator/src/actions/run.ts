/** What there is to know of a workflow's run. */
import type { Permissions } from "./permissions.ts";
import type { Trigger } from "./triggers.ts";

export type Conclusion =
  | "success"
  | "failure"
  | "cancelled"
  | "skipped"
  /** It waits for a maintainer who allows it. */
  | "action_required"
  /** Its file cannot be run; the log says why. */
  | "startup_failure";

export type Run = {
  id: number;
  /** Its workflow's name, or its file's where that cannot be read. */
  name: string;
  file: string;
  trigger: Trigger;
  /** The login of who caused it. */
  actor: string;
  /** The commit whose files it has. */
  sha: string;
  ref: string;
  /** Of the pull request or branch that it is about. */
  head: { sha: string; branch: string };
  /** How many runs led to it, each started by the end of another. */
  depth: number;
  status: "queued" | "in_progress" | "completed";
  conclusion?: Conclusion;
  /** By the names that a reader sees; those of a called workflow as `caller / job`. */
  jobs: Record<string, JobRun>;
  /** What is to be said of the run as a whole. */
  log: string[];
};

export type JobRun = {
  result?: JobResult;
  permissions: Permissions;
  outputs: Record<string, string>;
  log: string[];
};

export type JobResult = "success" | "failure" | "cancelled" | "skipped";

/** What all parts together come to. */
export function combine(results: readonly JobResult[]): JobResult {
  for (const result of ["cancelled", "failure", "success"] as const) {
    if (results.includes(result)) return result;
  }
  return "skipped";
}
