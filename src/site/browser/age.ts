/** How long ago something was. Moments in milliseconds since 1970. */
import { language } from "#words/language.ts";
import { justNow } from "#words/statistics.ts";

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

const ago = new Intl.RelativeTimeFormat(language, { numeric: "auto" });

/** “3 hours ago”, in the largest unit of which at least two have passed; never in the future. */
export function agoText(then: number, now: number): string {
  const passed = Math.max(now - then, 0);
  const [name, length] = units.find(([, each]) => passed >= 2 * each) ?? units[2];
  const count = Math.floor(passed / length);
  return count === 0 ? justNow : ago.format(-count, name);
}

/** The same in whole days: “today”, “yesterday”, “5 days ago”. */
export function ageText(moment: string, now: number): string {
  const days = Math.floor((now - Date.parse(moment)) / units[0][1]);
  return ago.format(-Math.max(days, 0), "day");
}
