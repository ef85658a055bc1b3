/** The days of a post that was listed on another board, so that it ends here on the day on which it would have ended there. */
import type { Day } from "../days.ts";
import { addDays } from "../days.ts";
import type { Job } from "../job/schema.ts";
import type { Listing } from "./imported-post.ts";

type Days = Pick<Job, "submitted" | "published" | "expires" | "closed">;

/** What is known of a post's time on the other board. */
export type Listed = {
  /** The day it was sent. */
  created: Day;
  /** The first day on which it is no longer listed, if it has one. */
  end: Day | undefined;
};

/**
 * The days of a post that is still listed. Its term begins so that it ends with the other board's; `isShortened` if that
 * is further away than a whole term.
 *
 * @param today the day on which it was first imported, so that a later import gives the same days
 */
export function liveDays(
  { created, end }: Listed,
  today: Day,
  listedDays: number,
): Days & { isShortened: boolean } {
  const latest = end === undefined ? created : addDays(end, -listedDays);
  const published = earlier(later(created, latest), later(today, created));
  const termEnd = addDays(published, listedDays);
  const isSooner = end !== undefined && end < termEnd;
  const isShortened = end !== undefined && end > termEnd;
  return {
    submitted: created,
    published,
    ...(isSooner && { expires: later(addDays(end, -1), created) }),
    isShortened,
  };
}

/** The days of a post that has closed. */
export function closedDays(
  { created, end }: Listed,
  closed: { on: Day; reason: "expired" | "filled" | "removed" },
  today: Day,
  listedDays: number,
): Days {
  const on = later(earlier(closed.on, today), created);
  const first = end === undefined ? created : later(created, addDays(end, -listedDays));
  return { submitted: created, published: earlier(first, on), closed: { ...closed, on } };
}

/** The days of a job whose board only says when it was posted and when it ends. */
export function listingOf(
  { created, end }: Listed,
  firstImported: Day,
  today: Day,
  listedDays: number,
): Listing {
  const { isShortened: _, ...days } = liveDays({ created, end }, firstImported, listedDays);
  const termEnd = addDays(days.published ?? created, listedDays);
  const over = end !== undefined && end < termEnd ? end : termEnd;
  if (over > today) return { state: "live", days };
  const closed = { on: over, reason: "expired" as const };
  return { state: "closed", days: closedDays({ created, end }, closed, today, listedDays) };
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}
