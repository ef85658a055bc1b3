/** `npm run triage`: gathers the facts about pull requests, decides, applies the plan, and prepares mail about it. */

import * as shared from "#words/terminal.ts";
import { triage as words } from "#words/terminal-github.ts";
import { decide } from "../src/board/review/decide.ts";
import type { RecentPull } from "../src/board/review/pending.ts";
import { isAnsweredEvent, pendingPulls, pullsWithHead } from "../src/board/review/pending.ts";
import { cityNames } from "../src/services/city-names.ts";
import type { GitObjects } from "../src/services/git-objects.ts";
import { fetchPosts } from "../src/services/git-posts.ts";
import { finishChanges } from "../src/services/github/actions/finish-changes.ts";
import { askTheBot, ensurePublished } from "../src/services/github/actions/publish.ts";
import type { GitHub } from "../src/services/github/client.ts";
import type { EventSubject } from "../src/services/github/event-subject.ts";
import { actsAsBot } from "../src/services/github/facts/accounts.ts";
import type { Discussion } from "../src/services/github/facts/discussion.ts";
import type { Ignored } from "../src/services/github/facts/pull-request.ts";
import {
  answerIfPossible,
  readRecentPulls,
  readRecentPullsAndDiscussion,
} from "../src/services/github/facts/recent-pulls.ts";
import { factsGatherer } from "../src/services/github/gather.ts";
import { pullsChangedSince } from "../src/services/github/light-sweep.ts";
import { tellWaiting } from "../src/services/github/limit-notices.ts";
import { monitorDailyRun, reportStoppedRun } from "../src/services/github/monitor.ts";
import type { RateLimitError } from "../src/services/github/rate-limit.ts";
import type { Decided, Review, Step } from "../src/services/github/reconcile.ts";
import { afterStep, isBlocked, planFor, reconcile } from "../src/services/github/reconcile.ts";
import { pullsToReview } from "../src/services/github/sweep.ts";
import type { PreparedMail } from "../src/services/mail/prepared.ts";
import type { Context, ExitCode } from "./command.ts";
import { defineCommand, startCommand } from "./command.ts";
import { attempt, connect, handleEach, openObjects, requireToken, workflowPage } from "./github.ts";
import { handOverMail, isUrgent, mailAbout } from "./mail.ts";
import { readSince, readSubject, subjectOptions } from "./pull-subject.ts";
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
  const since = await readSince(flags, github, context.environment.now);
  const event = flags.event !== undefined && typeof subject === "object" ? subject : undefined;
  const recent = event && (await readRecent(github, event, context));
  // Comments and reactions only count as the bot's if the bot wrote them.
  const isBot = !isDryRun && (recent?.isBot ?? (await actsAsBot(github)));
  // Asking the bot would start the same workflow again, for ever.
  if (!isBot && !isDryRun && context.environment.eventName) throw new Error(shared.unknownApp);

  await using objects = await openObjects(github);
  const review = reviewOf(github, objects, context, recent?.discussion);
  const find = () =>
    since
      ? pullsChangedSince(github, since, objects, context.config)
      : pullsToReview(github, subject, context.environment.now);
  if (!isBot) return await showPlans(review, await find(), isDryRun, context);
  if (!event || !recent) return await reviewFound(review, find, subject === "all", context);
  const known = "head" in event ? pullsWithHead(event.head, recent.pulls) : [];
  const own = known.length > 0 ? known : await find();
  return await answerEvent(review, { event, own, pulls: recent.pulls }, context);
});

if (import.meta.main) await startCommand(command);

/** An event about a pull request. */
type Event = Extract<EventSubject, object>;

type Recent = Awaited<ReturnType<typeof readRecentPullsAndDiscussion>>;

/** With what is said in the pull request that the event is about, where it names one. */
async function readRecent(github: GitHub, event: Event, context: Context): Promise<Recent> {
  const recent = await answerIfPossible(
    "pull" in event ? readRecentPullsAndDiscussion(github, event.pull) : readRecentPulls(github),
    (failure) => context.printError(reportFailure(words.readingOthers, failure)),
  );
  return recent ?? { isBot: await actsAsBot(github), pulls: [] };
}

/** For people: what the bot would do, and unless it is a dry run, asks it to. */
async function showPlans(
  review: Review,
  pulls: readonly number[],
  isDryRun: boolean,
  context: Context,
): Promise<ExitCode> {
  if (pulls.length === 0) context.print(words.none);
  const { failed } = await handleEach(pulls, batchOf(review, context), async (pull) => {
    const isPlanned = await show(review, pull, context);
    if (isPlanned && !isDryRun) await handOver(review.github, pull, context);
    return true;
  });
  return failed.length === 0 ? 0 : 1;
}

