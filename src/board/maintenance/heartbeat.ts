/** When the daily run counts as stopped, and the issue that says so. */

import { stoppedBody, stoppedTitle } from "#words/maintenance.ts";
import type { Instant } from "../days.ts";

/** The workflow of daily maintenance. */
export const dailyWorkflow = "daily.yml";

/** The workflow that catches up every hour with what was missed. */
export const sweepWorkflow = "sweep.yml";

/** All workflows that run on a schedule. The daily run keeps them enabled. */
export const scheduledWorkflows = [
  dailyWorkflow,
  sweepWorkflow,
  "links.yml",
  "report.yml",
] as const;

const hour = 3_600_000;

/** Milliseconds after which something is late. Runs come once a day, and GitHub may delay them. */
export const patience = {
  /** Since the site was built. */
  build: 26 * hour,
  /** Since the last successful run, for visitors of the status page. */
  run: 48 * hour,
  /** The same, until an issue tells the maintainers. */
  issue: 72 * hour,
} as const;

/** @param lastRunAt when a run last succeeded, else when the workflow was created; ISO 8601 */
export function hasStopped(lastRunAt: string, now: Instant): boolean {
  return now.toMillis() - Date.parse(lastRunAt) > patience.issue;
}

/** Last line of the issue. The bot finds the issue by it. */
export const stoppedTag = "<!-- job-board: daily-run -->";

export function stoppedIssue(
  lastRunAt: string,
  repositoryUrl: string,
): { title: string; body: string } {
  const when = lastRunAt.slice(0, 16).replace("T", " at ");
  const workflow = `${repositoryUrl}/actions/workflows/${dailyWorkflow}`;
  return { title: stoppedTitle, body: `${stoppedBody(when, workflow)}\n\n${stoppedTag}` };
}
