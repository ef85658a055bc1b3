/** Decides which posts go to the archive (expired, filled, removed) and how their files change. */

import { archive as words } from "#words/terminal-posts.ts";
import type { BoardConfig } from "../config.ts";
import type { Day, Instant } from "../days.ts";
import { dayOf } from "../days.ts";
import { writeJobFile } from "../job/file.ts";
import { archivedJobPath } from "../job/path.ts";
import { isRedacted, isRemoved, redact } from "../job/removed-post.ts";
import type { Job } from "../job/schema.ts";
import type { Closing } from "../post/life-cycle.ts";
import { stateAt } from "../post/life-cycle.ts";
import { isSample, sampleToday } from "../post/sample.ts";
import type { Finding, Problem } from "../problem.ts";
import type { ReadPost } from "./read-board.ts";
import { publishedOn, withHistory } from "./read-board.ts";

/** A file's new text and, unless it is already in the archive, its new path. */
export type ArchiveStep = { from: string; to: string; text: string; closed: Closing };

export type ArchivePlan = {
  steps: ArchiveStep[];
  /** What was to be archived and cannot be. */
  problems: Problem[];
};

/** A request to close a post early. */
export type ClosingRequest = { file: string; reason: "filled" | "removed" };

/** What the board's files contribute to a plan. */
export type ArchiveFacts = {
  posts: readonly ReadPost[];
  /** All files in the folder of posts, those that cannot be read too. */
  files: ReadonlySet<string>;
};

/**
 * Live posts that have expired or are closed, and removed posts in the archive that still have their text.
 * Samples are skipped: the site shifts their dates, so those in the files do not say whether they expired.
 */
export function planDue(facts: ArchiveFacts, config: BoardConfig, now: Instant): ArchivePlan {
  return gatherPlan(
    facts.posts.flatMap((post) => {
      if (isSample(post.job, config)) return [];
      if (post.archived)
        return isLeft(post.job) ? [stepFor(post, post.job.closed, facts, config, now)] : [];
      const state = stateAt(
        { ...post.job, published: publishedOn(post, now) },
        now,
        config.lifetimes,
      );
      if (state.state === "live") return [];
      return [stepFor(post, { on: state.on, reason: state.reason }, facts, config, now)];
    }),
  );
}

/**
 * The posts that somebody wants to close. A post in the archive stays there and can only become `removed`.
 * Posts that are already closed this way need no step.
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
      return [stepFor(post, { on, reason }, facts, config, now)];
    }),
  );
}

/** Whether a post was removed but its file still has its text. */
function isLeft(job: Job): job is Job & { closed: Closing } {
  return isRemoved(job) && !isRedacted(job);
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
  now: Instant,
): Outcome {
  const known = withHistory(post, config, now);
  const { published } = known;
  // A post whose own last day was over before it was listed closes on the day it was listed.
  const closed = { on: on < published ? published : on, reason };
  const to = post.archived ? post.file : archivedJobPath(post.slug, known.submitted);
  if (to !== post.file && files.has(to)) return { problems: [taken(post.file, to)] };
  const job: Job = { ...known, closed };
  const written = writeJobFile(to, isRemoved(job) ? redact(job) : job, config);
  return written.ok ? { from: post.file, to, text: written.text, closed } : written;
}

function today(post: ReadPost, config: BoardConfig, now: Instant): Day {
  return isSample(post.job, config) ? sampleToday(config, now) : dayOf(now);
}

function unfit(file: string): Problem {
  return problem(file, { field: null, ...words.hasErrors(file) });
}

function taken(file: string, to: string): Problem {
  return problem(file, { field: null, ...words.placeTaken(to) });
}

function problem(file: string, finding: Finding): Problem {
  return { file, rule: "archive", severity: "error", ...finding };
}
