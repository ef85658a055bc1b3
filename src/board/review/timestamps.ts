/** Calculates with timestamps in GitHub’s format. */
import type { Moment } from "../days.ts";
import { instantOf, later, momentOf, secondsOf } from "../days.ts";

const secondsPerDay = 24 * 60 * 60;

/** The timestamp a number of days later. */
export function daysLater(moment: Moment, days: number): Moment {
  return momentOf(later(instantOf(moment), { days }));
}

/** Whole days between two timestamps; negative if `to` is earlier. */
export function daysFrom(from: Moment, to: Moment): number {
  return Math.floor(secondsFrom(from, to) / secondsPerDay);
}

/** Seconds between two timestamps; negative if `to` is earlier. */
export function secondsFrom(from: Moment, to: Moment): number {
  return secondsOf(instantOf(to)) - secondsOf(instantOf(from));
}
