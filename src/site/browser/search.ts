/** Searching in a list that stands in the page: every word must be in what a row says, in any order. */

/** A text as it is compared: without case and accents. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}

/** Whether a text, folded, has every word of what somebody typed, folded. */
export function matches(text: string, typed: string): boolean {
  return typed.split(/\s+/).every((word) => text.includes(word));
}
