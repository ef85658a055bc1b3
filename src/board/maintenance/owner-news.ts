/** What owners of posts are to be told as time goes by. Decides; tells nobody. */
import { againAddress, postAddress } from "../addresses.ts";
import { absoluteUrl } from "../config.ts";
import type { Instant } from "../days.ts";
import { addDays, dayOf } from "../days.ts";
import type { ReadPost } from "../listing/read-board.ts";
import { publishedOn } from "../listing/read-board.ts";
import { dueReminders } from "../listing/reminders.ts";
import type { MailEvent } from "../mail/events.ts";
import { newsDays } from "../mail/events.ts";
import type { MailContext } from "../mail/message.ts";
import { stateAt } from "../post/life-cycle.ts";
import { isSample } from "../post/sample.ts";
import { requestPath, requestTitle } from "../requests/request-form.ts";

/** An event of a post’s life that nobody has brought about on its pull request. */
export type OwnerEvent = Extract<MailEvent, { what: "closing-soon" | "closed" }>;

/** By the event’s id it is known whether its owner was told. */
export type OwnerNews = { post: ReadPost; event: OwnerEvent };

/** What links to the board and to GitHub are made from. */
type LinkContext = Pick<MailContext, "config" | "repository">;

/** Of which posts there is something to be told, also what was told before. */
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
  return dueReminders(posts, config, now).map(({ post, lastDay }) => {
    const page = absoluteUrl(config, postAddress(post.slug));
    const request = (type: "renew" | "filled") =>
      repository + requestPath(page, type, requestTitle(post.slug));
    const mayRenew = (post.job.renewed?.length ?? 0) < config.lifetimes.renewals;
    return {
      post,
      event: {
        ...{ what: "closing-soon", lastDay, close: request("filled") },
        ...(mayRenew && { renew: request("renew") }),
      },
    };
  });
}

function closedLately(
  posts: readonly ReadPost[],
  { config }: LinkContext,
  now: Instant,
): OwnerNews[] {
  const since = addDays(dayOf(now), -newsDays);
  return posts.flatMap((post): OwnerNews[] => {
    if (isSample(post.job, config)) return [];
    const published = publishedOn(post);
    const state = stateAt({ ...post.job, published }, now, config.lifetimes);
    // Whoever has a post removed is not to be asked to post it again.
    if (state.state === "live" || state.reason === "removed") return [];
    // As the archive will say it, so that the event stays the same.
    const on = state.on < published ? published : state.on;
    if (on <= since) return [];
    // The form reads the file, whose path changes with the archiving; the page, which leads there, stays.
    const again = post.archived ? againAddress(post.file) : postAddress(post.slug);
    const { reason } = state;
    return [{ post, event: { what: "closed", on, reason, again: absoluteUrl(config, again) } }];
  });
}
