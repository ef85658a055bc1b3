/** Whether the board still looks after itself, and one issue that tells its maintainers if it does not. */
import type { Instant } from "../../board/days.ts";
import { alarmIssue, alarmTag, dailyWorkflow, isAsleep } from "../../board/maintenance/sleep.ts";
import { makeOnce, noBlindRetry } from "./actions/once.ts";
import type { GitHub } from "./client.ts";
import { unlessStatus } from "./errors.ts";
import { botLogin } from "./facts/people.ts";

/** What was done: `none` where all is as it should be, or said already. */
export type Alarm = "raised" | "changed" | "withdrawn" | "none";

/**
 * Opens the issue, changes it, or closes it. Two requests where nothing is to be done, so that it can be
 * asked at every event. A repository without the workflow has nobody to wake.
 */
export async function watchDailyRun(github: GitHub, now: Instant): Promise<Alarm> {
  const [awakeAt, issue] = await Promise.all([readAwakeAt(github), findAlarm(github)]);
  if (awakeAt === undefined || !isAsleep(awakeAt, now))
    return issue ? await withdraw(github, issue.number) : "none";
  return await raise(github, awakeAt, issue);
}

/** When a run last ended well, else since when there is the workflow. */
async function readAwakeAt({ rest, at }: GitHub): Promise<string | undefined> {
  const workflow = { ...at, workflow_id: dailyWorkflow };
  const request = { ...workflow, status: "success", per_page: 1 } as const;
  const runs = await unlessStatus([404], rest.actions.listWorkflowRuns(request));
  if (!runs) return undefined;
  const [last] = runs.data.workflow_runs;
  if (last) return last.updated_at;
  return (await rest.actions.getWorkflow(workflow)).data.created_at;
}

type OpenIssue = { number: number; title: string; body?: string | null };

async function findAlarm({ rest, at }: GitHub): Promise<OpenIssue | undefined> {
  const request = { ...at, creator: botLogin, state: "open", per_page: 100 } as const;
  const { data } = await rest.issues.listForRepo(request);
  return data.find((issue) => !issue.pull_request && issue.body?.trimEnd().endsWith(alarmTag));
}

async function raise(
  github: GitHub,
  awakeAt: string,
  known: OpenIssue | undefined,
): Promise<Alarm> {
  const { rest, at, url } = github;
  const wanted = alarmIssue(awakeAt, url);
  const { made, thing } = await makeOnce(
    github,
    async () => known ?? (await findAlarm(github)),
    async (): Promise<OpenIssue> =>
      (await rest.issues.create({ ...at, ...wanted, ...noBlindRetry })).data,
  );
  if (made) return "raised";
  if (thing.body === wanted.body) return "none";
  await rest.issues.update({ ...at, issue_number: thing.number, ...wanted });
  return "changed";
}

async function withdraw({ rest, at }: GitHub, number: number): Promise<Alarm> {
  const request = { ...at, issue_number: number, state: "closed" } as const;
  await rest.issues.update({ ...request, state_reason: "completed" });
  return "withdrawn";
}
