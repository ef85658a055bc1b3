/** Runs the jobs of a workflow, each as soon as those that it needs are done. */
import type { JobStatus } from "./expression.ts";
import { isTrue } from "./expression.ts";
import type { Permissions } from "./permissions.ts";
import { permissionsOf } from "./permissions.ts";
import type { JobResult } from "./run.ts";
import { combine } from "./run.ts";
import { workflowError } from "./tokens.ts";
import type { Job, Workflow } from "./workflow.ts";

export type Finished = { result: JobResult; outputs: Record<string, string> };

/** What the jobs of a run need from the runner. */
export type JobHost = {
  untrusted: boolean;
  signal: AbortSignal;
  /** What expressions in jobs can see: `github`, `vars`. */
  contexts: Readonly<Record<string, unknown>>;
  /** Reads a workflow that a job calls, from the same commit. */
  readWorkflow(file: string): Promise<Workflow>;
  /** Records that a job, by its display name, will not run or could not start. */
  note(name: string, result: JobResult, reason: string): void;
  /** Runs the steps of a job when it is its turn. */
  runJob(
    job: Job & { kind: "steps" },
    setting: { name: string; workflow: Workflow; permissions: Permissions; needs: Needs },
  ): Promise<Finished>;
};

/** What a job can see of the jobs that it needs. */
export type Needs = Readonly<Record<string, Finished>>;

/**
 * Runs all jobs and returns the result of each.
 *
 * @param caller the name and the permissions of the job that calls the workflow, if one does
 */
export async function runJobs(
  host: JobHost,
  workflow: Workflow,
  caller?: { name: string; permissions: Permissions },
): Promise<Finished[]> {
  const jobs = new Map(workflow.jobs.map((job) => [job.id, job]));
  const promises = new Map<string, Promise<Finished>>();
  const finish = (id: string): Promise<Finished> => {
    const job = jobs.get(id);
    if (!job) throw new Error(`${workflow.file}: there is no job “${id}”.`);
    const promise = promises.get(id) ?? start(job);
    promises.set(id, promise);
    return promise;
  };
  const start = async (job: Job): Promise<Finished> => {
    const name = caller ? `${caller.name} / ${job.id}` : job.id;
    const needed = await Promise.all(job.needs.map(async (id) => [id, await finish(id)] as const));
    const ancestors = await Promise.all([...ancestorsOf(job, jobs)].map(finish));
    const jobStatus = jobStatusOf(
      host.signal,
      ancestors,
      needed.map(([, each]) => each),
    );
    try {
      return await runOne(host, workflow, job, {
        name,
        jobStatus,
        needs: Object.fromEntries(needed),
        limit: caller?.permissions,
      });
    } catch (error) {
      host.note(name, "failure", error instanceof Error ? error.message : String(error));
      return { result: "failure", outputs: {} };
    }
  };
  return await Promise.all([...jobs.keys()].map(finish));
}

type Setting = {
  name: string;
  jobStatus: JobStatus;
  needs: Needs;
  limit: Permissions | undefined;
};

async function runOne(
  host: JobHost,
  workflow: Workflow,
  job: Job,
  { name, jobStatus, needs, limit }: Setting,
): Promise<Finished> {
  const contexts = { ...host.contexts, needs, inputs: {} };
  if (!isTrue(job.condition, { contexts, jobStatus })) {
    const result = jobStatus === "cancelled" ? "cancelled" : "skipped";
    host.note(name, result, `Its condition is false: ${job.condition}`);
    return { result, outputs: {} };
  }
  const { untrusted } = host;
  const permissions = permissionsOf(job.permissions, workflow.permissions, { limit, untrusted });
  if (job.kind === "steps") return host.runJob(job, { name, workflow, permissions, needs });
  const called = await host.readWorkflow(job.workflow);
  if (!Object.hasOwn(called.events, "workflow_call")) {
    throw new Error(`${called.file} cannot be called, because it lacks the trigger workflow_call.`);
  }
  if (called.concurrency) {
    const advice = "set the groups of its jobs instead";
    throw workflowError(
      called.file,
      called.concurrency,
      `The emulator does not support the group of a called workflow: ${advice}.`,
    );
  }
  const finished = await runJobs(host, called, { name, permissions });
  return { result: combine(finished.map(({ result }) => result)), outputs: {} };
}

function ancestorsOf(job: Job, jobs: ReadonlyMap<string, Job>): Set<string> {
  const found = new Set(job.needs);
  for (const id of found) for (const other of jobs.get(id)?.needs ?? []) found.add(other);
  return found;
}

function jobStatusOf(
  signal: AbortSignal,
  ancestors: readonly Finished[],
  needed: readonly Finished[],
): JobStatus {
  if (signal.aborted) return "cancelled";
  if (ancestors.some(({ result }) => result === "failure")) return "failure";
  return needed.every(({ result }) => result === "success") ? "success" : "skipped";
}
