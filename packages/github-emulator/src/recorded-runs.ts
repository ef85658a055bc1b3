/** What the stand-in knows of runs of workflows: it runs none itself. */
import { basename } from "node:path";
import type { WorkflowRun } from "./state.ts";
import type { Store } from "./store.ts";

/** A run, as its runner knows it. */
export type RecordedRun = {
  /** Path of the workflow's file. */
  file: string;
  trigger: { name: string };
  head: { sha: string; branch: string };
  status: string;
  conclusion?: string;
};

/** Prepares to take notice of runs: each is added when it is told of first, and then kept as it is. */
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