/** @param isSweep whether to finish as well what earlier runs left behind */
async function reviewFound(
  review: Review,
  find: () => Promise<number[]>,
  isSweep: boolean,
  context: Context,
): Promise<ExitCode> {
  const { github } = review;
  const isFinished = !isSweep || (await finishAll(github, context));
  const { failed, mail } = await reviewEach(review, await find(), context);
  await handOverMail(mail, context);
  const isPublished = !isSweep || (await publishMerged(github, context));
  const isMonitored = !isSweep || (await monitor(github, monitorDailyRun, context));
  return isFinished && failed.length === 0 && isPublished && isMonitored ? 0 : 1;
}

/** Resolves to what was not handled, and to the mail about the rest. */
async function reviewEach(review: Review, pulls: readonly number[], context: Context) {
  if (pulls.length === 0) context.print(words.none);
  const mail: PreparedMail[] = [];
  const ends = await handleEach(pulls, batchOf(review, context), async (pull) => {
    const { isWell, known } = await applyAll(review, pull, context);
    if (known) mail.push(...mailAbout(known, review));
    return isWell;
  });
  return { ...ends, mail };
}

function batchOf({ github }: Review, context: Context) {
  return { github, context, requests: requestsPerPull, nameOf: (pull: number) => `#${pull}` };
}

/**
 * Reviews the pull requests that an event is about, and others in which something waits: their own runs, which queue
 * behind this one, then have nothing to do.
 */
async function answerEvent(
  review: Review,
  { event, own, pulls }: { event: Event; own: readonly number[]; pulls: readonly RecentPull[] },
  context: Context,
): Promise<ExitCode> {
  const { github, config } = review;
  const { now } = context.environment;
  const isAnswered = "pull" in event && isAnsweredEvent(event, pulls);
  if (isAnswered) context.print(words.answered);
  const pending = pendingPulls(isAnswered ? [] : own, pulls, { config, now });
  const { failed, limit, mail } = await reviewEach(review, pending, context);
  if (mail.some(isUrgent)) await handOverMail(mail, context);
  if (limit) {
    await tellAll(github, failed, limit, context);
    return 1;
  }
  const isReviewed = !failed.some((pull) => own.includes(pull));
  // On events too, because GitHub stops all schedules together.
  const isPush = "pull" in event && event.cause !== undefined && "pushedAt" in event.cause;
  const isMonitored = !isPush || (await monitor(github, reportStoppedRun, context));
  return isReviewed && isMonitored ? 0 : 1;
}

/** Tells those whose commands wait in pull requests that were not handled because of the limit. */
async function tellAll(
  github: GitHub,
  pulls: readonly number[],
  limit: RateLimitError,
  context: Context,
): Promise<void> {
  await attempt(words.telling, context, async () => {
    for (const pull of await tellWaiting(github, pulls, limit.until, context.config)) {
      context.print(words.told(pull));
    }
    return true;
  });
}

/** Resolves to whether the check succeeded, whatever its result. */
function monitor(
  github: GitHub,
  check: typeof monitorDailyRun,
  context: Context,
): Promise<boolean> {
  return attempt(words.monitoring, context, async () => {
    github.allowance.left = requestsPerPull;
    const issue = await check(github, context.now());
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
  discussion: Discussion | undefined,
): Review {
  const posts = () => fetchPosts(directory, github.remote);
  const gather = factsGatherer({ github, config, objects, posts, now, discussion });
  const decideWithCities: Review["decide"] = (facts) => decide(facts, config, cityNames);
  return { github, config, objects, decide: decideWithCities, gather };
}

/** Prints the plan. Resolves to whether there is one. */
async function show(review: Review, pull: number, { print }: Context): Promise<boolean> {
  const decided = await planFor(review, pull);
  print(reportStep(decided, pull));
  if ("ignored" in decided) return false;
  print(reportPlan(decided.plan));
  return true;
}

/** Resolves to whether everything was done, and to what is known afterwards, unless the pull request is ignored. */
async function applyAll(review: Review, pull: number, { print }: Context) {
  let isWell = true;
  let known: Decided | undefined;
  for await (const step of reconcile(review, pull)) {
    print(reportStep(step, pull));
    if ("outcome" in step && isBlocked(step)) isWell = false;
    known = afterStep(known, step, review.config);
  }
  return { isWell, known };
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
