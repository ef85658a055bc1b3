/** Which workflows an event starts, from which side's files, and how far they are trusted. */
import type { EventsConfig } from "@actions/workflow-parser/model/workflow-template";
import { letsThrough } from "./patterns.ts";
import type { Workflow } from "./workflow.ts";

/** A webhook's payload, as far as it decides what starts. */
export type Payload = Readonly<Record<string, unknown>> & {
  action?: string;
  ref?: string;
  before?: string;
  after?: string;
  deleted?: boolean;
  /** Of a dispatch: the path of the workflow's file. */
  workflow?: unknown;
  schedule?: string;
  pull_request?: {
    number: number;
    author_association: string;
    head: { ref: string; sha: string; repo: { full_name: string } | null };
    base: { ref: string; sha: string; repo: { full_name: string } };
  };
  review?: { author_association: string };
  workflow_run?: Readonly<Record<string, unknown>> & { name: string; head_branch: string | null };
};

/** Something that happened, under a name that workflows can wait for. */
export type Trigger = { name: string; payload: Payload };

/**
 * Whose files a run has. `default`: the default branch's, which nobody changes without review.
 * `merge`: what a pull request would make of its base. `ref`: the branch that was pushed or named.
 */
export type Side = "default" | "merge" | "ref";

/** Events of pull requests that bring their own files. */
const ofTheMerge = ["pull_request", "pull_request_review"];

/** What `types` means where a workflow does not say. All others: every type. */
const defaultTypes: Readonly<Record<string, readonly string[]>> = {
  pull_request: ["opened", "synchronize", "reopened"],
  pull_request_target: ["opened", "synchronize", "reopened"],
};

const known = [
  ...ofTheMerge,
  ...["pull_request_target", "issue_comment", "issues", "push", "schedule"],
  ...["workflow_call", "workflow_dispatch", "workflow_run"],
];

/** Of author associations, those of people from whom something was merged before. */
const trustedAssociations = ["OWNER", "MEMBER", "COLLABORATOR", "CONTRIBUTOR"];

/** The triggers that one event of GitHub's log is: a pull request's is two. */
export function triggersOf(name: string, payload: Payload): Trigger[] {
  const names = name === "pull_request" ? ["pull_request", "pull_request_target"] : [name];
  return names.filter((each) => known.includes(each)).map((each) => ({ name: each, payload }));
}

export function sideOf({ name }: Trigger): Side {
  if (ofTheMerge.includes(name)) return "merge";
  return ["push", "workflow_dispatch"].includes(name) ? "ref" : "default";
}

/**
 * Whether a workflow waits for this.
 *
 * @param changedPaths asked only if the workflow filters by paths
 * Throws an Error where the workflow asks for an event or a filter that the emulator does not know.
 */
export async function isStartedBy(
  { file, events }: Pick<Workflow, "file" | "events">,
  trigger: Trigger,
  changedPaths: () => Promise<string[]>,
): Promise<boolean> {
  for (const event of Object.keys(events)) {
    if (!known.includes(event)) throw new Error(`${file}: the emulator has no event “${event}”.`);
  }
  if (!Object.hasOwn(events, trigger.name)) return false;
  const { payload } = trigger;
  switch (trigger.name) {
    case "schedule":
      return (events.schedule ?? []).some(({ cron }) => cron === payload.schedule);
    case "workflow_dispatch":
      return isDispatched(file, payload);
    case "workflow_run":
      return isRunAwaited(events, payload);
    case "push":
      return await passes(events.push ?? {}, payload.ref?.replace("refs/heads/", ""), changedPaths);
    default:
      return (
        isType(trigger, events) &&
        (await passes(
          filtersOf(events, trigger.name),
          payload.pull_request?.base.ref,
          changedPaths,
        ))
      );
  }
}

/** Whether a run may have a stranger's files, so that it gets no secrets and a token that only reads. */
export function isUntrusted({ name, payload: { pull_request } }: Trigger): boolean {
  return (
    ofTheMerge.includes(name) &&
    pull_request?.head.repo?.full_name !== pull_request?.base.repo.full_name
  );
}

/**
 * Whether a run waits until a maintainer allows it, as it does by GitHub's default for those from whom
 * nothing was merged yet: the author of the pull request, or who reviewed it.
 * https://docs.github.com/actions/how-tos/manage-workflow-runs/approve-runs-from-forks
 */
export function needsApproval(trigger: Trigger): boolean {
  const { pull_request, review } = trigger.payload;
  return (
    isUntrusted(trigger) &&
    [pull_request, review].some(
      (by) => by !== undefined && !trustedAssociations.includes(by.author_association),
    )
  );
}

/**
 * Whether this starts runs also where a workflow's own token caused it, which then wait for a maintainer.
 * https://docs.github.com/actions/concepts/security/github_token#when-github_token-triggers-workflow-runs
 */
export function startsHeldRuns({ name, payload }: Trigger): boolean {
  const types = defaultTypes.pull_request ?? [];
  return name === "pull_request" && types.includes(payload.action ?? "");
}

function isType({ name, payload }: Trigger, events: EventsConfig): boolean {
  const types = filtersOf(events, name).types ?? defaultTypes[name];
  return !types || types.includes(payload.action ?? "");
}

function isDispatched(file: string, { workflow }: Payload): boolean {
  return typeof workflow === "string" && file.endsWith(`/${workflow.split("/").at(-1)}`);
}

function isRunAwaited({ workflow_run: awaited }: EventsConfig, payload: Payload): boolean {
  return (
    (awaited?.workflows ?? []).includes(payload.workflow_run?.name ?? "") &&
    (!awaited?.types || awaited.types.includes(payload.action ?? "")) &&
    passesBranch(awaited ?? {}, payload.workflow_run?.head_branch ?? undefined)
  );
}

type Filters = {
  types?: string[];
  branches?: string[];
  "branches-ignore"?: string[];
  paths?: string[];
  "paths-ignore"?: string[];
};

function filtersOf(events: EventsConfig, name: string): Filters {
  return (events[name] ?? {}) as Filters;
}

function passesBranch(filters: Filters, branch: string | undefined): boolean {
  const { branches: only, "branches-ignore": ignore } = filters;
  return letsThrough({ only, ignore }, branch === undefined ? [] : [branch]);
}

async function passes(
  filters: Filters,
  branch: string | undefined,
  changedPaths: () => Promise<string[]>,
): Promise<boolean> {
  if (!passesBranch(filters, branch)) return false;
  const { paths: only, "paths-ignore": ignore } = filters;
  return !(only || ignore) || letsThrough({ only, ignore }, await changedPaths());
}
