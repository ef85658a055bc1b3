/** Lists the pull requests that an event, a sweep, or a report is about, and finishes interrupted changes. */
import type { BoardConfig } from "../../board/config.ts";
import type { Instant } from "../../board/days.ts";
import { instantOf } from "../../board/days.ts";
import type { ReportedPull } from "../../board/mail/reports.ts";
import { sweepWorkflow } from "../../board/maintenance/heartbeat.ts";
import { stateLabels } from "../../board/review/labels.ts";
import type { RecentPull } from "../../board/review/pending.ts";
import { isQuiet } from "../../board/review/pending.ts";
import { momentOf } from "../../board/review/timestamps.ts";
import { conflictsAmong } from "../git-merge.ts";
import type { GitObjects } from "../git-objects.ts";
import { finishChange } from "./actions/bot-pull.ts";
import type { GitHub } from "./client.ts";
import { unlessStatus } from "./errors.ts";
import type { EventSubject } from "./event-subject.ts";
import type { ListedPull } from "./facts/other-submissions.ts";
import { listOpenPulls } from "./facts/other-submissions.ts";
import { botLogin, loginOf } from "./facts/permissions.ts";
import { botBranches, isOwnChange } from "./facts/pull-request.ts";
import { readRecentPulls } from "./facts/recent-pulls.ts";
import { RateLimitError } from "./rate-limit.ts";

/** Days after closing during which a pull request’s labels are checked. */
const lookBack = 14;
/** Days during which any activity on a closed one is handled: one day, and one more for outages. */
const lastDays = 2;

const ended = {
  merged: [stateLabels.approved.name],
  closed: [stateLabels.rejected.name, stateLabels.withdrawn.name],
};

/** What a sweep leaves out: what has not changed since a moment, and with this commit on the board’s branch. */
export type Since = { at: Instant; commit?: string };

/** Taken off the start of the last sweep, because GitHub’s lists can be late. */
const overlapMinutes = 10;

/** So far back at most: sweeps must not grow while one pull request makes each of them fail. The daily run sees all. */
const hoursBack = 24;

/** From when on a light sweep looks; `undefined` if none has succeeded yet. */
export async function lastSweep(
  { rest, at: place, branch }: GitHub,
  now: Instant,
): Promise<Since | undefined> {
  const request = { ...place, workflow_id: sweepWorkflow, branch, status: "success" } as const;
  const runs = await unlessStatus(
    [404],
    rest.actions.listWorkflowRuns({ ...request, per_page: 1 }),
  );
  const [last] = runs?.data.workflow_runs ?? [];
  if (!last) return undefined;
  const began = instantOf(last.created_at).minus({ minutes: overlapMinutes });
  const earliest = now.minus({ hours: hoursBack });
  return { at: began < earliest ? earliest : began, commit: last.head_sha };
}

/**
 * The numbers of the open and closed pull requests that were updated since a moment, other than by the bot alone, and
 * of those that conflict with what has been merged since: GitHub counts that as no update. Oldest first.
 */
