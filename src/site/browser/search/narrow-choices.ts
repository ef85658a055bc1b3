/** Searches a list on the page: a row must have every word, in any order. */

/** A text for comparison: without case and accents. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}

/** Whether a text has every word that somebody typed. Both are folded. */
export function matches(text: string, typed: string): boolean {
  return typed.split(/\s+/).every((word) => text.includes(word));
}
