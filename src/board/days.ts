/** Calendar days and seconds in UTC: parsing, comparing, counting, and which day a moment belongs to. */

/** A calendar day in UTC, written as ISO 8601: `2026-11-22`. Days compare as strings. */
export type Day = string;

/** A second in UTC, as GitHub writes it: `2026-11-22T08:00:00Z`. Can be compared as a string. */
export type Moment = string;

/** A moment. Nobody changes it, because many share it. */
export type Instant = Omit<Date, `set${string}`>;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** A day, or a time of a day with or without a time zone. */
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;
/** In UTC every day is as long as the next. */
const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** Days as moments, cached: thousands of posts have only hundreds of days, and parsing is slow. */
const known = new Map<Day, Instant>();

function parse(text: string): Instant | undefined {
  const already = known.get(text);
  if (already) return already;
  const milliseconds = DATE.test(text) ? Date.parse(text) : Number.NaN;
  // Some engines count on from 30 February.
  if (Number.isNaN(milliseconds) || isoDay(milliseconds) !== text) return undefined;
  const start = new Date(milliseconds);
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
  return momentOf(new Date(seconds * 1000));
}

/** The second in which a moment is. */
export function momentOf(instant: Instant): Moment {
  return `${instant.toISOString().slice(0, -".000Z".length)}Z`;
}

/** The number of that second in Unix time. */
export function secondsOf(instant: Instant): number {
  return Math.floor(instant.getTime() / 1000);
}

/** A moment by its text in ISO 8601, in UTC unless it names another time zone. `undefined` if there is none. */
export function readInstant(text: string): Instant | undefined {
  const timestamp = TIMESTAMP.exec(text);
  const day = dayIn(text);
  if (!timestamp || !parse(day)) return undefined;
  const [, zone] = timestamp;
  const instant = new Date(zone || text === day ? text : `${text}Z`);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

/** A moment by its text. Throws a RangeError for text that is not a timestamp. */
export function instantOf(moment: Moment): Instant {
  const instant = readInstant(moment);
  if (!instant) throw new RangeError(`“${moment}” is not a timestamp.`);
  return instant;
}

const millisecondsPer = {
  days: millisecondsPerDay,
  hours: 60 * 60 * 1000,
  minutes: 60 * 1000,
  seconds: 1000,
  milliseconds: 1,
};

export type Duration = Partial<Record<keyof typeof millisecondsPer, number>>;

/** The moment that is this much later. */
export function later(instant: Instant, duration: Duration): Instant {
  return new Date(instant.getTime() + millisecondsOf(duration));
}

/** The moment that is this much earlier. */
export function earlier(instant: Instant, duration: Duration): Instant {
  return new Date(instant.getTime() - millisecondsOf(duration));
}

function millisecondsOf(duration: Duration): number {
  const units = Object.keys(duration) as (keyof Duration)[];
  return units.reduce((sum, unit) => sum + (duration[unit] ?? 0) * millisecondsPer[unit], 0);
}

/** The day to which a moment belongs, from its text; of a day, the day itself. */
export function dayIn(moment: Moment | Day): Day {
  return moment.slice(0, "2026-11-22".length);
}

/** The day in UTC to which a moment belongs. */
export function dayOf(instant: Instant): Day {
  return isoDay(instant.getTime());
}

/** The day this many days after another, or before it if negative. */
export function addDays(day: Day, days: number): Day {
  return isoDay(startOf(day).getTime() + days * millisecondsPerDay);
}

/** The number of days between two days; negative if `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return (startOf(to).getTime() - startOf(from).getTime()) / millisecondsPerDay;
}

function isoDay(milliseconds: number): Day {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
