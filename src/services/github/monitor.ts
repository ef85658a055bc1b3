/** Checks that daily maintenance runs, and keeps one issue open for the maintainers while it does not. */
import type { Instant } from "../../board/days.ts";
import {
  dailyWorkflow,
  hasStopped,
  stoppedIssue,
  stoppedTag,
} from "../../board/maintenance/heartbeat.ts";
import { openIssue } from "./actions/bot-issue.ts";
import type { GitHub } from "./client.ts";
import { botLogins } from "./facts/permissions.ts";
import { newestRun } from "./facts/workflow-runs.ts";

/** `none`: the daily run is fine, or the issue is up to date. */
export type MonitorResult = "opened" | "updated" | "closed" | "none";

/**
 * Opens or updates the issue if the daily run has stopped. Takes one request if it has not, so this can be done at
 * events. A repository without the workflow is not monitored.
 */
export async function reportStoppedRun(github: GitHub, now: Instant): Promise<MonitorResult> {
  const lastRunAt = await readLastRun(github);
  if (lastRunAt === undefined || !hasStopped(lastRunAt, now)) return "none";
  return await open(github, lastRunAt, await findIssue(github));
}

/** The same, and closes the issue once the daily run works again. */
export async function monitorDailyRun(github: GitHub, now: Instant): Promise<MonitorResult> {
  const [lastRunAt, issue] = await Promise.all([readLastRun(github), findIssue(github)]);
  if (lastRunAt === undefined || !hasStopped(lastRunAt, now))
    return issue ? await close(github, issue.number) : "none";
  return await open(github, lastRunAt, issue);
}

/** When a run last succeeded, else when the workflow was created. */
async function readLastRun(github: GitHub): Promise<string | undefined> {
  const last = await newestRun(github, dailyWorkflow, { status: "success" });
  if (!last) return undefined;
  if (last.run) return last.run.updated_at;
  const { rest, at } = github;
  const workflow = await rest.actions.getWorkflow({ ...at, workflow_id: dailyWorkflow });
  return workflow.data.created_at;
}

type OpenIssue = { number: number; body?: string | null };

async function findIssue(github: GitHub): Promise<OpenIssue | undefined> {
  const { rest, at } = github;
  const lists = await Promise.all(
    botLogins(github).map((creator) =>
      rest.issues.listForRepo({ ...at, creator, state: "open", per_page: 100 }),
    ),
  );
  const issues = lists.flatMap(({ data }) => data);
  return issues.find((issue) => !issue.pull_request && issue.body?.trimEnd().endsWith(stoppedTag));
}

async function open(
  github: GitHub,
  lastRunAt: string,
  known: OpenIssue | undefined,
): Promise<MonitorResult> {
  const { rest, at, url } = github;
  const desired = stoppedIssue(lastRunAt, url);
  const find = async () => (known ?? (await findIssue(github)))?.number;
  const { isNew, number } = await openIssue(github, find, desired);
  if (isNew) return "opened";
  if (known?.body === desired.body) return "none";
  await rest.issues.update({ ...at, issue_number: number, ...desired });
  return "updated";
}

async function close({ rest, at }: GitHub, number: number): Promise<MonitorResult> {
  const request = { ...at, issue_number: number, state: "closed" } as const;
  await rest.issues.update({ ...request, state_reason: "completed" });
  return "closed";
}
