/** From events to runs: which workflows start, with whose files, and which others start when they end. */
import type { GitHubEvent } from "../events.ts";
import type { RunnerSettings } from "./job-runner.ts";
import type { HostedRepository, Source } from "./repository.ts";
import type { Run } from "./run.ts";
import { RunningWorkflow } from "./running-workflow.ts";
import { findSource, isSkippedByMessage, listChangedPaths } from "./sources.ts";
import type { Payload, Trigger } from "./triggers.ts";
import { isStartedBy, needsApproval, startsHeldRuns, triggersOf } from "./triggers.ts";
import type { Workflow } from "./workflow.ts";
import { readWorkflow } from "./workflow.ts";
import { workflowRunPayload } from "./workflow-run.ts";

const folder = ".github/workflows";

/** The maximum length of a chain of runs, each started by the end of the one before. */
const deepest = 3;

type Options = {
  settings: RunnerSettings;
  repository: HostedRepository;
  /** Whether a workflow file is enabled. */
  mayRun(file: string): boolean;
  onRun(run: Run): void;
};

/** Something that may start workflows, and what caused it. */
type Cause = {
  trigger: Trigger;
  actor: string;
  depth: number;
  /** The only file to start. */
  only?: string;
  /** Whether runs that it starts wait for a maintainer. */
  isHeld?: boolean;
};

export class Dispatcher {
  readonly runs: Run[] = [];
  readonly #options: Options;
  readonly #held = new Map<Run, Workflow>();
  readonly #running = new Map<Promise<void>, RunningWorkflow>();
  /** Parsed workflow files by their commit, and by the tree of their folder. */
  readonly #files = new Map<string, Promise<[string, string][]>>();
  readonly #read = new Map<string, Promise<Workflow>>();
  readonly #failures: unknown[] = [];
  /** Causes are handled one after another, so that runs begin in their order. */
  #line: Promise<void> = Promise.resolve();
  #isStopped = false;
  #runCount = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Queues an event. The runs that it causes start later. */
  handle({ name, payload, actor, triggers }: GitHubEvent): void {
    for (const trigger of triggersOf(name, payload as Payload)) {
      if (triggers) this.#enqueue({ trigger, actor, depth: 0 });
      else if (startsHeldRuns(trigger)) this.#enqueue({ trigger, actor, depth: 0, isHeld: true });
    }
  }

