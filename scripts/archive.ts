/** `npm run archive`: moves closed posts out of the way and writes into them when and why they closed. */
import { basename } from "node:path";
import type { Instant } from "../src/board/days.ts";
import type {
  ArchiveFacts,
  ArchivePlan,
  ArchiveStep,
  ClosingRequest,
} from "../src/board/listing/archiving.ts";
import { planDue, planRequested } from "../src/board/listing/archiving.ts";
import { checkSources } from "../src/board/listing/read-board.ts";
import { isSample } from "../src/board/post/sample.ts";
import type { Problem } from "../src/board/problem.ts";
import { errorRules } from "../src/board/rules/index.ts";
import { boardConfig } from "../src/board.config.ts";
import type { Environment } from "../src/services/environment.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { isShallow, lacksHistory, postHistories } from "../src/services/git.ts";
import { readJobFiles } from "../src/services/job-files.ts";
import { findNamedFile, missingFile } from "../src/services/named-files.ts";
import { moveJobFile } from "../src/services/write-jobs.ts";
import { runCommand, UsageError } from "./command.ts";
import { count, reportProblems } from "./problem-report.ts";

const reasons = ["filled", "removed"] as const;

const command = {
  usage: "npm run archive -- [--dry-run] [FILE… --reason filled|removed]",
  about: `Moves the posts whose time is over, and those closed in place, to jobs/archive/<year>/.
With FILEs it closes just those, for the reason given. Run twice, it changes things once.`,
  options: {
    "dry-run": { type: "boolean", help: "say what would be done, and do nothing" },
    reason: {
      type: "string",
      value: "WHY",
      help: `why the FILEs are closed: ${reasons.join(" or ")}`,
    },
  },
  takesFiles: true,
} as const;

await runCommand(command, async ({ flags, files }) => {
  const reason = readReason(flags.reason, files);
  const dryRun = flags["dry-run"] ?? false;
  const { jobsDir, now } = readEnvironment();
  const { facts, broken } = await gather(jobsDir, now);

  const plan = reason
    ? await planNamed(files, reason, { jobsDir, now }, facts)
    : planDue(facts, boardConfig, now);

  for (const step of plan.steps) {
    if (!dryRun) await moveJobFile(jobsDir, step);
    console.log(describe(step));
  }
  if (plan.problems.length > 0) console.error(`${reportProblems(plan.problems, process.stderr)}\n`);
  console.log(summary(plan, dryRun));
  if (!reason) for (const note of notes(facts, broken)) console.log(note);
  return plan.problems.length > 0 ? 1 : 0;
});

function readReason(
  text: string | undefined,
  files: readonly string[],
): ClosingRequest["reason"] | undefined {
  if (text === undefined && files.length === 0) return undefined;
  if (files.length === 0) throw new UsageError("--reason needs the FILEs that it is given for.");
  const reason = reasons.find((known) => known === text);
  if (!reason) throw new UsageError(`FILEs need --reason ${reasons.join(" or --reason ")}.`);
  return reason;
}

/** The posts without errors, and how many files were left out because of one. */
async function gather(
  jobsDir: string,
  now: Instant,
): Promise<{ facts: ArchiveFacts; broken: number }> {
  const sources = await readJobFiles(jobsDir, await postHistories(jobsDir));
  const { sound, problems } = checkSources(sources, boardConfig, now, { rules: errorRules });
  if (
    sound.some(({ job, archived }) => !archived && !job.published) &&
    (await isShallow(jobsDir))
  ) {
    throw new Error(lacksHistory);
  }
  const broken = new Set(problems.map(({ file }) => file)).size;
  return { facts: { posts: sound, files: new Set(sources.map(({ file }) => file)) }, broken };
}

/** All of the named posts or none: a slip in one name should not close half of them. */
async function planNamed(
  names: readonly string[],
  reason: ClosingRequest["reason"],
  { jobsDir, now }: Pick<Environment, "jobsDir" | "now">,
  facts: ArchiveFacts,
): Promise<ArchivePlan> {
  const found = await Promise.all(names.map((name) => findOnBoard(jobsDir, name, facts)));
  const requests = found.flatMap((file) => (typeof file === "string" ? [{ file, reason }] : []));
  const problems = found.filter((file) => typeof file !== "string");
  const plan = planRequested(requests, facts, boardConfig, now);
  const all = [...problems, ...plan.problems];
  return { steps: all.length > 0 ? [] : plan.steps, problems: all };
}

/** A post that was archived is still found by the path that it had before. */
async function findOnBoard(
  jobsDir: string,
  name: string,
  { posts }: ArchiveFacts,
): Promise<string | Problem> {
  const found = await findNamedFile(name, { directory: "", jobsDir });
  if (found?.outside) {
    return { ...missingFile(name), message: "This file is not one of the board’s posts." };
  }
  const slug = basename(name, ".md");
  const archived = posts.find((post) => post.archived && post.slug === slug);
  return found?.file ?? archived?.file ?? missingFile(name);
}

function describe({ from, to, closed }: ArchiveStep): string {
  const path = from === to ? to : `${from} -> ${to}`;
  return `${path} (${closed.reason} on ${closed.on})`;
}

function summary({ steps }: ArchivePlan, dryRun: boolean): string {
  if (steps.length === 0) return "Nothing to archive.";
  return dryRun
    ? `${count(steps.length, "post")} would be archived. Nothing was changed.`
    : `${count(steps.length, "post")} archived.`;
}

/** What was left alone, and why. */
function notes({ posts }: ArchiveFacts, broken: number): string[] {
  const samples = posts.filter(({ job, archived }) => !archived && isSample(job, boardConfig));
  return [
    ...(samples.length > 0
      ? [
          `${count(samples.length, "sample post")} left alone: the site moves the dates of samples forward at each build, so their time is never over. npm run adopt removes them.`,
        ]
      : []),
    ...(broken > 0
      ? [`${count(broken, "file")} with errors left alone: see npm run -s validate -- --all.`]
      : []),
  ];
}
