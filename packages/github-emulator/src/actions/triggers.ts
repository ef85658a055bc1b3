/** Which workflows an event starts, from which side's files, and how far they are trusted. */
import type { EventsConfig } from "@actions/workflow-parser/model/workflow-template";
import { letsThrough } from "./patterns.ts";
import type { Workflow } from "./workflow.ts";

/** The part of a webhook's payload that decides what starts. */
export type Payload = Readonly<Record<string, unknown>> & {
  action?: string;
  ref?: string;
  before?: string;
  after?: string;
  deleted?: boolean;
  /** For a dispatch: the path of the workflow file. */
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

/** Something that happened, under a name that workflows can be triggered by. */
export type Trigger = { name: string; payload: Payload };

/**
 * Whose files a run uses. `default`: the default branch's, which nobody changes without review.
 * `merge`: the merge of a pull request with its base. `ref`: the branch that was pushed or named.
 */
export type Side = "default" | "merge" | "ref";

/** Events on pull requests whose runs use the pull request's own files. */
const ofTheMerge = ["pull_request", "pull_request_review"];

/** Default types of events. Events that are not here default to every type. */
const defaultTypes: Readonly<Record<string, readonly string[]>> = {
  pull_request: ["opened", "synchronize", "reopened"],
  pull_request_target: ["opened", "synchronize", "reopened"],
};

const known = [
  ...ofTheMerge,
  ...["pull_request_target", "issue_comment", "issues", "push", "schedule"],
  ...["workflow_call", "workflow_dispatch", "workflow_run"],
];

/** Author associations of people who have had something merged before. */
const trustedAssociations = ["OWNER", "MEMBER", "COLLABORATOR", "CONTRIBUTOR"];

/** The triggers that correspond to one event. An event on a pull request is two. */
export function triggersOf(name: string, payload: Payload): Trigger[] {
  const names = name === "pull_request" ? ["pull_request", "pull_request_target"] : [name];
  return names.filter((each) => known.includes(each)).map((each) => ({ name: each, payload }));
}

export function sideOf({ name }: Trigger): Side {
  if (ofTheMerge.includes(name)) return "merge";
  return ["push", "workflow_dispatch"].includes(name) ? "ref" : "default";
}

/**
 * Whether a trigger starts a workflow.
 *
 * @param changedPaths called only if the workflow filters by paths
 * Throws an Error if the workflow has an event or a filter that the emulator does not support.
 */
export async function isStartedBy(
  { file, events }: Pick<Workflow, "file" | "events">,
  trigger: Trigger,
  changedPaths: () => Promise<string[]>,
): Promise<boolean> {
  for (const event of Object.keys(events)) {
    if (!known.includes(event))
      throw new Error(`${file}: the emulator does not support the event “${event}”.`);
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

/** Whether a run may use a stranger's files, so that it gets no secrets and a read-only token. */
export function isUntrusted({ name, payload: { pull_request } }: Trigger): boolean {
  return (
    ofTheMerge.includes(name) &&
    pull_request?.head.repo?.full_name !== pull_request?.base.repo.full_name
  );
}

/**
 * Whether a run waits for a maintainer's approval. By GitHub's default, it does if nothing was merged yet
 * from the author of the pull request, or of the review.
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
 * Whether this starts runs even if a workflow's own token caused it. Such runs wait for a maintainer.
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
