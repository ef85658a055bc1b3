/** When the daily run counts as stopped, and the issue that says so. */
import type { Instant } from "../days.ts";

/** The workflow of daily maintenance. */
export const dailyWorkflow = "daily.yml";

/** All workflows that run on a schedule. The daily run keeps them enabled. */
export const scheduledWorkflows = [dailyWorkflow, "links.yml", "report.yml"] as const;

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

/** Last line of the issue, by which the bot finds it. */
export const stoppedTag = "<!-- job-board: daily-run -->";

export function stoppedIssue(
  lastRunAt: string,
  repositoryUrl: string,
): { title: string; body: string } {
  const when = lastRunAt.slice(0, 16).replace("T", " at ");
  return {
    title: "The board’s daily run has stopped",
    body: [
      `Once a day the board looks after itself. It last did so without a fault on ${when} UTC. Posts whose time is over are not shown all the same. But as long as it does not run, nothing is archived, nobody’s claim lapses, and what GitHub did not tell in time is not made up for. If runs come and fail, one part of them does: the others are done.`,
      `Open [the daily run](${repositoryUrl}/actions/workflows/${dailyWorkflow}). If GitHub says there that it is disabled, press *Enable workflow*, then *Run workflow*. If runs have failed, the newest says at its end what is wrong.`,
      "This issue closes by itself once a run has ended well.",
      stoppedTag,
    ].join("\n\n"),
  };
}
