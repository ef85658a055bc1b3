/** Days as people write them, in the board's language. */
import * as words from "#words/language.ts";
import type { Day } from "./days.ts";

/** The names of the twelve months. Made once, because formats are expensive. */
export function monthNames(language: string, month: "long" | "short"): string[] {
  const { format } = new Intl.DateTimeFormat(language, { month, timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, index) => format(Date.UTC(2000, index)));
}

const months = /* @__PURE__ */ monthNames(words.language, "long");
const shortMonths = /* @__PURE__ */ monthNames(words.language, "short");

/** “22 November 2026”. */
export function dayText(day: Day): string {
  return words.dayText(Number(day.slice(8)), monthName(day), day.slice(0, 4));
}

/** “22 Nov”, for lists in which the year is plain. */
export function shortDayText(day: Day): string {
  return words.dayText(Number(day.slice(8)), shortMonths[monthIndex(day)] ?? "");
}

/** The month of a day, or of `2026-11`: “November 2026”. */
export function monthText(day: string): string {
  return words.monthText(monthName(day), day.slice(0, 4));
}

/** The month of a day, or of `2026-11`, without its year: “November”. */
export function monthName(day: string): string {
  return months[monthIndex(day)] ?? "";
}

function monthIndex(day: string): number {
  return Number(day.slice(5, 7)) - 1;
}
