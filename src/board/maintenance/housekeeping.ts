/** Decides what daily maintenance does to the board’s posts, as one commit. */

import { archiveBody, archiveItem, archiveTitle } from "#words/maintenance.ts";
import type { BoardConfig } from "../config.ts";
import type { Instant } from "../days.ts";
import { isPostPath } from "../job/path.ts";
import type { ArchiveStep } from "../listing/archiving.ts";
import { planDue } from "../listing/archiving.ts";
import type { JobSource } from "../listing/read-board.ts";
import { checkSources } from "../listing/read-board.ts";
import type { Problem } from "../problem.ts";
import { errorRules } from "../rules/index.ts";

export type HousekeepingPlan = {
  steps: readonly ArchiveStep[];
  /** Why some posts cannot be archived. */
  problems: readonly Problem[];
  /** Files that are skipped because they have errors. */
  broken: number;
};

/** Posts in one commit. The rest follows on the next days; the site closes posts on time regardless. */
const stepsAtMost = 100;

/** The posts to archive, and the removed ones whose text is deleted. */
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

/** Files by their paths, with their new text; `null` deletes a file. */
export function changesOf(steps: readonly ArchiveStep[]): { path: string; text: string | null }[] {
  return steps.flatMap(({ from, to, text }) => [
    ...(from === to ? [] : [{ path: from, text: null }]),
    { path: to, text },
  ]);
}

/** Whether the changed paths are the planned ones, and all of them posts. */
export function isAsPlanned(paths: readonly string[], steps: readonly ArchiveStep[]): boolean {
  const planned = new Set(changesOf(steps).map(({ path }) => path));
  return (
    paths.length === planned.size && paths.every((path) => planned.has(path) && isPostPath(path))
  );
}

export function changeTitle({ length }: readonly ArchiveStep[]): string {
  return archiveTitle(length);
}

export function changeList(steps: readonly ArchiveStep[]): string {
  return steps
    .map(({ to, closed }) => archiveItem(nameOf(to), closed.reason, closed.on))
    .join("\n");
}

export function changeText(steps: readonly ArchiveStep[]): string {
  return archiveBody(changeList(steps));
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1, -".md".length);
}
