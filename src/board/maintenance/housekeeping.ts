/** What the board does to its own posts once a day, as one change. Decides; does nothing. */
import type { BoardConfig } from "../config.ts";
import type { Instant } from "../days.ts";
import type { ArchiveStep } from "../listing/archiving.ts";
import { planDue } from "../listing/archiving.ts";
import type { JobSource } from "../listing/read-board.ts";
import { checkSources } from "../listing/read-board.ts";
import type { Problem } from "../problem.ts";
import { errorRules } from "../rules/index.ts";

export type HousekeepingPlan = {
  steps: readonly ArchiveStep[];
  /** What was to be archived and cannot be. */
  problems: readonly Problem[];
  /** How many files were left alone because they have errors. */
  broken: number;
};

/** Posts in one change. After a long sleep the rest goes the next days; the site does not wait for it. */
const stepsAtMost = 100;

/** The posts that are to be archived now, and those that are to lose their text. */
export function planHousekeeping(
  sources: readonly JobSource[],
  config: BoardConfig,
  now: Instant,
): HousekeepingPlan {
  const { sound, problems } = checkSources(sources, config, now, { rules: errorRules });
  const files = new Set(sources.map(({ file }) => file));
  const plan = planDue({ posts: sound, files }, config, now);
  return {
    steps: plan.steps.slice(0, stepsAtMost),
    problems: plan.problems,
    broken: new Set(problems.map(({ file }) => file)).size,
  };
}

/** What the steps change: files by their paths, and what is to stand in them; `null`: nothing, they go. */
export function changesOf(steps: readonly ArchiveStep[]): { path: string; text: string | null }[] {
  return steps.flatMap(({ from, to, text }) => [
    ...(from === to ? [] : [{ path: from, text: null }]),
    { path: to, text },
  ]);
}

const post = /^jobs\/(?:archive\/\d{4}\/)?[^/]+\.md$/;

/** Whether what was changed, by paths, is what was to be changed, and nothing but posts. */
export function isAsPlanned(paths: readonly string[], steps: readonly ArchiveStep[]): boolean {
  const planned = new Set(changesOf(steps).map(({ path }) => path));
  return (
    paths.length === planned.size && paths.every((path) => planned.has(path) && post.test(path))
  );
}

/** The title of the change, as people read it in the history. */
export function changeTitle({ length }: readonly ArchiveStep[]): string {
  return `Archive ${length} post${length === 1 ? "" : "s"}`;
}

/** A line for each post. */
export function changeList(steps: readonly ArchiveStep[]): string {
  return steps
    .map(({ to, closed }) => `- ${nameOf(to)}: ${closed.reason} on ${closed.on}`)
    .join("\n");
}

/** What the pull request says, in Markdown, where one is needed. */
export function changeText(steps: readonly ArchiveStep[]): string {
  return [
    "These posts are closed, so their files go to the archive. Of those that were removed the text is taken out.",
    changeList(steps),
    "The board brings this up to date once a day and merges it itself. Where the rules of the repository ask for somebody’s word as well, it waits here for that. The site does not wait: it shows no post whose time is over.",
  ].join("\n\n");
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1, -".md".length);
}
