/** All terms in alphabetical order, each without the letters that it shares with the one before. */
import type { ByteReader, ByteWriter } from "./bytes.ts";

export function writeVocabulary(writer: ByteWriter, terms: readonly string[]): void {
  const shared: number[] = [];
  const ends: string[] = [];
  let before = "";
  for (const term of terms) {
    let length = 0;
    while (length < term.length && term[length] === before[length]) length += 1;
    shared.push(length);
    ends.push(term.slice(length));
    before = term;
  }
  writer.number(terms.length);
  for (const length of shared) writer.number(length);
  // No term has a space.
  writer.text(ends.join(" "));
}

export function readVocabulary(reader: ByteReader): string[] {
  const shared = Array.from({ length: reader.number() }, () => reader.number());
  const ends = reader.text().split(" ");
  let before = "";
  return shared.map((length, index) => {
    before = before.slice(0, length) + (ends[index] ?? "");
    return before;
  });
}

/** The place of the first term that does not come before a text. */
export function firstFrom(terms: readonly string[], text: string): number {
  let from = 0;
  let to = terms.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((terms[middle] ?? "") < text) from = middle + 1;
    else to = middle;
  }
  return from;
}
