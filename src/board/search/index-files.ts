/**
 * Makes the files that a search loads of all live posts: one that is always needed, and others of which each search
 * needs a few. That one names the others by their content, so that no search mixes those of two builds.
 */
import { pages, searchFileAddress } from "../addresses.ts";
import { ByteWriter } from "./bytes.ts";
import type { PostFacts, StoredFacet } from "./columns.ts";
import { writeColumns } from "./columns.ts";
import { hexOf, indexFormat, nameLength } from "./index-format.ts";
import { invertStreams } from "./inverted-terms.ts";
import type { NamedValue } from "./results.ts";
import type { Lexicon } from "./term-streams.ts";
import { writeVocabulary } from "./vocabulary.ts";

/** A post as it is indexed. */
export type IndexedPost = {
  slug: string;
  /** What its row shows besides `facts`: a line of JSON. */
  row: string;
  facts: PostFacts;
  /** Its terms, by the lexicon. */
  stream: Uint32Array;
};

export type IndexSource = {
  /** The newest first, as in the list. */
  posts: readonly IndexedPost[];
  lexicon: Lexicon;
  /** The choices that posts have, in the order in which they are offered. */
  values: Readonly<Record<StoredFacet, readonly NamedValue[]>>;
  /** Days for which a post is new, and in which it closes soon. */
  lifetimes: { newDays: number; closingSoonDays: number };
  /** Results on a page. */
  pageSize: number;
};

/** A file by its address. */
export type IndexFile = { address: string; content: Uint8Array };

/** Bytes from which on a file of postings ends, and those at which it must. */
const postingsSize = { from: 8_000, to: 24_000 };
const positionsSize = { from: 32_000, to: 96_000 };
const rowCount = { from: 12, to: 48 };

/** @param hash the hash of some bytes, at least `nameLength` bytes long */
export function indexFiles(
  source: IndexSource,
  hash: (bytes: Uint8Array) => Uint8Array,
): IndexFile[] {
  const { lexicon, values, pageSize } = source;
  const { newDays, closingSoonDays } = source.lifetimes;
  // Numbered from the oldest on: a new post changes no other's number.
  const posts = source.posts.toReversed();
  const files = new Map<string, Uint8Array>();
  const nameOf = (content: Uint8Array, format: "json" | "bin") => {
    const name = hash(content).subarray(0, nameLength);
    files.set(searchFileAddress(hexOf(name), format), content);
    return name;
  };
  const head = new ByteWriter();
  head.number(indexFormat);
  head.text(JSON.stringify({ newDays, closingSoonDays, pageSize }));
  writeColumns(
    head,
    posts.map(({ facts }) => facts),
    values,
  );
  const rows = cut(
    posts,
    rowCount,
    () => 1,
    ({ slug }) => slug,
  );
  writeGroups(head, rows, (group) =>
    nameOf(new TextEncoder().encode(`[${group.map(({ row }) => row).join()}]`), "json"),
  );
  const terms = invertStreams(
    posts.map(({ stream }) => stream),
    lexicon.terms,
  );
  const fileOf = (blocks: readonly Uint8Array[]) => {
    const writer = new ByteWriter();
    for (const block of blocks) writer.block(block);
    return nameOf(writer.take(), "bin");
  };
  const termOf = ({ term }: { term: string }) => term;
  const postings = cut(terms, postingsSize, ({ postings }) => postings.length, termOf);
  writeGroups(head, postings, (group) => fileOf(group.map((one) => one.postings)));
  const positions = cut(terms, positionsSize, ({ positions }) => positions.length, termOf);
  writeGroups(head, positions, (group) => fileOf(group.map((one) => one.positions)));
  writeVocabulary(head, terms.map(termOf));
  files.set(pages.searchIndex, head.take());
  return [...files].map(([address, content]) => ({ address, content }));
}

/** Writes of groups that follow one another how many things each has, and the name of its file. */
function writeGroups<Thing>(
  writer: ByteWriter,
  groups: readonly (readonly Thing[])[],
  nameOf: (group: readonly Thing[]) => Uint8Array,
): void {
  writer.number(groups.length);
  for (const group of groups) writer.number(group.length);
  for (const group of groups) writer.raw(nameOf(group));
}

/**
 * Divides things into groups. Where a group ends depends on its last thing, not on how many there are before, so that
 * one more or less moves no other from its group.
 */
function cut<Thing>(
  things: readonly Thing[],
  { from, to }: { from: number; to: number },
  sizeOf: (thing: Thing) => number,
  keyOf: (thing: Thing) => string,
): Thing[][] {
  const groups: Thing[][] = [];
  let group: Thing[] = [];
  let size = 0;
  for (const thing of things) {
    group.push(thing);
    size += sizeOf(thing);
    if (size < to && (size < from || checksum(keyOf(thing)) % 8 > 0)) continue;
    groups.push(group);
    group = [];
    size = 0;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/** FNV-1a, 32 bits. */
function checksum(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value >>> 8;
}
