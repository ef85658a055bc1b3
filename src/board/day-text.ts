/** Days as people write them. Not by `Intl`, whose wording changes with its version and costs time. */
import type { Day } from "./days.ts";

const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** “22 November 2026”. */
export function dayText(day: Day): string {
  return `${Number(day.slice(8))} ${monthText(day)}`;
}

/** “22 Nov”, for lists in which the year is plain. */
export function shortDayText(day: Day): string {
  return `${Number(day.slice(8))} ${monthName(day).slice(0, 3)}`;
}

/** The month of a day, or of `2026-11`: “November 2026”. */
export function monthText(day: string): string {
  return `${monthName(day)} ${day.slice(0, 4)}`;
}

/** The month of a day, or of `2026-11`, without its year: “November”. */
export function monthName(day: string): string {
  return months[Number(day.slice(5, 7)) - 1] ?? "";
}