export async function pullsChangedSince(
  github: GitHub,
  { at, commit }: Since,
  objects: GitObjects,
  config: BoardConfig,
): Promise<number[]> {
  const updated = await listTouchedSince(github, "all", momentOf(at));
  const quiet = updated.length > 0 ? await quietSince(github, at, config) : new Set();
  // The bot sets labels after it has written, so a run that was cut off is known by them.
  const touched = updated.filter((pull) => !quiet.has(pull.number) || !saysItsState(pull));
  const isMoved = commit === undefined || (await objects.fetchBranch()) !== commit;
  const conflicting = isMoved ? await listNewConflicts(github, objects) : [];
  const numbers = [...touched, ...conflicting]
    .filter((pull) => !isOwn(pull, github))
    .map(({ number }) => number);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The numbers of those in which all is done, of the most recent ones. */
async function quietSince(github: GitHub, at: Instant, config: BoardConfig): Promise<Set<number>> {
  const recent = (await hasFailed(github, at)) ? [] : await readRecentOrNone(github);
  const last = { since: momentOf(at), bot: botLogin };
  return new Set(recent.filter((pull) => isQuiet(pull, last, config)).map(({ number }) => number));
}

/** So long after it was started, a run may still have failed. */
const hoursOfRun = 1;

/**
 * Whether a run for an event or a sweep may have failed since a moment. Then nobody knows what it left undone: its mail
 * job leaves no mark.
 */
async function hasFailed({ rest, at: place }: GitHub, at: Instant): Promise<boolean> {
  const since = momentOf(at.minus({ hours: hoursOfRun }));
  for (const workflow_id of ["triage.yml", sweepWorkflow]) {
    for (const status of ["failure", "cancelled"] as const) {
      const request = { ...place, workflow_id, status, per_page: 1 };
      const runs = await unlessStatus([404], rest.actions.listWorkflowRuns(request));
      if (runs?.data.workflow_runs.some((run) => run.created_at >= since)) return true;
    }
  }
  return false;
}

/** None if GitHub can’t answer that much: strangers decide how long their comments are. */
async function readRecentOrNone(github: GitHub): Promise<RecentPull[]> {
  try {
    return (await readRecentPulls(github)).pulls;
  } catch (error) {
    if (error instanceof RateLimitError) throw error;
    return [];
  }
}

/** The open ones that Git cannot merge, and whose labels do not say so. */
async function listNewConflicts(github: GitHub, objects: GitObjects): Promise<ListedPull[]> {
  const unlabeled = (await listOpenPulls(github)).filter(
    ({ base, labels }) =>
      base.ref === github.branch && !labels.some(({ name }) => name === stateLabels.invalid.name),
  );
  const heads = unlabeled.map(({ head }) => head.sha);
  const conflicting = await conflictsAmong(objects, heads);
  return unlabeled.filter(({ head }) => conflicting.has(head.sha));
}

/** The numbers of the pull requests that an event is about. Their target branch is only checked when they are read. */
export async function pullsToReview(
  github: GitHub,
  subject: EventSubject,
  now: Instant,
): Promise<number[]> {
  if (subject === "none") return [];
  if (subject === "all") return await pullsToSweep(github, now);
  if ("head" in subject) {
    const open = await listOpenPulls(github);
    return open
      .filter(({ head, base }) => head.sha === subject.head && base.ref === github.branch)
      .map(({ number }) => number);
  }
  return [subject.pull];
}

/**
 * All open pull requests, and the recently closed ones that were updated within two days or whose labels do not
 * show the outcome. Oldest first.
 */
async function pullsToSweep(github: GitHub, now: Instant): Promise<number[]> {
  const [open, closed] = await Promise.all([
    listOpenPulls(github),
    listClosedSince(github, momentOf(now.minus({ days: lookBack }))),
  ]);
  const touched = momentOf(now.minus({ days: lastDays }));
  const unfinished = closed.filter((pull) => pull.updated_at >= touched || !saysHowItEnded(pull));
  const reviewed = [...open, ...unfinished].filter(
    (pull) => pull.base.ref === github.branch && !isOwn(pull, github),
  );
  return reviewed.map(({ number }) => number).sort((a, b) => a - b);
}

/**
 * The numbers of the pull requests that an event may send mail about and that were updated since a given time. Closed
 * ones too: the run that an approval started may already have merged its pull request.
 */
export async function pullsToNotify(
  github: GitHub,
  subject: EventSubject,
  since: Instant,
): Promise<number[]> {
  if (subject === "none") return [];
  if (subject !== "all" && "pull" in subject) return [subject.pull];
  const touched = await listTouchedSince(github, "all", momentOf(since));
  return touched
    .filter(({ head }) => subject === "all" || head.sha === subject.head)
    .map(({ number }) => number)
    .sort((a, b) => a - b);
}

/** For reports: the pull requests to the board’s branch that are open or were updated since a given time. */
export async function listForReport(github: GitHub, since: Instant): Promise<ReportedPull[]> {
  const [open, touched] = await Promise.all([
    listOpenPulls(github),
    listTouchedSince(github, "all", momentOf(since)),
  ]);
  const known = new Map([...open, ...touched].map((pull) => [pull.number, pull]));
  return [...known.values()]
    .filter(({ base }) => base.ref === github.branch)
    .map(({ number, title, labels, created_at: createdAt, closed_at: closedAt }) => ({
      ...{ number, title, createdAt, closedAt },
      labels: labels.map(({ name }) => name),
    }));
}

/** A branch that an interrupted change left behind; `failure`: why it is still there. */
export type Finished = { branch: string; failure?: unknown };

/**
 * Finishes the bot’s changes to posts that were interrupted after the merge. One that can’t be finished does not stop
 * the others.
 */
export async function* finishChanges(github: GitHub): AsyncGenerator<Finished> {
  const { rest, at } = github;
  const { data } = await rest.git.listMatchingRefs({ ...at, ref: `heads/${botBranches}` });
  for (const { ref } of data) {
    const branch = ref.replace(/^refs\/heads\//, "");
    try {
      if (!(await isMerged(github, branch))) continue;
      await finishChange(github, branch);
      yield { branch };
    } catch (failure) {
      yield { branch, failure };
    }
  }
}

async function isMerged({ rest, at }: GitHub, branch: string): Promise<boolean> {
  const head = `${at.owner}:${branch}`;
  const { data: pulls } = await rest.pulls.list({ ...at, head, state: "all" });
  const isOpen = pulls.some(({ state }) => state === "open");
  return !isOpen && pulls.some(({ merged_at }) => merged_at !== null);
}

/** Reads only those updated since then, because closing is an update. */
async function listClosedSince(github: GitHub, since: string): Promise<ListedPull[]> {
  const found = await listTouchedSince(github, "closed", since);
  return found.filter(({ closed_at }) => closed_at !== null && closed_at >= since);
}

async function listTouchedSince(
  { paginate, rest, at, branch }: GitHub,
  state: "closed" | "all",
  since: string,
): Promise<ListedPull[]> {
  const found = await paginate(
    rest.pulls.list,
    { ...at, state, base: branch, sort: "updated", direction: "desc", per_page: 100 },
    ({ data }, stop) => {
      if (data.some(({ updated_at }) => updated_at < since)) stop();
      return data;
    },
  );
  return found.filter(({ updated_at }) => updated_at >= since);
}

function saysItsState(pull: ListedPull): boolean {
  if (pull.state !== "open") return saysHowItEnded(pull);
  const states = Object.values(stateLabels);
  return pull.labels.some(({ name }) => states.some((label) => label.name === name));
}

function saysHowItEnded({ merged_at, labels }: ListedPull): boolean {
  const names = merged_at === null ? ended.closed : ended.merged;
  return labels.some(({ name }) => names.some((label) => label === name));
}

function isOwn({ user, head }: ListedPull, github: GitHub): boolean {
  const from = { branch: head.ref, repository: head.repo?.full_name };
  return isOwnChange({ author: loginOf(user), from }, github);
}
