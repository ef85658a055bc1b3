/** What the stand-in knows of runs of workflows: it runs none itself. */
import { basename } from "node:path";
import type { WorkflowRun } from "./state.ts";
import type { Store } from "./store.ts";

/** A run, as its runner knows it. */
export type NotedRun = {
  /** Path of the workflow's file. */
  file: string;
  trigger: { name: string };
  head: { sha: string; branch: string };
  status: string;
  conclusion?: string;
};

/** Prepares to take notice of runs: each is added when it is told of first, and then kept as it is. */
export function runNoter(store: Store): (repository: string, run: NotedRun) => void {
  const known = new WeakMap<NotedRun, WorkflowRun>();
  return (fullName, run) => {
    const repository = store.repositoryOf(fullName);
    repository.runs ??= [];
    const now = store.moment();
    let noted = known.get(run);
    if (!noted) {
      const file = basename(run.file);
      noted = {
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
      known.set(run, noted);
      repository.runs.push(noted);
    }
    noted.status = run.status;
    noted.conclusion = run.conclusion ?? null;
    noted.updatedAt = now;
    store.save();
  };
}
