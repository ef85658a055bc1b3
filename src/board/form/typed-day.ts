/** Dates as people type them into the form: “31.1.2027”, “31 January 2027”, “Jan 31, 2027”. */
import { monthNames } from "../day-text.ts";
import type { Day } from "../days.ts";
import { isDay } from "../days.ts";
import { languages } from "../words/every-language.ts";

const twoDigits = (number: number) => String(number).padStart(2, "0");
/** The names of each month. */
const months = /* @__PURE__ */ namesOfMonths();

function namesOfMonths(): string[][] {
  const all = languages.map((language) => monthNames(language, "long"));
  return Array.from({ length: 12 }, (_, index) =>
    all.map((names) => names[index]?.toLowerCase() ?? ""),
  );
}

/**
 * Reads a date. Any other text stays as it is, so that the schema reports it: 01/02/2027, too, which is a day in
 * January to some and in February to others.
 */
export function readDay(text: string): Day | string {
  const day = dayFrom(text.normalize("NFKC").trim().toLowerCase().replace(around, ""));
  return day !== undefined && isDay(day) ? day : text.trim();
}

/** The day of the week, the words in “31st of January” and “31 de enero del 2027”, and a time add nothing. */
const around =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b[.,]*\s*|\b(?:of|del?)\s+|(?:t|,?\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?$/g;

function dayFrom(text: string): Day | undefined {
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?$/.exec(text);
  if (yearFirst) return dayOf(yearFirst[1], yearFirst[3], yearFirst[4]);
  const dots = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text);
  if (dots) return dayOf(dots[3], dots[2], dots[1]);
  const [, one, , two, year] = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (one && two) {
    if (Number(one) > 12 || one === two) return dayOf(year, two, one);
    return Number(two) > 12 ? dayOf(year, one, two) : undefined;
  }
  const parts = text.replace(/(?<=\d)(?:st|nd|rd|th)\b/, "").match(/\p{L}+|\d+/gu);
  const named: readonly string[] = parts ?? [];
  const name = named.find((part) => /^\p{L}{3,}$/u.test(part));
  const month =
    months.findIndex((all) => name !== undefined && all.some((full) => full.startsWith(name))) + 1;
  const numbers = named.filter((part) => part !== name);
  const [day, last] = numbers;
  return month && numbers.length === 2 && named.indexOf(name ?? "") < 2
    ? dayOf(last, String(month), day)
    : undefined;
}

function dayOf(year = "", month = "", day = ""): Day {
  return `${year}-${twoDigits(Number(month))}-${twoDigits(Number(day))}`;
}
