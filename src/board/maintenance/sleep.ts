/** When the board counts as left alone by its own daily run, and what is said of it. */
import type { Instant } from "../days.ts";

/** The workflow that looks after the board once a day. */
export const dailyWorkflow = "daily.yml";

/** All that run by the clock, which the daily one keeps switched on. */
export const scheduledWorkflows = [dailyWorkflow, "links.yml", "report.yml"] as const;

const hour = 3_600_000;

/** Milliseconds after which something is not as it should be. A run comes once a day, and GitHub may be late. */
export const patience = {
  /** Since the site was built. */
  build: 26 * hour,
  /** Since a run ended well, for visitors of the status page. */
  run: 48 * hour,
  /** The same, until the maintainers are told. */
  alarm: 72 * hour,
} as const;

/**
 * Whether the daily run has slept for too long.
 *
 * @param awakeAt when a run last ended well, else since when there is such a workflow; ISO 8601
 */
export function isAsleep(awakeAt: string, now: Instant): boolean {
  return now.toMillis() - Date.parse(awakeAt) > patience.alarm;
}

/** Ends the text of the issue, so that the bot knows it again. */
export const alarmTag = "<!-- job-board: daily-run -->";

/** The issue that tells the maintainers. */
export function alarmIssue(
  awakeAt: string,
  repositoryUrl: string,
): { title: string; body: string } {
  const when = awakeAt.slice(0, 16).replace("T", " at ");
  return {
    title: "The board’s daily run has stopped",
    body: [
      `Once a day the board looks after itself. It last did so without a fault on ${when} UTC. Posts whose time is over are not shown all the same. But as long as it does not run, nothing is archived, nobody’s claim lapses, and what GitHub did not tell in time is not made up for. If runs come and fail, one part of them does: the others are done.`,
      `Open [the daily run](${repositoryUrl}/actions/workflows/${dailyWorkflow}). If GitHub says there that it is disabled, press *Enable workflow*, then *Run workflow*. If runs have failed, the newest says at its end what is wrong.`,
      "This issue closes by itself once a run has ended well.",
      alarmTag,
    ].join("\n\n"),
  };
}
