/**
 * Makes the files that a search loads, and keeps from one build to the next what depends on single posts: their terms
 * and rows. What is not JSON is compressed here, because hosts only compress what they know.
 */
import { hash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Board } from "../board/listing/board.ts";
import type { Post } from "../board/post/post.ts";
import type { PostText } from "../board/search/board-index.ts";
import { boardIndex } from "../board/search/board-index.ts";
import type { IndexFile } from "../board/search/index-files.ts";
import { partsOf, rowOf } from "../board/search/searchable-post.ts";
import { Lexicon } from "../board/search/term-streams.ts";
import { keep, keepJson, readKept, readKeptJson } from "./kept-file.ts";

/** What may be kept, and where. */
export type SearchCache = {
  directory: string;
  /** Tells programs and settings apart that make other files of the same posts. */
  program: string;
  /** Whether to pass by what is kept. */
  isFresh: boolean;
  /** Whether a file has to be written, by its path from the site's root and what it was made of. */
  isStale(file: string, madeOf: string): boolean;
};

type LanguageOf = (post: Post) => string | undefined;

/** The files of the last build, if those of this one are made of the same posts. */
type KeptFiles = { program: string; posts: string; versions: [address: string, version: string][] };

/** The number of posts that are not kept from which on all are stored again. Reading a few again takes less time. */
const worthStoring = 50;

export class SearchFiles {
  readonly #cache: SearchCache | undefined;
  #texts: KeptTexts | undefined;
  #files: KeptFiles | undefined;

  /** @param cache default: nothing is kept, and everything is written */
  constructor(cache?: SearchCache) {
    this.#cache = cache;
  }

  /** The files that have to be written for the live posts of a board. */
  async make(board: Board, languageOf: LanguageOf): Promise<IndexFile[]> {
    const cache = this.#cache;
    const posts = versionOf(board.live);
    const known = cache && posts ? await knownVersions(cache, posts) : undefined;
    if (cache && known) {
      const stale = known.filter(([address, version]) => cache.isStale(address.slice(1), version));
      if (stale.length === 0) return [];
      const addresses = new Set(stale.map(([address]) => address));
      const files = await this.#build(board, languageOf);
      return files.filter(({ address }) => addresses.has(address)).map(compress);
    }
    const files = await this.#build(board, languageOf);
    const versions = files.map(({ address, content }): [string, string] => [
      address,
      hash("sha1", content, "base64"),
    ]);
    if (cache && posts) this.#files = { program: cache.program, posts, versions };
    const stale = versions.map(
      ([address, version]) => cache?.isStale(address.slice(1), version) ?? true,
    );
    return files.filter((_, index) => stale[index]).map(compress);
  }

