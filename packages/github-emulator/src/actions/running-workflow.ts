/** Executes a run from its turn to its end. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { githubContext } from "./github-context.ts";
import type { RunnerSettings } from "./job-runner.ts";
import { readPlace, runJob } from "./job-runner.ts";
import { runJobs } from "./jobs.ts";
import type { Conclusion, Run } from "./run.ts";
import { combine } from "./run.ts";
import { isUntrusted } from "./triggers.ts";
import type { Workflow } from "./workflow.ts";

export class RunningWorkflow {
  readonly #settings: RunnerSettings;
  readonly #run: Run;
  readonly #workflow: Workflow;
  readonly #readWorkflow: (file: string) => Promise<Workflow>;
  readonly #controller = new AbortController();

  constructor(
    settings: RunnerSettings,
    run: Run,
    workflow: Workflow,
    readWorkflow: (file: string) => Promise<Workflow>,
  ) {
    this.#settings = settings;
    this.#run = run;
    this.#workflow = workflow;
    this.#readWorkflow = readWorkflow;
  }

  /** Ends it as soon as possible. */
  cancel(): void {
    this.#controller.abort();
  }

  /** Waits for the run's turn, runs its jobs, and returns their combined result. */
  async perform(): Promise<Conclusion> {
    const { variables: vars } = this.#settings;
    const contexts = { github: githubContext(this.#run, this.#settings), vars };
    const { file, concurrency } = this.#workflow;
    const place = readPlace(file, concurrency, { contexts, jobStatus: "success" });
    const leave = place && (await this.#settings.groups.enter(place, () => this.cancel()));
    if (place && !leave) return "cancelled";
    try {
      this.#run.status = "in_progress";
      return await this.#performJobs(contexts);
    } finally {
      leave?.();
      const directory = join(this.#settings.root, String(this.#run.id));
      await this.#settings.activity.during(rm(directory, { recursive: true, force: true }));
    }
  }

  async #performJobs(contexts: Readonly<Record<string, unknown>>): Promise<Conclusion> {
    const run = this.#run;
    const untrusted = isUntrusted(run.trigger);
    const { signal } = this.#controller;
    const finished = await runJobs(
      {
        untrusted,
        signal,
        contexts,
        readWorkflow: this.#readWorkflow,
        note: (name, result, reason) => {
          run.jobs[name] ??= { permissions: {}, outputs: {}, steps: [], log: [] };
          run.jobs[name].result = result;
          run.jobs[name].log.push(`${reason}\n`);
        },
        runJob: (job, setting) => {
          const controller = this.#jobController();
          const more = { contexts, untrusted, controller };
          return runJob(this.#settings, run, job, { ...setting, ...more });
        },
      },
      this.#workflow,
    );
    return signal.aborted ? "cancelled" : combine(finished.map(({ result }) => result));
  }

  /** A job can end alone, by its timeout or its concurrency group. When the run is canceled, all jobs end. */
  #jobController(): AbortController {
    const controller = new AbortController();
    const { signal } = this.#controller;
    signal.addEventListener("abort", () => controller.abort(), { signal: controller.signal });
    return controller;
  }
}
