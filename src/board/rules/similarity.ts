/**
 * Computes how similar two texts are; knows nothing about posts. A text is the set of its shingles, sequences of three words, and similarity is
 * the overlap of the sets (A. Broder, “On the resemblance and containment of documents”, 1997:
 * https://doi.org/10.1109/SEQUEN.1997.666900). Sketches of the smallest hashes find the few texts that are
 * worth comparing.
 */

const shingleLength = 3;

// In scripts without spaces each character counts as a word.
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[[\p{L}\p{M}\p{N}+#]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]]+/gv;

/** The words of a text in lowercase, without punctuation. */
export function words(text: string): string[] {
  return text.toLowerCase().match(word) ?? [];
}

/** The shingles of a text as sorted, unique 32-bit hashes. */
export type Shingles = Uint32Array;

/** A text that is shorter than a shingle is one shingle. */
export function shingles(text: string): Shingles {
  const hashes = words(text).map(hashOf);
  const found = new Uint32Array(
    Math.max(Math.min(1, hashes.length), hashes.length - shingleLength + 1),
  );
  for (let start = 0; start < found.length; start++) {
    let hash = 0;
    for (let index = start; index < start + shingleLength && index < hashes.length; index++) {
      hash = mix(Math.imul(hash, 31) + (hashes[index] ?? 0));
    }
    found[start] = hash;
  }
  return found.sort().filter((hash, index, all) => hash !== all[index - 1]);
}

/** The overlap of two texts: 0 if they have nothing in common, 1 if they are the same. */
export function resemblance(a: Shingles, b: Shingles): number {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left = 0, right = 0] = [a[i], b[j]];
    if (left === right) common++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  const all = a.length + b.length - common;
  return all === 0 ? 0 : common / all;
}

/** The smallest hashes. The share that two texts have in common estimates their similarity. */
export function sketch(all: Shingles, size: number): number[] {
  return [...all.subarray(0, size)];
}

/** FNV-1a over UTF-16 units, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** The finalizer of MurmurHash3, which spreads hashes evenly (https://github.com/aappleby/smhasher). */
function mix(value: number): number {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
