/** Words of strangers, made fit for a letter: they cannot end a line of ours, hide, or turn it round. */
import { spellOutRefused } from "../job/characters.ts";
import { shorten } from "../review/quote.ts";

/** Letters of Hebrew, Arabic, Syriac, Thaana, N’Ko and their relatives. */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** U+2068 and U+2069: what stands between has a direction of its own. https://www.unicode.org/reports/tr9/ */
const isolation = ["\u2068", "\u2069"] as const;

/** One line, of at most so many characters. */
export function line(text: string, longest = 200): string {
  return shorten(spellOutRefused(text.replace(/[\s\u2028\u2029]+/g, " ").trim()), longest);
}

/** As `line`, for the middle of a sentence: right-to-left words do not pull its punctuation along. */
export function isolated(text: string, longest?: number): string {
  const short = line(text, longest);
  return rightToLeft.test(short) ? isolation.join(short) : short;
}

/** Several lines, of at most so many characters together. */
export function lines(text: string, longest = 3000): string[] {
  const plain = text.replace(/\r\n?|[\u2028\u2029]/g, "\n").trim();
  return spellOutRefused(shorten(plain, longest)).split("\n");
}
