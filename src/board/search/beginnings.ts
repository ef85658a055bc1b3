/**
 * What one or two letters find while somebody types: titles and companies that have a word with this beginning. More
 * letters are looked up in the vocabulary, but two can begin a tenth of it.
 */

/** The most letters that are looked up so. */
export const longestBeginning = 2;

/** What such letters are called among the terms: no word begins so. */
export function beginningKey(letters: string): string {
  return `*${letters}`;
}
