/** Why posts were rejected, counted from the labels of their pull requests. */

import { language } from "#words/language.ts";
import { noReason } from "#words/statistics.ts";
import { reasonIn } from "../../board/review/label-names.ts";

/** What is needed of an issue in https://docs.github.com/rest/issues/issues#list-repository-issues */
export type RefusedPost = {
  closed_at: string | null;
  labels: readonly { name: string }[];
};

export type Refusals = { total: number; reasons: readonly { title: string; count: number }[] };

/**
 * The most frequent first.
 *
 * @param titles of the board’s reasons, by their slugs
 * @param since earlier posts are not counted; ISO 8601 in UTC
 */
export function countRefusals(
  posts: readonly RefusedPost[],
  titles: Readonly<Record<string, string>>,
  since: string,
): Refusals {
  const recent = posts.filter(({ closed_at }) => closed_at !== null && closed_at >= since);
  const counts = new Map<string, number>();
  for (const { labels } of recent) {
    const slug = reasonIn(labels.map(({ name }) => name));
    const title = slug === undefined ? noReason : (titles[slug] ?? slug);
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  const reasons = [...counts]
    .map(([title, count]) => ({ title, count }))
    .sort((a, b) => b.count - a.count || a.title.localeCompare(b.title, language));
  return { total: recent.length, reasons };
}