  /** Keeps what was made for the next build, unless that is kept already. */
  async store(): Promise<void> {
    if (!this.#cache) return;
    const { directory, program } = this.#cache;
    if (this.#files) await keepJson(filesPath(directory), this.#files);
    await this.#texts?.store(textsPath(directory), program);
  }

  async #build(board: Board, languageOf: LanguageOf): Promise<IndexFile[]> {
    this.#texts = await KeptTexts.read(this.#cache, languageOf);
    return boardIndex(board, this.#texts, (bytes) => hash("sha1", bytes, "buffer"));
  }
}

/** Writes files to the folder of a site. */
export async function writeSearchFiles(output: string, files: readonly IndexFile[]): Promise<void> {
  const folders = new Set(files.map(({ address }) => dirname(join(output, address))));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  for (const { address, content } of files) await writeFile(join(output, address), content);
}

/** Hosts compress JSON, which browsers then read much faster. */
function compress(file: IndexFile): IndexFile {
  const { address, content } = file;
  return address.endsWith(".bin") ? { address, content: gzipSync(content, { level: 9 }) } : file;
}

function filesPath(directory: string): string {
  return join(directory, "search-files");
}

function textsPath(directory: string): string {
  return join(directory, "search-texts");
}

/** Differs if anything does that the files are made of; `undefined` if that is not known. */
function versionOf(posts: readonly Post[]): string | undefined {
  if (!posts.every(({ known }) => known)) return undefined;
  const parts = posts.map(({ slug, known, published, life }) => {
    const until = life.state === "live" ? life.until.toMillis() : "";
    return `${slug} ${known?.hash} ${published} ${until}\n`;
  });
  return hash("sha1", parts.join(""), "base64");
}

async function knownVersions({ directory, program, isFresh }: SearchCache, posts: string) {
  if (isFresh) return undefined;
  const kept = await readKeptJson<KeptFiles>(filesPath(directory));
  return kept?.program === program && kept.posts === posts ? kept.versions : undefined;
}

type TextsHead = {
  program: string;
  terms: string[];
  /** By the hash of the post's file: how many terms its stream has, and how many characters its row. */
  posts: [hash: string, terms: number, characters: number][];
};

/** The terms and rows of posts by the hashes of their files. */
class KeptTexts {
  readonly lexicon: Lexicon;
  readonly #known: ReadonlyMap<string, PostText>;
  readonly #used = new Map<string, PostText>();
  readonly #languageOf: LanguageOf;
  #read = 0;

  private constructor(
    lexicon: Lexicon,
    known: ReadonlyMap<string, PostText>,
    languageOf: LanguageOf,
  ) {
    this.lexicon = lexicon;
    this.#known = known;
    this.#languageOf = languageOf;
  }

  static async read(cache: SearchCache | undefined, languageOf: LanguageOf): Promise<KeptTexts> {
    const kept = cache && !cache.isFresh ? await readKept(textsPath(cache.directory)) : undefined;
    const end = kept?.indexOf("\n") ?? 0;
    const head = kept && (JSON.parse(kept.toString("utf8", 0, end)) as TextsHead);
    if (!head || head.program !== cache?.program) {
      return new KeptTexts(new Lexicon(), new Map(), languageOf);
    }
    const length = head.posts.reduce((sum, [, terms]) => sum + terms, 0);
    const rowsStart = end + 1 + length * Uint32Array.BYTES_PER_ELEMENT;
    const streams = new Uint32Array(new Uint8Array(kept.subarray(end + 1, rowsStart)).buffer);
    const rows = kept.toString("utf8", rowsStart);
    let [stream, row] = [0, 0];
    const known = head.posts.map(([file, terms, characters]): [string, PostText] => {
      const text = {
        stream: streams.subarray(stream, stream + terms),
        row: rows.slice(row, row + characters),
      };
      stream += terms;
      row += characters;
      return [file, text];
    });
    return new KeptTexts(new Lexicon(head.terms), new Map(known), languageOf);
  }

  /** The terms and the row of a post. */
  readonly textOf = (post: Post): PostText => {
    const file = post.known?.hash;
    const text = (file && this.#known.get(file)) || this.#readText(post);
    if (file) this.#used.set(file, text);
    return text;
  };

  async store(path: string, program: string): Promise<void> {
    const gone = this.#known.size - this.#used.size;
    if (this.#read + Math.max(gone, 0) < worthStoring) return;
    const used = [...this.#used];
    const head: TextsHead = {
      program,
      terms: this.lexicon.terms,
      posts: used.map(([file, { stream, row }]) => [file, stream.length, row.length]),
    };
    const streams = used.map(([, { stream }]) => new Uint8Array(stream.slice().buffer));
    const rows = used.map(([, { row }]) => row).join("");
    await keep(path, [Buffer.from(`${JSON.stringify(head)}\n`), ...streams, Buffer.from(rows)]);
  }

  #readText(post: Post): PostText {
    this.#read += 1;
    return { row: rowOf(post, this.#languageOf), stream: this.lexicon.streamOf(partsOf(post)) };
  }
}
