/** Records workflow runs, which the runner reports. */
import { basename } from "node:path";
import type { WorkflowRun } from "./state.ts";
import type { Store } from "./store.ts";

/** A run, as the runner reports it. */
export type RecordedRun = {
  /** Path of the workflow file. */
  file: string;
  trigger: { name: string };
  head: { sha: string; branch: string };
  status: string;
  conclusion?: string;
};

/** Returns a function that records runs: adds each one when it is first reported, and updates it later. */
export function runRecorder(store: Store): (repository: string, run: RecordedRun) => void {
  const known = new WeakMap<RecordedRun, WorkflowRun>();
  return (fullName, run) => {
    const repository = store.repositoryOf(fullName);
    repository.runs ??= [];
    const now = store.moment();
    let recorded = known.get(run);
    if (!recorded) {
      const file = basename(run.file);
      recorded = {
        id: store.nextId(),
        number: repository.runs.filter((other) => other.file === file).length + 1,
        file,
        event: run.trigger.name,
        branch: run.head.branch,
        sha: run.head.sha,
        status: run.status,
        conclusion: null,
        createdAt: now,
        updatedAt: now,
      };
      known.set(run, recorded);
      repository.runs.push(recorded);
    }
    recorded.status = run.status;
    recorded.conclusion = run.conclusion ?? null;
    recorded.updatedAt = now;
    store.save();
  };
}
