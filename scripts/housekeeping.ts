/** `npm run housekeeping`: archives posts on GitHub, as the bot does once a day. */

import * as shared from "#words/terminal.ts";
import { maintenance as words } from "#words/terminal-github.ts";
import { archive } from "#words/terminal-posts.ts";
import type { HousekeepingPlan } from "../src/board/maintenance/housekeeping.ts";
import { fetchPostsWithHistory } from "../src/services/git-posts.ts";
import { keepScheduled, startDailyRun } from "../src/services/github/actions/daily-run.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { actsAsBot } from "../src/services/github/facts/accounts.ts";
import type { MaintenanceContext, MaintenanceResult } from "../src/services/github/housekeeping.ts";
import { planFor, runMaintenance } from "../src/services/github/housekeeping.ts";
import type { Context } from "./command.ts";
import { defineCommand, startCommand } from "./command.ts";
import { attempt, connect, requireToken, workflowPage } from "./github.ts";
import { describeStep, reportProblems } from "./problem-report.ts";
import { tame } from "./review-report.ts";

const definition = {
  usage: words.usage,
  about: words.about,
  options: { "dry-run": { type: "boolean", ...words.options["dry-run"] } },
} as const;

export const command = defineCommand(definition, async (context, { flags }) => {
  const { config, directory, environment, print } = context;
  if (config.demo !== null) {
    print(words.onlySamples);
    return 0;
  }
  const github = connect(context);
  const maintenance = {
    ...{ github, config, now: environment.now },
    posts: () => fetchPostsWithHistory(directory, github.remote, { config, now: environment.now }),
  };
  if (flags["dry-run"]) return reportPlan(await planFor(maintenance), words.would, context);
  requireToken(github);
  if (await actsAsBot(github)) return await act(maintenance, context);
  const plan = await planFor(maintenance);
  if (plan.steps.length > 0) {
    await startDailyRun(github);
    print(shared.askedTheBot(workflowPage(github, "daily.yml")));
  }
  return reportPlan(plan, words.toArchive, context);
});

if (import.meta.main) await startCommand(command);

/** Archives posts even if keeping the schedule enabled fails. */
async function act(maintenance: MaintenanceContext, context: Context): Promise<0 | 1> {
  const isScheduled = await attempt(words.keepingSchedule, context, async () => {
    await keepScheduled(maintenance.github);
    return true;
  });
  const { plan, outcome } = await runMaintenance(maintenance);
  const code = reportPlan(
    plan,
    (count) => outcomeText(outcome, count, maintenance.github),
    context,
  );
  return isScheduled ? code : 1;
}

function outcomeText(
  outcome: MaintenanceResult["outcome"],
  count: number,
  { url }: GitHub,
): string {
  switch (outcome.outcome) {
    case "nothing":
      return archive.nothing;
    case "committed":
      return words.committed(count);
    case "merged":
      return words.merged(count);
    case "waits":
      return words.waiting(count, tame(outcome.because), `${url}/pulls`);
  }
}

function reportPlan(
  { steps, problems, broken }: HousekeepingPlan,
  summary: (count: number) => string,
  { print, printError, stderr }: Context,
): 0 | 1 {
  for (const step of steps) print(tame(describeStep(step)));
  if (problems.length > 0) printError(`${reportProblems(problems, stderr)}\n`);
  print(steps.length === 0 ? archive.nothing : summary(steps.length));
  if (broken > 0) print(archive.withErrorsSkipped(broken));
  return problems.length > 0 ? 1 : 0;
}
