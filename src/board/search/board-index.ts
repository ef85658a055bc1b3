/** The index of a board: of its live posts, by what is known of each. */
import type { Board } from "../listing/board.ts";
import type { Post } from "../post/post.ts";
import type { IndexFile } from "./index-files.ts";
import { indexFiles } from "./index-files.ts";
import { factsOf, valuesOf } from "./searchable-post.ts";
import type { Lexicon } from "./term-streams.ts";

/** What of a post depends on its file alone, so that it can be kept from one build to the next. */
export type PostText = {
  /** Its row, as `rowOf` writes it. */
  row: string;
  /** Its terms, as the lexicon numbers them. */
  stream: Uint32Array;
};

/**
 * The files of a board's index.
 *
 * @param textOf reads a post into the lexicon, or knows it from an earlier build
 * @param hash of some bytes, at least six bytes long
 */
export function boardIndex(
  { live, config }: Pick<Board, "live" | "config">,
  { lexicon, textOf }: { lexicon: Lexicon; textOf: (post: Post) => PostText },
  hash: (bytes: Uint8Array) => Uint8Array,
): IndexFile[] {
  const facts = live.map(factsOf);
  const posts = live.map((post, index) => {
    const own = facts[index] ?? factsOf(post);
    return { slug: post.slug, facts: own, ...textOf(post) };
  });
  const { lifetimes, pageSize } = config;
  const values = valuesOf(live, facts, config);
  return indexFiles({ posts, lexicon, values, lifetimes, pageSize }, hash);
}
