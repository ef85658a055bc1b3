import { DateTime } from "luxon";

/** A calendar day in UTC, written as ISO 8601: `2026-11-22`. Days compare as strings. */
export type Day = string;

/** A moment, always in UTC. */
export type Instant = DateTime<true>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a day that exists: `2026-02-30` is not one. */
export function isDay(text: string): boolean {
  return DAY.test(text) && DateTime.fromISO(text, { zone: "utc" }).isValid;
}

/** The moment 00:00 UTC at which a day starts. Throws a RangeError if the day does not exist. */
export function startOf(day: Day): Instant {
  const start = DateTime.fromISO(day, { zone: "utc" });
  if (!DAY.test(day) || !start.isValid) throw new RangeError(`“${day}” is not a day.`);
  return start;
}

/** The day in UTC to which a moment belongs. */
export function dayOf(instant: Instant): Day {
  return instant.toUTC().toISODate();
}

/** The day that lies so many days after (before, if negative) another. */
export function addDays(day: Day, days: number): Day {
  return dayOf(startOf(day).plus({ days }) as Instant);
}

/** How many days lie between two days; negative if `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round(startOf(to).diff(startOf(from), "days").days);
}
