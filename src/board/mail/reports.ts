/** Which reports are due, and the figures in them, counted from GitHub’s lists of pull requests. */
import type { BoardConfig } from "../config.ts";
import { startOf } from "../days.ts";
import { percentile } from "../listing/statistics.ts";
import type { Moment } from "../review/facts.ts";
import type { SubmissionStatus } from "../review/label-names.ts";
import { reasonPrefix } from "../review/label-names.ts";
import { kindLabels, stateLabels, waitLabels } from "../review/labels.ts";

/** A pull request in GitHub’s list. */
export type ReportedPull = {
  number: number;
  title: string;
  labels: readonly string[];
  createdAt: Moment;
  /** Set when it was merged, too. */
  closedAt: Moment | null;
};

/**
 * The reports due by one line of the schedule: weekly, the queue and the readers’ digest; monthly, the figures.
 * Not by today’s date: both lines can be due on one day, and GitHub can be late. A manual run sends the team’s
 * reports only, so that readers get nothing twice.
 *
 * @param line as in a workflow, such as `23 6 * * 1`; empty for a manual run
 */
export function reportsDue(line: string): ("queue" | "month" | "digest")[] {
  const [, , monthDay = "*", , weekday = "*"] = line.split(" ");
  const due = [
    ...(weekday === "*" ? [] : (["queue", "digest"] as const)),
    ...(monthDay === "*" ? [] : (["month"] as const)),
  ];
  return due.length > 0 ? due : ["queue", "month"];
}

/** Posts that have waited too long for a reviewer, the longest wait first. */
export function overdue(pulls: readonly ReportedPull[]): { pull: ReportedPull; days: number }[] {
  return pulls
    .flatMap((pull) => {
      const label = waitLabels.find(({ name }) => pull.labels.includes(name));
      return label && pull.closedAt === null ? [{ pull, days: label.days }] : [];
    })
    .sort((a, b) => b.days - a.days || a.pull.number - b.pull.number);
}

export type MonthFigures = {
  /** `2026-11`. */
  month: string;
  /** New posts sent in the month by their status today, without statuses of no post. */
  sent: { status: SubmissionStatus; count: number }[];
  /** New posts approved or rejected in the month: how many, and after how many hours. */
  decided: { count: number; median: number; ninetieth: number };
  /** Why posts were rejected, the most frequent reason first. */
  reasons: { title: string; count: number }[];
};

export function monthFigures(
  pulls: readonly ReportedPull[],
  month: string,
  { review }: Pick<BoardConfig, "review">,
): MonthFigures {
  const posts = pulls.filter(({ labels }) => labels.includes(kindLabels.new.name));
  const sent = posts.filter(({ createdAt }) => createdAt.startsWith(month));
  const decided = posts.filter(
    ({ closedAt, labels }) =>
      closedAt?.startsWith(month) && decisions.some((name) => labels.includes(name)),
  );
  const hours = decided
    .map(({ createdAt, closedAt }) => hoursBetween(createdAt, closedAt ?? createdAt))
    .sort((a, b) => a - b);
  const rejected = decided.filter(({ labels }) => labels.includes(stateLabels.rejected.name));
  return {
    month,
    sent: statuses
      .map((status) => ({ status, count: withLabel(sent, stateLabels[status].name) }))
      .filter(({ count }) => count > 0),
    decided: {
      count: decided.length,
      median: percentile(hours, 50),
      ninetieth: percentile(hours, 90),
    },
    reasons: review.reasons
      .map(({ slug, title }) => ({ title, count: withLabel(rejected, `${reasonPrefix}${slug}`) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
  };
}

/** The month before another: that of `2027-01` is `2026-12`. */
export function monthBefore(month: string): string {
  return startOf(`${month}-01`).minus({ months: 1 }).toFormat("yyyy-MM");
}

const statuses = Object.keys(stateLabels) as SubmissionStatus[];

const decisions: readonly string[] = [stateLabels.approved.name, stateLabels.rejected.name];

function withLabel(pulls: readonly ReportedPull[], label: string): number {
  return pulls.filter(({ labels }) => labels.includes(label)).length;
}

function hoursBetween(from: Moment, to: Moment): number {
  return (Date.parse(to) - Date.parse(from)) / 3_600_000;
}
