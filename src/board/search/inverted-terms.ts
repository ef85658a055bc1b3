/** Turns what terms each post has into what posts each term has. */
import { beginningKey, longestBeginning } from "./beginnings.ts";
import { ByteWriter } from "./bytes.ts";
import { ranks, writePositions, writePostings } from "./postings.ts";
import { partBreak } from "./term-streams.ts";

/** What is written of a term. */
export type IndexedTerm = { term: string; postings: Uint8Array; positions: Uint8Array };

/** Of all posts' terms in a row where each is: in which post, in which part, and at which position there. */
type Occurrences = {
  /** Of each term where its occurrences end, which follow those of the term before. */
  ends: Uint32Array;
  posts: Uint32Array;
  ranks: Uint8Array;
  positions: Uint32Array;
};

/** The terms that posts have, in alphabetical order. */
export function invertStreams(
  streams: readonly Uint32Array[],
  terms: readonly string[],
): IndexedTerm[] {
  const found = occurrencesIn(streams, terms.length);
  const writer = new ByteWriter();
  const beginnings = new Beginnings();
  const indexed: IndexedTerm[] = [];
  let start = 0;
  for (const [number, term] of terms.entries()) {
    const end = found.ends[number] ?? start;
    if (end > start) {
      const byRank = postsByRank(found, start, end);
      writePostings(writer, byRank);
      const postings = writer.take();
      const posts = found.posts.subarray(start, end);
      writePositions(writer, posts, found.positions.subarray(start, end));
      indexed.push({ term, postings, positions: writer.take() });
      beginnings.add(term, byRank);
    }
    start = end;
  }
  return [...indexed, ...beginnings.indexed()].sort((a, b) => (a.term < b.term ? -1 : 1));
}

/** The posts of a term by the best part that has it. */
function postsByRank({ posts, ranks: parts }: Occurrences, start: number, end: number): number[][] {
  const byRank: number[][] = ranks.map(() => []);
  let last = -1;
  for (let at = start; at < end; at += 1) {
    const post = posts[at] ?? 0;
    if (post !== last) byRank[parts[at] ?? 0]?.push(post);
    last = post;
  }
  return byRank;
}

/** Titles and companies by the first letters of their words. */
class Beginnings {
  readonly #posts = new Map<string, Set<number>[]>();

  add(term: string, byRank: readonly (readonly number[])[]): void {
    for (let length = 1; length <= Math.min(longestBeginning, term.length); length += 1) {
      const key = beginningKey(term.slice(0, length));
      const found = this.#posts.get(key) ?? [new Set(), new Set()];
      this.#posts.set(key, found);
      for (const [rank, posts] of found.entries()) {
        for (const post of byRank[rank] ?? []) posts.add(post);
      }
    }
  }

  indexed(): IndexedTerm[] {
    const writer = new ByteWriter();
    return [...this.#posts].flatMap(
      ([term, [inTitle = new Set<number>(), inCompany = new Set<number>()]]) => {
        const companyOnly = [...inCompany].filter((post) => !inTitle.has(post));
        if (inTitle.size + companyOnly.length === 0) return [];
        writePostings(writer, [ascending([...inTitle]), ascending(companyOnly), []]);
        return [{ term, postings: writer.take(), positions: new Uint8Array() }];
      },
    );
  }
}

function ascending(posts: number[]): Uint32Array {
  return Uint32Array.from(posts).sort();
}

/** Between the positions of two parts of a post, so that words on both sides are not next to each other. */
const partGap = 2;

/** Sorts by counting: what each term has is in the order of posts and positions. */
function occurrencesIn(streams: readonly Uint32Array[], termCount: number): Occurrences {
  const counts = countTerms(streams, termCount);
  let sum = 0;
  const next = counts.map((count) => {
    sum += count;
    return sum - count;
  });
  const found = {
    ends: next,
    posts: new Uint32Array(sum),
    ranks: new Uint8Array(sum),
    positions: new Uint32Array(sum),
  };
  for (const [post, stream] of streams.entries()) {
    let part = 0;
    let position = -1;
    for (const entry of stream) {
      if (entry === partBreak) {
        part += 1;
        position += partGap;
        continue;
      }
      // Another spelling is where the word itself is.
      if (entry % 2 === 0) position += 1;
      const at = next[entry >>> 1] ?? 0;
      next[entry >>> 1] = at + 1;
      found.posts[at] = post;
      found.ranks[at] = Math.min(part, ranks.length - 1);
      found.positions[at] = position;
    }
  }
  return found;
}

function countTerms(streams: readonly Uint32Array[], termCount: number): Uint32Array {
  const counts = new Uint32Array(termCount);
  for (const stream of streams) {
    for (const entry of stream) {
      if (entry !== partBreak) counts[entry >>> 1] = (counts[entry >>> 1] ?? 0) + 1;
    }
  }
  return counts;
}
