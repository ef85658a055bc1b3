/** Which reports are due, and what those to the team count, from what GitHub's lists say of pull requests. */
import type { BoardConfig } from "../config.ts";
import { startOf } from "../days.ts";
import { percentile } from "../percentile.ts";
import type { Moment } from "../review/facts.ts";
import { kindLabels, reasonPrefix, stateLabels, waitLabels } from "../review/labels.ts";

/** A pull request as it stands in a list. */
export type ReportedPull = {
  number: number;
  title: string;
  labels: readonly string[];
  createdAt: Moment;
  /** Also of one that was merged. */
  closedAt: Moment | null;
};

/**
 * What is due when the clock has struck by a line of a schedule: on a day of the week, the queue and, for the
 * readers of the board, the digest; on a day of the month, the months. Not by what day it is: both may strike
 * on one day, and GitHub may be late. Who asks by hand gets what is for the team: readers are not told twice.
 *
 * @param line as in a workflow, such as `23 6 * * 1`; empty where somebody has asked by hand
 */
export function reportsDue(line: string): ("queue" | "month" | "digest")[] {
  const [, , monthDay = "*", , weekday = "*"] = line.split(" ");
  const due = [
    ...(weekday === "*" ? [] : (["queue", "digest"] as const)),
    ...(monthDay === "*" ? [] : (["month"] as const)),
  ];
  return due.length > 0 ? due : ["queue", "month"];
}

/** Posts that have waited for a reviewer longer than a board should let them, the longest first. */
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
  /** New posts that were sent in the month, by how they stand today; states that none has are left out. */
  sent: { state: string; count: number }[];
  /** New posts on which it was decided in the month: how many, and after how many hours. */
  decided: { count: number; median: number; ninetieth: number };
  /** Why those were not taken, the most frequent reason first. */
  reasons: { title: string; count: number }[];
};

/** The figures of a month. Moments are compared as texts, so that no month mixes with that of another year. */
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
    sent: Object.values(stateLabels)
      .map(({ name }) => ({ state: name, count: withLabel(sent, name) }))
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

const decisions: readonly string[] = [stateLabels.approved.name, stateLabels.rejected.name];

function withLabel(pulls: readonly ReportedPull[], label: string): number {
  return pulls.filter(({ labels }) => labels.includes(label)).length;
}

function hoursBetween(from: Moment, to: Moment): number {
  return (Date.parse(to) - Date.parse(from)) / 3_600_000;
}
