/** `npm run housekeeping`: the daily maintenance of the board’s own posts. */
import { requireSoundConfig } from "../src/board/config-check.ts";
import type { ArchiveStep } from "../src/board/listing/archiving.ts";
import type { HousekeepingPlan } from "../src/board/maintenance/housekeeping.ts";
import { boardConfig } from "../src/board.config.ts";
import type { Environment } from "../src/services/environment.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { fetchPostsWithHistory } from "../src/services/git-posts.ts";
import { keepScheduled, startDailyRun } from "../src/services/github/actions/daily-run.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { connectGitHub } from "../src/services/github/client.ts";
import { actsAsBot } from "../src/services/github/facts/people.ts";
import type { MaintenanceContext, MaintenanceResult } from "../src/services/github/housekeeping.ts";
import { planFor, runMaintenance } from "../src/services/github/housekeeping.ts";
import { runCommand } from "./command.ts";
import { count, reportProblems } from "./problem-report.ts";
import { reportFailure, tame } from "./review-report.ts";

const command = {
  usage: "npm run housekeeping -- [--dry-run]",
  about: `Archives at GitHub what is over, filled or removed, as one change of the board's branch.
With a person's token it says what there is to do, and asks the bot to do it.`,
  options: {
    "dry-run": { type: "boolean", help: "say what would be done, and do nothing" },
  },
} as const;

await runCommand(command, async ({ flags }) => {
  requireSoundConfig(boardConfig);
  if (boardConfig.demo !== null) {
    console.log(
      "Nothing is done: this board shows samples, whose days move on by themselves (demo in src/board.config.ts). npm run adopt makes it yours.",
    );
    return 0;
  }
  const environment = readEnvironment();
  const github = connectGitHub(environment.github, boardConfig.repository);
  const context = contextFor(github, environment);
  if (flags["dry-run"]) return tellPlan(await planFor(context), "would be archived.");
  if (!github.hasToken) {
    throw new Error("Put a token into GITHUB_TOKEN, or add --dry-run and one that may only read.");
  }
  if (await actsAsBot(github)) return await act(context);
  const plan = await planFor(context);
  if (plan.steps.length > 0) {
    await startDailyRun(github);
    console.log(`Asked the bot to do it: ${github.url}/actions/workflows/daily.yml`);
  }
  return tellPlan(plan, "to archive.");
});

function contextFor(github: GitHub, { settings, now }: Environment): MaintenanceContext {
  return {
    github,
    config: { ...boardConfig, ...settings },
    posts: () => fetchPostsWithHistory(".", github.remote),
    now,
  };
}

/** What keeps the clock from striking is told, and does not keep the posts waiting. */
async function act(context: MaintenanceContext): Promise<0 | 1> {
  let isScheduled = true;
  try {
    await keepScheduled(context.github);
  } catch (error) {
    console.error(reportFailure("Keeping the daily run switched on", error));
    isScheduled = false;
  }
  const { plan, outcome } = await runMaintenance(context);
  const code = tellPlan(plan, outcomeText(outcome, context.github));
  return isScheduled ? code : 1;
}

function outcomeText(outcome: MaintenanceResult["outcome"], { url }: GitHub): string {
  switch (outcome.outcome) {
    case "nothing":
      return "";
    case "committed":
      return "archived by a commit.";
    case "merged":
      return "archived by a pull request.";
    case "waits":
      return `to archive: GitHub does not let the bot merge it (${tame(outcome.because)}) It waits at ${url}/pulls for somebody who may.`;
  }
}

function tellPlan({ steps, problems, broken }: HousekeepingPlan, end: string): 0 | 1 {
  for (const step of steps) console.log(describe(step));
  if (problems.length > 0) console.error(`${reportProblems(problems, process.stderr)}\n`);
  console.log(steps.length === 0 ? "Nothing to archive." : `${count(steps.length, "post")} ${end}`);
  if (broken > 0) {
    console.log(
      `${count(broken, "file")} with errors left alone: see npm run -s validate -- --all.`,
    );
  }
  return problems.length > 0 ? 1 : 0;
}

function describe({ from, to, closed }: ArchiveStep): string {
  const path = from === to ? to : `${from} -> ${to}`;
  return `${tame(path)} (${closed.reason} on ${closed.on})`;
}
