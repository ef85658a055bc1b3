/** Reckoning with moments as GitHub writes them. */
import { DateTime } from "luxon";
import type { Instant } from "../days.ts";
import type { Moment } from "./facts.ts";

/** An instant as GitHub would write it: to the second, in UTC. */
export function momentOf(instant: Instant): Moment {
  return instant.toUTC().set({ millisecond: 0 }).toISO({ suppressMilliseconds: true });
}

/** The moment that lies so many days after another. */
export function daysLater(moment: Moment, days: number): Moment {
  return momentOf(instantOf(moment).plus({ days }));
}

/** Whole days from one moment to another; negative if `to` comes first. */
export function daysFrom(from: Moment, to: Moment): number {
  return Math.floor(instantOf(to).diff(instantOf(from), "days").days);
}

function instantOf(moment: Moment): Instant {
  const instant = DateTime.fromISO(moment, { zone: "utc" });
  if (!instant.isValid) throw new RangeError(`“${moment}” is not a moment.`);
  return instant;
}
