/** Calendar days and seconds in UTC: parsing, comparing, counting, and which day a moment belongs to. */
import { DateTime } from "luxon";

/** A calendar day in UTC, written as ISO 8601: `2026-11-22`. Days compare as strings. */
export type Day = string;

/** A second in UTC, as GitHub writes it: `2026-11-22T08:00:00Z`. Can be compared as a string. */
export type Moment = string;

/** A moment, always in UTC. */
export type Instant = DateTime<true>;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** In UTC every day is as long as the next. */
const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** Days as moments, cached: thousands of posts have only hundreds of days, and parsing is slow. */
const known = new Map<Day, Instant>();

function parse(text: string): Instant | undefined {
  const already = known.get(text);
  if (already) return already;
  const start = DATE.test(text) ? DateTime.fromISO(text, { zone: "utc" }) : undefined;
  if (!start?.isValid) return undefined;
  known.set(text, start);
  return start;
}

/**
 * Whether the text is a day that exists: `2026-02-30` is not one. Nor is `9999-12-31`, which is far from
 * any honest post and whose tomorrow has no such name.
 */
export function isDay(text: string): boolean {
  return /^[12]/.test(text) && parse(text) !== undefined;
}

/** The moment 00:00 UTC at which a day starts. Throws a RangeError if the day does not exist. */
export function startOf(day: Day): Instant {
  const start = parse(day);
  if (!start) throw new RangeError(`“${day}” is not a day.`);
  return start;
}

/** Whether the text is a second that exists. */
export function isMoment(text: string): boolean {
  const milliseconds = isDay(dayIn(text)) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(milliseconds) && momentAt(milliseconds / 1000) === text;
}

/** The text of a second, by its number in Unix time. */
export function momentAt(seconds: number): Moment {
  return `${new Date(seconds * 1000).toISOString().slice(0, -".000Z".length)}Z`;
}

/** A moment by its text. Throws a RangeError for text that is not a timestamp. */
export function instantOf(moment: Moment): Instant {
  const instant = DateTime.fromISO(moment, { zone: "utc" });
  if (!instant.isValid) throw new RangeError(`“${moment}” is not a timestamp.`);
  return instant;
}

/** The day to which a moment belongs, from its text; of a day, the day itself. */
export function dayIn(moment: Moment | Day): Day {
  return moment.slice(0, "2026-11-22".length);
}

/** The day in UTC to which a moment belongs. */
export function dayOf(instant: Instant): Day {
  return isoDay(instant.toMillis());
}

/** Sums, kept for the same reason. */
const sums = new Map<string, Day>();

/** The day this many days after another, or before it if negative. */
export function addDays(day: Day, days: number): Day {
  const key = `${day} ${days}`;
  const sum = sums.get(key) ?? isoDay(startOf(day).toMillis() + days * millisecondsPerDay);
  sums.set(key, sum);
  return sum;
}

/** The number of days between two days; negative if `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return (startOf(to).toMillis() - startOf(from).toMillis()) / millisecondsPerDay;
}

function isoDay(milliseconds: number): Day {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
