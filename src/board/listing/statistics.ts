/** Statistics of a year of posts. */

import { workplaceLabels } from "#words/fields.ts";
import { language } from "#words/language.ts";
import { no, tables, yes } from "#words/statistics.ts";
import { monthText } from "../day-text.ts";
import type { Day, Instant } from "../days.ts";
import { daysBetween } from "../days.ts";
import { areaNames } from "../post/place.ts";
import type { Post } from "../post/post.ts";

/** `share` of all counted posts, from 0 to 1. */
type Count = { name: string; count: number; share: number };

export type Table = { title: string; of: string; counts: readonly Count[] };

export type Statistics = {
  /** Posts first listed in each month, oldest first. Shares are relative to the largest month. */
  months: readonly Count[];
  /** Start of the first month, ISO 8601. */
  since: string;
  /** Total number of posts. */
  total: number;
  /** Topics, most frequent first. */
  tables: readonly Table[];
  /** Days from sending to listing: median and 90th percentile. */
  waiting: { median: number; ninth: number } | undefined;
};

/** The current month and the twelve before it. */
const monthsShown = 13;

/** Rows of a table; rarer values are left out. */
const rows = 15;

/** Counts live and closed posts, but not removed ones. */
export function statisticsOf(posts: readonly Post[], now: Instant): Statistics {
  const months = lastMonths(now);
  const recent = posts.filter(({ published }) => months.includes(published.slice(0, 7)));
  const perMonth = countBy(recent, ({ published }) => [published.slice(0, 7)]);
  const fullest = Math.max(1, ...perMonth.values());
  const table = (name: keyof typeof tables, counts: Iterable<[string, number]>): Table => ({
    title: tables[name][0],
    of: tables[name][1],
    counts: [...counts]
      .map(([name, count]) => ({ name, count, share: count / recent.length }))
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, language))
      .slice(0, rows),
  });
  return {
    months: months.map((month) => {
      const count = perMonth.get(month) ?? 0;
      return { name: monthText(month), count, share: count / fullest };
    }),
    since: `${months[0]}-01T00:00:00Z`,
    total: recent.length,
    tables: [
      table(
        "workplace",
        countBy(recent, ({ job }) => [workplaceLabels[job.workplace]]),
      ),
      table(
        "pay",
        countBy(recent, ({ job }) => [job.salary ? yes : no]),
      ),
      table(
        "countries",
        countBy(recent, ({ job }) => areaNames(job)),
      ),
      table(
        "types",
        countBy(recent, (post) => post.types.map(({ name }) => name)),
      ),
      table(
        "categories",
        countBy(recent, ({ category }) => [category.name]),
      ),
    ],
    waiting: waitingOf(recent),
  };
}

/** Months such as `2026-11`, oldest first. */
function lastMonths(now: Instant): string[] {
  const first = now.startOf("month").minus({ months: monthsShown - 1 });
  return Array.from({ length: monthsShown }, (_, index) =>
    first.plus({ months: index }).toFormat("yyyy-MM"),
  );
}

function countBy(posts: readonly Post[], keysOf: (post: Post) => string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const post of posts) {
    for (const key of keysOf(post)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function waitingOf(posts: readonly Post[]): Statistics["waiting"] {
  const days = posts
    .map(({ job, published }) => waited(job.submitted, published))
    .sort((a, b) => a - b);
  return days.length === 0
    ? undefined
    : { median: percentile(days, 50), ninth: percentile(days, 90) };
}

/**
 * By the nearest rank, so the result is one of the values; 0 if there are none.
 *
 * @param sorted the smallest first
 */
export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? 0;
}

/** A submission day can be later than the merge day, in time zones ahead of UTC. */
function waited(submitted: Day, published: Day): number {
  return Math.max(0, daysBetween(submitted, published));
}
