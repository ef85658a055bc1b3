/** Which posts are to leave the list for good, and how their files change. Decides; does nothing. */
import type { BoardConfig } from "../config.ts";
import type { Day, Instant } from "../days.ts";
import { dayOf } from "../days.ts";
import { emptied, isEmptied, isRemoved } from "../job/emptied.ts";
import { writeJobFile } from "../job/file.ts";
import { archivedJobPath } from "../job/path.ts";
import type { Job } from "../job/schema.ts";
import type { Closing } from "../post/life-cycle.ts";
import { stateAt } from "../post/life-cycle.ts";
import { isSample, sampleToday } from "../post/sample.ts";
import type { Finding, Problem } from "../problem.ts";
import type { ReadPost } from "./read-board.ts";
import { publishedOn, withHistory } from "./read-board.ts";

/** A file that gets another text and, unless it lies in the archive already, another place. */
export type ArchiveStep = { from: string; to: string; text: string; closed: Closing };

export type ArchivePlan = {
  steps: ArchiveStep[];
  /** What was to be archived and cannot be. */
  problems: Problem[];
};

/** A person’s request to close a post before its time. */
export type ClosingRequest = { file: string; reason: "filled" | "removed" };

/** What the board's files have to say for a plan. */
export type ArchiveFacts = {
  posts: readonly ReadPost[];
  /** All files in the folder of posts, those that cannot be read too. */
  files: ReadonlySet<string>;
};

/**
 * The live posts whose time is over, or that were closed in place, and those in the archive that were
 * removed and still hold their text. Samples are left alone: on the site they are moved forward, so that
 * the days in their files say nothing of whether they are over.
 */
export function planDue(facts: ArchiveFacts, config: BoardConfig, now: Instant): ArchivePlan {
  return gatherPlan(
    facts.posts.flatMap((post) => {
      if (isSample(post.job, config)) return [];
      if (post.archived)
        return isLeft(post.job) ? [stepFor(post, post.job.closed, facts, config)] : [];
      const state = stateAt({ ...post.job, published: publishedOn(post) }, now, config.lifetimes);
      if (state.state === "live") return [];
      return [stepFor(post, { on: state.on, reason: state.reason }, facts, config)];
    }),
  );
}

/**
 * The posts that somebody wants closed. One that lies in the archive stays there, and only becomes
 * `removed` if that is what is asked for; one that is as wanted already makes no step.
 */
export function planRequested(
  requests: readonly ClosingRequest[],
  facts: ArchiveFacts,
  config: BoardConfig,
  now: Instant,
): ArchivePlan {
  const posts = new Map(facts.posts.map((post) => [post.file, post]));
  return gatherPlan(
    requests.flatMap(({ file, reason }): Outcome[] => {
      const post = posts.get(file);
      if (!post) return [{ problems: [unfit(file)] }];
      const { closed } = post.job;
      if (post.archived && (closed?.reason === reason || reason === "filled")) return [];
      const on = closed?.on ?? today(post, config, now);
      return [stepFor(post, { on, reason }, facts, config)];
    }),
  );
}

/** Whether a post was removed, and its text is still in its file. */
function isLeft(job: Job): job is Job & { closed: Closing } {
  return isRemoved(job) && !isEmptied(job);
}

type Outcome = ArchiveStep | { problems: Problem[] };

function gatherPlan(outcomes: readonly Outcome[]): ArchivePlan {
  return {
    steps: outcomes.filter((outcome) => "to" in outcome),
    problems: outcomes.flatMap((outcome) => ("to" in outcome ? [] : outcome.problems)),
  };
}

function stepFor(
  post: ReadPost,
  { on, reason }: Closing,
  { files }: ArchiveFacts,
  config: BoardConfig,
): Outcome {
  const known = withHistory(post, config);
  const { published } = known;
  // A post whose own last day was over before it was listed closes on the day it was listed.
  const closed = { on: on < published ? published : on, reason };
  const to = post.archived ? post.file : archivedJobPath(post.slug, closed.on);
  if (to !== post.file && files.has(to)) return { problems: [taken(post.file, to)] };
  const job: Job = { ...known, closed };
  const written = writeJobFile(to, isRemoved(job) ? emptied(job) : job, config);
  return written.ok ? { from: post.file, to, text: written.text, closed } : written;
}

function today(post: ReadPost, config: BoardConfig, now: Instant): Day {
  return isSample(post.job, config) ? sampleToday(config, now) : dayOf(now);
}

function unfit(file: string): Problem {
  return problem(file, {
    field: null,
    message: "This file has errors, so it cannot be archived.",
    fix: `Mend it first: npm run -s validate -- ${file}`,
  });
}

function taken(file: string, to: string): Problem {
  return problem(file, {
    field: null,
    message: `It would be moved to ${to}, but another file is there already.`,
    fix: "Give one of the two files another name.",
  });
}

function problem(file: string, finding: Finding): Problem {
  return { file, rule: "archive", severity: "error", ...finding };
}
