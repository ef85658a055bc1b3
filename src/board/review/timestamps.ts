/** Calculates with timestamps in GitHub’s format. */
import type { Instant, Moment } from "../days.ts";
import { instantOf } from "../days.ts";

/** An instant as GitHub would write it: to the second, in UTC. */
export function momentOf(instant: Instant): Moment {
  return instant.toUTC().set({ millisecond: 0 }).toISO({ suppressMilliseconds: true });
}

/** The timestamp a number of days later. */
export function daysLater(moment: Moment, days: number): Moment {
  return momentOf(instantOf(moment).plus({ days }));
}

/** Whole days between two timestamps; negative if `to` is earlier. */
export function daysFrom(from: Moment, to: Moment): number {
  return Math.floor(instantOf(to).diff(instantOf(from), "days").days);
}

/** Seconds between two timestamps; negative if `to` is earlier. */
export function secondsFrom(from: Moment, to: Moment): number {
  return instantOf(to).diff(instantOf(from), "seconds").seconds;
}
