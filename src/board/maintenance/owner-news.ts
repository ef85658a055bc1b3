/** Decides which owners to notify that their post closes soon, or has closed. */

import * as words from "#words/maintenance.ts";
import { againAddress, postAddress } from "../addresses.ts";
import type { BoardConfig } from "../config.ts";
import { absoluteUrl } from "../config.ts";
import type { Day, Instant } from "../days.ts";
import { addDays, dayOf } from "../days.ts";
import type { ReadPost } from "../listing/read-board.ts";
import { publishedOn } from "../listing/read-board.ts";
import type { MailEvent } from "../mail/events.ts";
import { newsDays } from "../mail/events.ts";
import type { MailContext } from "../mail/message.ts";
import { isImported } from "../post/imported.ts";
import { mayRenew, stateAt } from "../post/life-cycle.ts";
import { isSample } from "../post/sample.ts";
import { requestPath, requestTitle } from "../requests/request-form.ts";
import type { Login } from "../review/facts.ts";

/** An event that a date triggers, not a person. */
type OwnerEvent = Extract<MailEvent, { what: "closing-soon" | "closed" }>;

/** The event’s id shows whether its owner was already notified. */
export type OwnerNews = { post: ReadPost; event: OwnerEvent };

/** What the links to the board and to GitHub are built from. */
type LinkContext = Pick<MailContext, "config" | "repository">;

/** All current news, including news that owners were already notified of. */
export function ownerNews(
  posts: readonly ReadPost[],
  context: LinkContext,
  now: Instant,
): OwnerNews[] {
  return [...closingSoon(posts, context, now), ...closedLately(posts, context, now)];
}

function closingSoon(
  posts: readonly ReadPost[],
  { config, repository }: LinkContext,
  now: Instant,
): OwnerNews[] {
  return dueReminders(posts, config, now).map(({ post, lastDay, isRenewable }) => {
    const page = absoluteUrl(config, postAddress(post.slug));
    const request = (type: "renew" | "filled") =>
      repository + requestPath(page, type, requestTitle(post.slug));
    return {
      post,
      event: {
        ...{ what: "closing-soon", lastDay, close: request("filled") },
        ...(isRenewable && { renew: request("renew") }),
      },
    };
  });
}

/** `lastDay`: the last day (UTC) on which the post is listed. */
type Reminder = { post: ReadPost; lastDay: Day; isRenewable: boolean };

/** The live posts that end within the board’s `closingSoonDays`, by their last day. */
export function dueReminders(
  posts: readonly ReadPost[],
  config: BoardConfig,
  now: Instant,
): Reminder[] {
  return posts
    .flatMap((post): Reminder[] => {
      if (post.archived || isUnowned(post, config)) return [];
      const term = { ...post.job, published: publishedOn(post, now) };
      const state = stateAt(term, now, config.lifetimes);
      if (state.state !== "live" || !state.closingSoon) return [];
      const lastDay = addDays(dayOf(state.until), -1);
      return [{ post, lastDay, isRenewable: mayRenew(state, now) }];
    })
    .sort((a, b) => (a.post.slug < b.post.slug ? -1 : 1))
    .sort((a, b) => a.lastDay.localeCompare(b.lastDay));
}

function closedLately(
  posts: readonly ReadPost[],
  { config }: LinkContext,
  now: Instant,
): OwnerNews[] {
  const since = addDays(dayOf(now), -newsDays);
  return posts.flatMap((post): OwnerNews[] => {
    if (isUnowned(post, config)) return [];
    const published = publishedOn(post, now);
    const state = stateAt({ ...post.job, published }, now, config.lifetimes);
    // Owners of removed posts are not asked to post again.
    if (state.state === "live" || state.reason === "removed") return [];
    // The same date as in the archived file, so that the event’s id stays the same.
    const on = state.on < published ? published : state.on;
    if (on <= since) return [];
    const again = againAddress(post.slug);
    const { reason } = state;
    return [{ post, event: { what: "closed", on, reason, again: absoluteUrl(config, again) } }];
  });
}

/** Whether there is nobody to notify: of samples, and of posts from another board that nobody has claimed. */
function isUnowned({ job }: ReadPost, config: BoardConfig): boolean {
  return isSample(job, config) || isImported(job, config);
}

/** On the pull request that added the post, in Markdown. GitHub notifies `author`, who is mentioned. */
export function ownerNotice(
  author: Login,
  { post, event }: OwnerNews,
  config: BoardConfig,
): string {
  const own = { author, page: absoluteUrl(config, postAddress(post.slug)) };
  return event.what === "closing-soon" ? words.closesSoon(own, event) : words.hasClosed(own, event);
}
