/** Boards of invented posts with their search, for tests. */
import { generatePosts } from "../../../scripts/demo-posts/generate.ts";
import { cityNames } from "../../services/city-names.ts";
import type { BoardConfig } from "../config.ts";
import { momentAt, startOf } from "../days.ts";
import type { JobChanges } from "../fixtures.ts";
import { jobWith, testConfig } from "../fixtures.ts";
import { Board } from "../listing/board.ts";
import { readBoard } from "../listing/read-board.ts";
import { Post } from "../post/post.ts";
import { boardIndex } from "./board-index.ts";
import type { IndexFile } from "./index-files.ts";
import type { DatedRates } from "./post-search.ts";
import { postSearch } from "./post-search.ts";
import type { Search } from "./results.ts";
import { FileGoneError } from "./search-index.ts";
import { partsOf, rowOf } from "./searchable-post.ts";
import { Lexicon } from "./term-streams.ts";

export const testDay = "2027-01-31";

export const testNow = startOf(testDay).plus({ hours: 12 });

export const testRates: DatedRates = {
  ratesOf: "2027-01-15",
  unitsPerEuro: { EUR: 1, USD: 1.25, GBP: 0.8, CHF: 0.9, PLN: 4, JPY: 160, SEK: 11 },
};

/** A board of as many invented posts. */
export function inventedBoard(count: number, config: BoardConfig = testConfig): Board {
  const files = generatePosts({ count, seed: 1, today: testDay }, config);
  const sources = [...files].map(({ file, text }) => ({
    file,
    content: new TextEncoder().encode(text),
  }));
  return readBoard(sources, config, testNow, cityNames).board;
}

/** The files of a board's index, made without anything that was kept. */
export function indexOf(board: Board, hash = shortHash): IndexFile[] {
  const lexicon = new Lexicon();
  return boardIndex(
    board,
    {
      lexicon,
      textOf: (post) => ({
        row: rowOf(post, () => undefined),
        stream: lexicon.streamOf(partsOf(post)),
      }),
    },
    hash,
  );
}

/** Enough to tell the files of a test apart: FNV-1a with two starts. */
function shortHash(bytes: Uint8Array): Uint8Array {
  const parts = Uint32Array.of(0x811c9dc5, 0x1000193);
  for (const byte of bytes) {
    parts.forEach((part, index) => {
      parts[index] = Math.imul(part ^ byte, 0x01000193);
    });
  }
  return new Uint8Array(parts.buffer);
}

/** A search in the files that a site has at the moment. */
export function searchIn(site: { files: readonly IndexFile[] }): Search {
  return postSearch((address) => {
    const file = site.files.find((one) => one.address === address);
    return file ? Promise.resolve(file.content) : Promise.reject(new FileGoneError(address));
  }, testRates);
}

/** A board of some jobs, each listed a second after the next one, so that the first is the newest. */
export function boardOf(changes: readonly JobChanges[]): Board {
  const posts = changes.map((change, index) => {
    const slug = `2027-01-01-post-${index}`;
    const job = jobWith({
      published: "2027-01-01",
      published_at: momentAt(startOf("2027-01-01").toSeconds() + changes.length - index),
      ...change,
    });
    const file = `jobs/${slug}.md`;
    return new Post({ file, slug, job, published: "2027-01-01" }, testConfig, testNow, cityNames);
  });
  return new Board(posts, testConfig, testNow);
}
