/** The terms of posts in the order of their texts, as numbers: what an index is made of, and what is kept of unchanged posts. */
import { termsOf, wordsIn } from "./terms.ts";

/** Stands between two parts of a post, so that no phrase crosses them. */
export const partBreak = 0xffffffff;

/** Gives each term a number. */
export class Lexicon {
  readonly terms: string[];
  readonly #numbers: Map<string, number>;
  /** The entries of each word as it is written, because most words are written often. */
  readonly #written = new Map<string, readonly number[]>();

  constructor(terms: readonly string[] = []) {
    this.terms = [...terms];
    this.#numbers = new Map(this.terms.map((term, number) => [term, number]));
  }

  /**
   * The terms of a post's parts: twice the number of each, and one more for another spelling of the word before. The
   * first part is the title, the second the company.
   */
  streamOf(parts: readonly string[]): Uint32Array {
    const stream: number[] = [];
    for (const [index, part] of parts.entries()) {
      if (index > 0) stream.push(partBreak);
      for (const written of wordsIn(part)) {
        for (const entry of this.#entriesOf(written)) stream.push(entry);
      }
    }
    return Uint32Array.from(stream);
  }

  #entriesOf(written: string): readonly number[] {
    const known = this.#written.get(written);
    if (known) return known;
    const entries = termsOf(written).map((term, index) => 2 * this.numberOf(term) + index);
    this.#written.set(written, entries);
    return entries;
  }

  numberOf(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    this.#numbers.set(term, this.terms.length);
    this.terms.push(term);
    return this.terms.length - 1;
  }
}
