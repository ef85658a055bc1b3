/**
 * In which posts a term is, and where: in titles before companies before the rest of the text. A file has the postings
 * of some hundred neighboring terms of the vocabulary.
 */
import { ByteReader, type ByteWriter } from "./bytes.ts";

/** Where in a post a term is, from the place that says most of it. */
export const ranks = ["title", "company", "text"] as const;

/** The posts that have a term, by the best place at which they have it: each post once. */
export type Postings = readonly Uint32Array[];

export function writePostings(
  writer: ByteWriter,
  byRank: readonly (readonly number[] | Uint32Array)[],
): void {
  for (const posts of byRank) writer.ascending(posts);
}

export function readPostings(bytes: Uint8Array): Postings {
  const reader = new ByteReader(bytes);
  return ranks.map(() => reader.ascending());
}

/** Of each post the positions of a term, which ascend. */
export type Positions = ReadonlyMap<number, Uint32Array>;

/** Writes positions of which each is the place of its post, and the posts ascend. */
export function writePositions(
  writer: ByteWriter,
  posts: Uint32Array,
  positions: Uint32Array,
): void {
  let before = 0;
  for (let at = 0; at < posts.length; ) {
    const post = posts[at] ?? 0;
    let end = at;
    while (posts[end] === post) end += 1;
    writer.number(post - before);
    writer.number(end - at);
    let last = 0;
    for (; at < end; at += 1) {
      const position = positions[at] ?? 0;
      writer.number(position - last);
      last = position;
    }
    before = post;
  }
}

/** @param isAsked of which posts the positions are needed */
export function readPositions(bytes: Uint8Array, isAsked: (post: number) => boolean): Positions {
  const reader = new ByteReader(bytes);
  const positions = new Map<number, Uint32Array>();
  let post = 0;
  while (!reader.isAtEnd) {
    post += reader.number();
    if (isAsked(post)) positions.set(post, reader.ascending());
    else reader.skip(reader.number());
  }
  return positions;
}

/** The parts of a file, one for each of its terms. */
export function readBlocks(bytes: Uint8Array, count: number): Uint8Array[] {
  const reader = new ByteReader(bytes);
  return Array.from({ length: count }, () => reader.block());
}
