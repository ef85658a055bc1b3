/** What a text is found by: its words without case and accents, and other spellings of them. */
import { spelledOut, withoutMarks } from "../cities/spelling.ts";

/** Letters, digits and the marks on them, and the signs of “C++” and “C#”. */
const word = /[\p{L}\p{N}\p{M}]+[+#]*/gu;
const plainText = /^[\0-\x7f]*$/;
const plainWord = /[a-z\d]+[+#]*/g;

/** Addresses and entities of Markdown, which readers do not see. */
const unseen = /\]\([^)\s]*\)|https?:\/\/[^\s)>\]]+|&#?\w+;/g;

/** The text of Markdown without addresses. */
export function seenText(markdown: string): string {
  return markdown.replace(unseen, " ");
}

/** The words of a text as they are written, in lowercase where that loses nothing. */
export function wordsIn(text: string): readonly string[] {
  if (plainText.test(text)) return text.toLowerCase().match(plainWord) ?? [];
  return text.normalize("NFKC").match(word) ?? [];
}

/** A word without case and accents; what people type is compared with this. */
export function foldWord(written: string): string {
  return plainText.test(written) ? written.toLowerCase() : withoutMarks(written.normalize("NFKC"));
}

/** The terms that a word is indexed as: itself, and its other spelling if it has one, `munchen` and `muenchen`. */
export function termsOf(written: string): readonly [string] | readonly [string, string] {
  const term = foldWord(written);
  if (plainText.test(written)) return [term];
  const other = foldWord(spelledOut(written));
  return other === term ? [term] : [term, other];
}

/** What else a term may be in the posts: its singular or plural. */
export function otherNumbers(term: string): readonly string[] {
  if (term.length < 3 || !/[a-z]$/.test(term)) return [];
  if (term.endsWith("ies")) return [`${term.slice(0, -3)}y`, term.slice(0, -1)];
  if (/[^s]s$/.test(term)) return [term.slice(0, -1)];
  return [`${term}s`, ...(term.endsWith("y") ? [`${term.slice(0, -1)}ies`] : [])];
}

/**
 * Where to mark a text: the ranges of its words that a search has found.
 *
 * @param marks of the search's results: terms, or beginnings of words with `*` at the end
 */
export function markedRanges(
  text: string,
  marks: readonly string[],
): readonly (readonly [start: number, end: number])[] {
  const isMarked = (written: string) => {
    const folded = foldWord(written);
    const terms: readonly string[] = termsOf(written);
    return marks.some((mark) =>
      mark.endsWith("*") ? folded.startsWith(mark.slice(0, -1)) : terms.includes(mark),
    );
  };
  return [...text.matchAll(word)]
    .filter(([written]) => isMarked(written))
    .map(({ 0: written, index }) => [index, index + written.length] as const);
}