  /** Starts the workflows with this schedule. */
  schedule(cronOrFile: string): void {
    this.#inLine(async () => {
      const { sha, ref } = await this.#options.repository.defaultBranch();
      let isFound = false;
      for (const [file, text] of await this.#filesAt(sha)) {
        const { events } = await this.#readWorkflow(file, text);
        for (const { cron } of events.schedule ?? []) {
          if (cron !== cronOrFile && !file.endsWith(`/${cronOrFile}`)) continue;
          isFound = true;
          const payload = { schedule: cron, ref };
          this.#enqueue({
            trigger: { name: "schedule", payload },
            actor: "github",
            depth: 0,
            only: file,
          });
        }
      }
      if (!isFound) throw new Error(`No workflow has the schedule “${cronOrFile}”.`);
    });
  }

  /** Starts a run that waits for a maintainer. Throws an Error if it does not. */
  approve(run: Run): void {
    const workflow = this.#held.get(run);
    if (!workflow) throw new Error(`Run ${run.id} is not waiting for approval.`);
    this.#held.delete(run);
    delete run.conclusion;
    this.#start(run, workflow);
  }

  /** Resolves when nothing is left to do. Rejects if the runner itself has failed. */
  async idle(): Promise<void> {
    let line: Promise<void>;
    do {
      line = this.#line;
      await line;
      await Promise.all(this.#running.keys());
    } while (line !== this.#line || this.#running.size > 0);
    this.#throwFailures();
  }

  forgetRuns(): void {
    const left = this.runs.filter(
      (run) => run.status !== "completed" || run.conclusion === "action_required",
    );
    this.runs.splice(0, this.runs.length, ...left);
  }

  #throwFailures(): void {
    if (this.#failures.length === 0) return;
    throw new AggregateError(this.#failures.splice(0), "The workflow runner has failed.");
  }

  /** Resolves when all current jobs have been passed to `aroundJob` or wait for their turn. Rejects as `idle`. */
  async dispatched(): Promise<void> {
    await this.#options.settings.activity.ended();
    this.#throwFailures();
  }

  /** Ends all runs. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    // The event that is being handled may still start something.
    await this.#line;
    for (const running of this.#running.values()) running.cancel();
    await Promise.all(this.#running.keys());
  }

  #enqueue(cause: Cause): void {
    this.#inLine(() => this.#consider(cause));
  }

  #inLine(task: () => Promise<void>): void {
    const turn = this.#line
      .then(() => (this.#isStopped ? undefined : task()))
      .catch((error: unknown) => {
        this.#failures.push(error);
      });
    this.#line = this.#options.settings.activity.during(turn);
  }

  async #consider(cause: Cause): Promise<void> {
    const { repository } = this.#options;
    const { trigger, only } = cause;
    const source = await findSource(repository, trigger);
    if (!source || (await isSkippedByMessage(repository, trigger, source))) return;
    for (const [file, text] of await this.#filesAt(source.sha)) {
      if ((only && file !== only) || !this.#options.mayRun(file)) continue;
      try {
        const workflow = await this.#readWorkflow(file, text);
        const paths = () => listChangedPaths(repository, trigger, source);
        if (await isStartedBy(workflow, trigger, paths)) this.#begin(workflow, cause, source);
      } catch (error) {
        const run = this.#addRun({ file, name: file }, cause, source);
        run.log.push(error instanceof Error ? error.message : String(error));
        this.#end(run, "startup_failure");
      }
    }
  }

  #filesAt(sha: string): Promise<[string, string][]> {
    const files = this.#files.get(sha) ?? this.#findFilesAt(sha);
    this.#files.set(sha, files);
    return files;
  }

  /** Most commits do not change them. */
  async #findFilesAt(sha: string): Promise<[string, string][]> {
    const tree = (await this.#options.repository.tree(sha, folder)) ?? "";
    const files = this.#files.get(tree) ?? this.#readFilesAt(sha);
    this.#files.set(tree, files);
    return await files;
  }

  async #readFilesAt(sha: string): Promise<[string, string][]> {
    const files: [string, string][] = [];
    for (const file of await this.#options.repository.filesIn(sha, folder)) {
      const text = await this.#options.repository.read(sha, file);
      if (/\.ya?ml$/.test(file) && text !== undefined) files.push([file, text]);
    }
    return files;
  }

  async #readWorkflowAt(sha: string, file: string): Promise<Workflow> {
    const text = await this.#options.repository.read(sha, file);
    if (text === undefined) throw new Error(`${file} does not exist.`);
    return await this.#readWorkflow(file, text);
  }

  #readWorkflow(file: string, text: string): Promise<Workflow> {
    const key = `${file}\n${text}`;
    const workflow = this.#read.get(key) ?? readWorkflow(file, text);
    this.#read.set(key, workflow);
    return workflow;
  }

  #begin(workflow: Workflow, cause: Cause, source: Source): void {
    const run = this.#addRun(workflow, cause, source);
    if (cause.isHeld || needsApproval(run.trigger)) {
      this.#held.set(run, workflow);
      this.#end(run, "action_required");
    } else {
      this.#announce(run, "requested");
      this.#start(run, workflow);
    }
  }

  #addRun(
    { file, name }: Pick<Workflow, "file" | "name">,
    { trigger, actor, depth }: Cause,
    { sha, ref, head }: Source,
  ): Run {
    this.#runCount += 1;
    const id = this.#runCount;
    const record = { id, name, file, trigger, actor, sha, ref, head, depth };
    const run: Run = { ...record, status: "queued", jobs: {}, log: [] };
    this.runs.push(run);
    this.#options.onRun(run);
    return run;
  }

  #start(run: Run, workflow: Workflow): void {
    const { settings } = this.#options;
    const running = new RunningWorkflow(settings, run, workflow, async (file) => {
      return await settings.activity.during(this.#readWorkflowAt(run.sha, file));
    });
    const promise = running
      .perform()
      .then((conclusion) => this.#end(run, conclusion))
      .catch((error: unknown) => {
        this.#failures.push(error);
      })
      .finally(() => {
        this.#running.delete(promise);
      });
    this.#running.set(promise, running);
  }

  #end(run: Run, conclusion: NonNullable<Run["conclusion"]>): void {
    run.status = "completed";
    run.conclusion = conclusion;
    this.#options.onRun(run);
    // GitHub records a run that is held back as completed, and sends only the event `requested`.
    this.#announce(run, conclusion === "action_required" ? "requested" : "completed");
  }

  #announce(run: Run, action: "requested" | "completed"): void {
    if (run.depth >= deepest) return;
    const { repository } = this.#options.settings;
    const payload = workflowRunPayload(run, action, repository);
    const trigger = { name: "workflow_run", payload };
    this.#enqueue({ trigger, actor: run.actor, depth: run.depth + 1 });
  }
}
