/** Orders of texts: one for machines, one for people. */
import { language } from "#words/language.ts";

/** By their characters’ codes, whatever language they are in. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Kept: made for each comparison, it would take longer than all of them. */
const collator = new Intl.Collator(language);

/** Alphabetical, as people look for names. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b);
}
