/** `npm run archive`: moves closed posts to the archive and records when and why they closed. */
import { basename } from "node:path";
import { shallowClone } from "#words/terminal-errors.ts";
import { archive as words } from "#words/terminal-posts.ts";
import type { ArchiveFacts, ArchivePlan, ClosingRequest } from "../src/board/listing/archiving.ts";
import { planDue, planRequested } from "../src/board/listing/archiving.ts";
import { checkSources } from "../src/board/listing/read-board.ts";
import { isSample } from "../src/board/post/sample.ts";
import type { Problem } from "../src/board/problem.ts";
import { errorRules } from "../src/board/rules/index.ts";
import { findNamedFile, missingFile } from "../src/services/named-files.ts";
import { readPostsWithHistory } from "../src/services/needed-history.ts";
import { moveJobFile } from "../src/services/write-jobs.ts";
import type { Context } from "./command.ts";
import { defineCommand, startCommand, UsageError } from "./command.ts";
import { describeStep, reportProblems } from "./problem-report.ts";

const reasons = ["filled", "removed"] as const;

const definition = {
  usage: words.usage,
  about: words.about,
  options: {
    reason: { type: "string", ...words.options.reason },
    "dry-run": { type: "boolean", ...words.options["dry-run"] },
  },
  takesFiles: true,
} as const;

export const command = defineCommand(definition, async (context, { flags, files }) => {
  const { config, environment, print, printError, stderr } = context;
  const { jobsDir, now } = environment;
  const reason = readReason(flags.reason, files);
  const isDryRun = flags["dry-run"] ?? false;
  const { facts, broken } = await gather(context);

  const plan = reason
    ? await planNamed(files, reason, facts, context)
    : planDue(facts, config, now);

  for (const step of plan.steps) {
    if (!isDryRun) await moveJobFile(jobsDir, step);
    print(describeStep(step));
  }
  if (plan.problems.length > 0) printError(`${reportProblems(plan.problems, stderr)}\n`);
  print(summary(plan, isDryRun));
  if (!reason) for (const note of notes(facts, broken, context)) print(note);
  return plan.problems.length > 0 ? 1 : 0;
});

if (import.meta.main) await startCommand(command);

function readReason(
  text: string | undefined,
  files: readonly string[],
): ClosingRequest["reason"] | undefined {
  if (text === undefined && files.length === 0) return undefined;
  if (files.length === 0) throw new UsageError(words.reasonWithoutFiles);
  const reason = reasons.find((known) => known === text);
  if (!reason) throw new UsageError(words.reasonMissing);
  return reason;
}

/** The posts without errors, and how many files have one. */
async function gather({
  config,
  environment: { jobsDir, now },
}: Context): Promise<{ facts: ArchiveFacts; broken: number }> {
  const { sources, isComplete } = await readPostsWithHistory(jobsDir, config, now);
  if (!isComplete) throw new Error(shallowClone);
  const { sound, problems } = checkSources(sources, config, now, { rules: errorRules });
  const broken = new Set(problems.map(({ file }) => file)).size;
  return { facts: { posts: sound, files: new Set(sources.map(({ file }) => file)) }, broken };
}

/** All of the named posts or none: a typo in one name should not close half of them. */
async function planNamed(
  names: readonly string[],
  reason: ClosingRequest["reason"],
  facts: ArchiveFacts,
  context: Context,
): Promise<ArchivePlan> {
  const found = await Promise.all(names.map((name) => findOnBoard(name, facts, context)));
  const requests = found.flatMap((file) => (typeof file === "string" ? [{ file, reason }] : []));
  const problems = found.filter((file) => typeof file !== "string");
  const plan = planRequested(requests, facts, context.config, context.environment.now);
  const all = [...problems, ...plan.problems];
  return { steps: all.length > 0 ? [] : plan.steps, problems: all };
}

/** An archived post is still found by its former path. */
async function findOnBoard(
  name: string,
  { posts }: ArchiveFacts,
  { directory, environment: { jobsDir } }: Context,
): Promise<string | Problem> {
  const found = await findNamedFile(name, { directory, jobsDir });
  if (found?.outside) return { ...missingFile(name), message: words.notAPost };
  const slug = basename(name, ".md");
  const archived = posts.find((post) => post.archived && post.slug === slug);
  return found?.file ?? archived?.file ?? missingFile(name);
}

function summary({ steps }: ArchivePlan, isDryRun: boolean): string {
  if (steps.length === 0) return words.nothing;
  return isDryRun ? words.wouldArchive(steps.length) : words.archived(steps.length);
}

/** What was skipped, and why. */
function notes({ posts }: ArchiveFacts, broken: number, { config }: Context): string[] {
  const samples = posts.filter(({ job, archived }) => !archived && isSample(job, config));
  return [
    ...(samples.length > 0 ? [words.samplesSkipped(samples.length)] : []),
    ...(broken > 0 ? [words.withErrorsSkipped(broken)] : []),
  ];
}
