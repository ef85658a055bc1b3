/** `npm run triage`: gathers the facts about pull requests, decides, and applies the plan. */
import { decide } from "../src/board/review/decide.ts";
import * as shared from "../src/board/words/en/terminal.ts";
import { triage as words } from "../src/board/words/en/terminal-github.ts";
import type { GitObjects } from "../src/services/git-objects.ts";
import { fetchPosts } from "../src/services/git-posts.ts";
import { askTheBot, ensurePublished } from "../src/services/github/actions/publish.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { actsAsBot } from "../src/services/github/facts/accounts.ts";
import type { Ignored } from "../src/services/github/facts/pull-request.ts";
import { factsGatherer } from "../src/services/github/gather.ts";
import { monitorDailyRun } from "../src/services/github/monitor.ts";
import type { Review, Step } from "../src/services/github/reconcile.ts";
import { isBlocked, planFor, reconcile } from "../src/services/github/reconcile.ts";
import { finishChanges, pullsToReview } from "../src/services/github/sweep.ts";
import type { Context } from "./command.ts";
import { defineCommand, startCommand } from "./command.ts";
import { attempt, connect, handleEach, openObjects, requireToken, workflowPage } from "./github.ts";
import { readSubject, subjectOptions } from "./pull-subject.ts";
import { reportFailure, reportPlan, reportResult, reportStanding, tame } from "./review-report.ts";

const definition = {
  usage: words.usage,
  about: words.about,
  options: {
    ...subjectOptions,
    "dry-run": { type: "boolean", ...words.options["dry-run"] },
  },
} as const;

const requestsPerPull = 500;

export const command = defineCommand(definition, async (context, { flags }) => {
  const subject = await readSubject(flags, context);
  const github = connect(context);
  const isDryRun = flags["dry-run"] ?? false;
  if (!isDryRun) requireToken(github);
  // Comments and reactions only count as the bot's if the bot wrote them.
  const isBot = !isDryRun && (await actsAsBot(github));

  const isFinished = subject !== "all" || !isBot || (await finishAll(github, context));
  const pulls = await pullsToReview(github, subject, context.environment.now);
  if (pulls.length === 0) context.print(words.none);

  await using objects = await openObjects(github);
  const review = reviewOf(github, objects, context);
  const batch = {
    ...{ github, context, requests: requestsPerPull },
    nameOf: (pull: number) => `#${pull}`,
  };
  const isReviewed = await handleEach(pulls, batch, async (pull) => {
    if (isBot) return await applyAll(review, pull, context);
    const isPlanned = await show(review, pull, context);
    if (isPlanned && !isDryRun) await handOver(github, pull, context);
    return true;
  });
  // On any event, because the daily run can’t notice that it has stopped.
  const isEvent = flags.event !== undefined && subject !== "all" && subject !== "none";
  const isPublished = subject !== "all" || !isBot || (await publishMerged(github, context));
  const isMonitored = !isBot || !isEvent || (await monitor(github, context));
  return isFinished && isReviewed && isPublished && isMonitored ? 0 : 1;
});

if (import.meta.main) await startCommand(command);

/** Resolves to whether the check succeeded, whatever its result. */
function monitor(github: GitHub, context: Context): Promise<boolean> {
  return attempt(words.monitoring, context, async () => {
    github.allowance.left = requestsPerPull;
    const issue = await monitorDailyRun(github, context.now());
    if (issue !== "none") context.print(words.dailyRunIssue(issue));
    return true;
  });
}

/** Whether the newest commit has been published, also if the request after a merge failed. */
function publishMerged(github: GitHub, context: Context): Promise<boolean> {
  return attempt(words.publishing, context, async () => {
    github.allowance.left = requestsPerPull;
    const { outcome } = await ensurePublished(github);
    if (outcome === "done") context.print(words.published(workflowPage(github, "publish.yml")));
    return true;
  });
}

/** Whether all interrupted changes are finished. Pull requests do not wait for those that are not. */
function finishAll(github: GitHub, context: Context): Promise<boolean> {
  return attempt(words.finishing, context, async () => {
    let isWell = true;
    for await (const { branch, ...end } of finishChanges(github)) {
      const failed = "failure" in end;
      if (failed) context.printError(reportFailure(tame(branch), end.failure));
      else context.print(words.finished(tame(branch)));
      isWell &&= !failed;
    }
    return isWell;
  });
}

function reviewOf(
  github: GitHub,
  objects: GitObjects,
  { config, directory, now }: Context,
): Review {
  const posts = () => fetchPosts(directory, github.remote);
  return { github, config, decide, gather: factsGatherer({ github, config, objects, posts, now }) };
}

/** Prints the plan. Resolves to whether there is one. */
async function show(review: Review, pull: number, { print }: Context): Promise<boolean> {
  const decided = await planFor(review, pull);
  print(reportStep(decided, pull));
  if ("ignored" in decided) return false;
  print(reportPlan(decided.plan));
  return true;
}

/** Resolves to whether everything was done. */
async function applyAll(review: Review, pull: number, { print }: Context): Promise<boolean> {
  let isWell = true;
  for await (const step of reconcile(review, pull)) {
    print(reportStep(step, pull));
    if ("outcome" in step && isBlocked(step)) isWell = false;
  }
  return isWell;
}

function reportStep(step: Step, pull: number): string {
  if ("ignored" in step) return reportIgnored(step, pull);
  return "plan" in step ? reportStanding(step.facts.pull, step.plan) : reportResult(step);
}

function reportIgnored(step: Ignored, pull: number): string {
  return step.ignored === "own" ? words.ownChange(pull) : words.otherBranch(pull, tame(step.base));
}

async function handOver(github: GitHub, pull: number, { print }: Context): Promise<void> {
  await askTheBot(github, pull);
  print(`  ${shared.askedTheBot(workflowPage(github, "triage.yml"))}`);
}
