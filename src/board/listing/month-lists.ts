/** Lists by month. A month has the oldest post first, so that a new post only changes its last page. */

import { jobsPostedIn } from "#words/list-pages.ts";
import { monthAddress } from "../addresses.ts";
import { monthText } from "../day-text.ts";
import type { Day } from "../days.ts";
import type { Post } from "../post/post.ts";
import type { PostList } from "./list-pages.ts";

/** Months such as `2026-10` with their posts, the latest month first. */
export function byMonth(
  newestFirst: readonly Post[],
  dayOf: (post: Post) => Day,
): [month: string, oldestFirst: Post[]][] {
  const months = Map.groupBy(newestFirst, (post) => dayOf(post).slice(0, 7));
  return [...months]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([month, posts]) => [month, posts.toReversed()]);
}

/**
 * The months in which posts beyond the newest ones of a list were first listed. Each has all posts of its month, the
 * newest ones too, so that nothing moves between pages when a post is no longer among the newest.
 */
export function olderMonths(list: PostList, newest: number): PostList[] {
  const older = new Set(list.posts.slice(newest).map(({ published }) => published.slice(0, 7)));
  if (older.size === 0) return [];
  return byMonth(list.posts, ({ published }) => published)
    .filter(([month]) => older.has(month))
    .map(([month, posts]) => ({
      kind: "month",
      name: monthText(month),
      heading: jobsPostedIn(list.heading, monthText(month)),
      address: monthAddress(list.address, month),
      posts,
      whole: list.address,
    }));
}
