/** Decides which owners get a reminder that their post ends soon. */
import type { BoardConfig } from "../config.ts";
import type { Day, Instant } from "../days.ts";
import { addDays, dayOf } from "../days.ts";
import { listedUntil, stateAt } from "../post/life-cycle.ts";
import { isSample } from "../post/sample.ts";
import type { ReadPost } from "./read-board.ts";
import { publishedOn } from "./read-board.ts";

/** `lastDay`: the last day (UTC) on which the post is listed. */
export type Reminder = { post: ReadPost; lastDay: Day };

/** The live posts that end within the board's `closingSoonDays`, soonest first. */
export function dueReminders(
  posts: readonly ReadPost[],
  config: BoardConfig,
  now: Instant,
): Reminder[] {
  return posts
    .flatMap((post): Reminder[] => {
      if (post.archived || isSample(post.job, config)) return [];
      const term = { ...post.job, published: publishedOn(post) };
      const state = stateAt(term, now, config.lifetimes);
      if (state.state !== "live" || !state.closingSoon) return [];
      const lastDay = addDays(dayOf(listedUntil(term, config.lifetimes)), -1);
      return [{ post, lastDay }];
    })
    .sort((a, b) => (a.post.slug < b.post.slug ? -1 : 1))
    .sort((a, b) => a.lastDay.localeCompare(b.lastDay));
}
