/** Which terms a misspelled word may mean: those that become it by few wrong, missing, doubled or swapped letters. */

/** The edits that are forgiven in a word: none in short ones, which would be near to too many others. */
export function forgivenEdits(word: string): number {
  if (word.length < 4 || !/\p{L}/u.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

export type NearTerm = { index: number; edits: number };

/**
 * The terms at most this many edits away, the nearest first.
 *
 * @param isBeginning whether a term may go on after the word
 */
export function nearTerms(
  terms: readonly string[],
  word: string,
  edits: number,
  isBeginning: boolean,
): NearTerm[] {
  const letters = lettersOf(word);
  const near: NearTerm[] = [];
  for (const [index, term] of terms.entries()) {
    if (term.length < word.length - edits || (!isBeginning && term.length > word.length + edits))
      continue;
    // A missing or wrong letter of the word is at most one edit; what a term has more may be after its beginning.
    if (bitsIn(letters & ~lettersOf(term)) > edits) continue;
    const distance = distanceTo(term, word, isBeginning, edits);
    if (distance <= edits) near.push({ index, edits: distance });
  }
  return near.sort((a, b) => a.edits - b.edits || a.index - b.index);
}

/** One bit for each letter that a word has. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitsIn(letters: number): number {
  let count = 0;
  for (let rest = letters; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** The number of edits from a word to a term, or to the nearest beginning of it (optimal string alignment). */
function distanceTo(term: string, word: string, isBeginning: boolean, most: number): number {
  const width = Math.min(term.length, word.length + most);
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= word.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= width; column += 1) {
      const change = Number(word[row - 1] !== term[column - 1]);
      const isSwap = word[row - 1] === term[column - 2] && word[row - 2] === term[column - 1];
      current.push(
        Math.min(
          (last[column - 1] ?? 0) + change,
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          isSwap ? (beforeLast[column - 2] ?? most) + 1 : most + 1,
        ),
      );
    }
    if (Math.min(...current) > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return isBeginning ? Math.min(...last) : (last[term.length] ?? most + 1);
}
