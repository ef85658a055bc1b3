/** Plans the days of a simulation: how many posts are sent, waves of spam, and GitHub's outages. */
import { Random } from "../../scripts/demo-posts/random.ts";

export type Outage = {
  /** In minutes since midnight, UTC. It begins after the next action of somebody; a lossy one, after a decision. */
  from: number;
  /** Seconds between that action and the outage. */
  after: number;
  minutes: number;
  /** `down`: every request fails. `lossy`: changes are made, but many responses are lost. */
  kind: "down" | "lossy";
};

export type PlannedDay = {
  /** Minutes at which people send posts. */
  sendings: number[];
  /** Minutes at which spam is sent. */
  spam: number[];
  outage?: Outage;
};

/** Including spam. */
export const submissionsPerYear = 1500;

const daysOfYear = 365;
const spamPerYear = 350;
/** Days from one wave of spam to the next. */
const betweenWaves = 45;
const workingHours = { from: 7 * 60, to: 20 * 60 };

/** The same seed gives the same days, however many there are. */
export function planDays(
  seed: number,
  days: number,
  weekdayOf: (day: number) => number,
): PlannedDay[] {
  const outages = outagesOf(days);
  const waves = wavesOf(days);
  return Array.from({ length: days }, (_, day) => {
    const random = new Random(Math.imul(seed, 7919) + day);
    const isWeekend = [0, 6].includes(weekdayOf(day));
    // Most posts are sent on working days.
    const mean = ((submissionsPerYear - spamPerYear) / daysOfYear) * (isWeekend ? 0.4 : 1.24);
    const sendings = Array.from({ length: countAround(mean, random) }, () =>
      random.int(workingHours.from, workingHours.to),
    );
    const wave = waves.get(day) ?? 0;
    const begin = random.int(workingHours.from, workingHours.to);
    const spam = Array.from({ length: wave }, () => begin + random.int(0, 90));
    const outage = outages.get(day);
    return { sendings: ascending(sendings), spam: ascending(spam), ...(outage && { outage }) };
  });
}

/** A random whole number with this mean, up to twice the mean. */
function countAround(mean: number, random: Random): number {
  const value = mean * (random.next() + random.next());
  return Math.floor(value) + (random.chance(value % 1) ? 1 : 0);
}

/** The number of spam posts by day. A short simulation has one small wave. */
function wavesOf(days: number): Map<number, number> {
  if (days < betweenWaves) return new Map(days > 2 ? [[2, 6]] : []);
  const each = Math.round((spamPerYear / daysOfYear) * betweenWaves);
  const count = Math.floor(days / betweenWaves);
  return new Map(Array.from({ length: count }, (_, wave) => [wave * betweenWaves + 17, each]));
}

function outagesOf(days: number): Map<number, Outage> {
  const down: Outage = { from: 11 * 60, after: 20, minutes: 65, kind: "down" };
  const lossy: Outage = { from: 8 * 60, after: 20, minutes: 50, kind: "lossy" };
  return new Map([
    [Math.floor(days / 3), down],
    [Math.floor((days * 2) / 3), lossy],
  ]);
}

function ascending(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}
