/** Days as numbers, counted from 1970, which filters compare. */
import type { Day } from "../days.ts";

export const secondsPerDay = 86_400;

/** The number of the day on which a moment is, which is in milliseconds since 1970. */
export function dayNumberAt(milliseconds: number): number {
  return Math.floor(milliseconds / 1000 / secondsPerDay);
}

export function dayWithNumber(number: number): Day {
  return new Date(number * secondsPerDay * 1000).toISOString().slice(0, "2026-11-22".length);
}
