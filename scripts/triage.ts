/** `npm run triage`: gathers what is known of pull requests, decides, and carries it out. */
import { decide } from "../src/board/review/decide.ts";
import { fetchPosts } from "../src/services/git-posts.ts";
import { askTheBot } from "../src/services/github/actions/publish.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { connectGitHub } from "../src/services/github/client.ts";
import type { EventSubject } from "../src/services/github/event-subject.ts";
import { actsAsBot } from "../src/services/github/facts/people.ts";
import { factsGatherer } from "../src/services/github/gather.ts";
import { monitorDailyRun } from "../src/services/github/monitor.ts";
import type { Review, Step } from "../src/services/github/reconcile.ts";
import { isBlocked, planFor, reconcile } from "../src/services/github/reconcile.ts";
import { finishChanges, pullsToReview } from "../src/services/github/sweep.ts";
import type { Context } from "./command.ts";
import { defineCommand, startCommand } from "./command.ts";
import { readSubject, subjectOptions } from "./pull-subject.ts";
import { reportFailure, reportPlan, reportResult, reportStanding, tame } from "./review-report.ts";

const definition = {
  usage: "npm run triage -- --pr N | --all | --event FILE [--dry-run]",
  about: `Looks at pull requests as the bot does: says how they stand, answers reviewers, merges.
With a person's token it prints the plan, and asks the bot to carry it out.`,
  options: {
    ...subjectOptions,
    "dry-run": { type: "boolean", help: "print the plan, and do nothing" },
  },
} as const;

/** For one pull request, many times what an ordinary one takes. */
const requestsAtMost = 500;

export const command = defineCommand(definition, async (context, { flags }) => {
  const { environment, config, print, printError } = context;
  const subject = await readSubject(flags, context);
  const github = connectGitHub(environment.github, config.repository);
  const acting = flags["dry-run"] ? "nobody" : await whoActs(github);

  let allWell = subject !== "all" || acting !== "bot" || (await finishAll(github, context));
  const pulls = await pullsToReview(github, subject, environment.now);
  if (pulls.length === 0) print("No pull request to look at.");

  const review = reviewOf(github, context);
  for (const pull of pulls) {
    try {
      github.allowance.left = requestsAtMost;
      if (acting === "bot") allWell = (await carryOutAll(review, pull, context)) && allWell;
      else if ((await show(review, pull, context)) && acting === "person") {
        await handOver(github, pull, context);
      }
    } catch (error) {
      // The others are not to wait for somebody to mend this one.
      printError(reportFailure(`#${pull}`, error));
      allWell = false;
    }
  }
  const ends = [allWell, await watch(github, context, { acting, subject, ...flags })];
  return ends.includes(false) ? 1 : 0;
});

if (import.meta.main) await startCommand(command);

/**
 * Uses an event to see whether the daily run still comes, which cannot tell that itself. Gives back whether
 * that could be found out.
 */
async function watch(
  github: GitHub,
  { now, print, printError }: Context,
  by: { acting: string; subject: EventSubject; event?: string },
): Promise<boolean> {
  const isChance = by.event !== undefined && by.subject !== "all" && by.subject !== "none";
  if (!isChance || by.acting !== "bot") return true;
  try {
    github.allowance.left = requestsAtMost;
    const issue = await monitorDailyRun(github, now());
    if (issue !== "none") print(`The issue on the daily run: ${issue}`);
    return true;
  } catch (error) {
    printError(reportFailure("Looking after the daily run", error));
    return false;
  }
}

/** Comments and reactions count as the bot's only if the bot has given them. */
async function whoActs(github: GitHub): Promise<"bot" | "person"> {
  if (!github.hasToken) {
    throw new Error("Put a token into GITHUB_TOKEN, or add --dry-run and one that may only read.");
  }
  return (await actsAsBot(github)) ? "bot" : "person";
}

/** Whether everything that was cut off is finished. What is not does not keep pull requests waiting. */
async function finishAll(github: GitHub, { print, printError }: Context): Promise<boolean> {
  let isWell = true;
  try {
    for await (const { branch, ...end } of finishChanges(github)) {
      const failed = "failure" in end;
      if (failed) printError(reportFailure(tame(branch), end.failure));
      else print(`Finished: ${tame(branch)}`);
      isWell &&= !failed;
    }
    return isWell;
  } catch (error) {
    printError(reportFailure("Finishing what was cut off", error));
    return false;
  }
}

function reviewOf(github: GitHub, { config, directory, now }: Context): Review {
  return {
    github,
    config,
    decide,
    gather: factsGatherer({
      github,
      config,
      posts: () => fetchPosts(directory, github.remote),
      now,
    }),
  };
}

/** Whether there is a plan for it. */
async function show(review: Review, pull: number, { print }: Context): Promise<boolean> {
  const decided = await planFor(review, pull);
  print(reportStep(decided, pull));
  if ("elsewhere" in decided) return false;
  print(reportPlan(decided.plan));
  return true;
}

/** Whether everything was done. */
async function carryOutAll(review: Review, pull: number, { print }: Context): Promise<boolean> {
  let isWell = true;
  for await (const step of reconcile(review, pull)) {
    print(reportStep(step, pull));
    if ("outcome" in step && isBlocked(step)) isWell = false;
  }
  return isWell;
}

function reportStep(step: Step, pull: number): string {
  if ("elsewhere" in step) return `#${pull} goes to another branch: ${tame(step.elsewhere)}`;
  return "plan" in step ? reportStanding(step.facts.pull, step.plan) : reportResult(step);
}

async function handOver(github: GitHub, pull: number, { print }: Context): Promise<void> {
  await askTheBot(github, pull);
  print(`  Asked the bot to do it: ${github.url}/actions/workflows/triage.yml`);
}
