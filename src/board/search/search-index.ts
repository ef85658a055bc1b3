/** The files of an index as a search sees them: the first one read, the others loaded when they are asked for. */
import { pages, searchFileAddress } from "../addresses.ts";
import { ByteReader } from "./bytes.ts";
import type { PostColumns } from "./columns.ts";
import { readColumns } from "./columns.ts";
import { hexOf, indexFormat, nameLength } from "./index-format.ts";
import type { Positions, Postings } from "./postings.ts";
import { readBlocks, readPositions, readPostings } from "./postings.ts";
import type { RowText } from "./searchable-post.ts";
import { firstFrom, readVocabulary } from "./vocabulary.ts";

/**
 * Loads a file of the index. Throws a `FileGoneError` if there is none.
 *
 * @param isFresh whether to pass by caches
 */
export type LoadFile = (address: string, isFresh: boolean) => Promise<Uint8Array>;

/** The site has another index by now, or one that this program cannot read. */
export class FileGoneError extends Error {}

/** Things that follow one another, divided into files. */
type Groups = { starts: Uint32Array; names: readonly string[] };

export class SearchIndex {
  readonly columns: PostColumns;
  readonly terms: readonly string[];
  readonly newDays: number;
  readonly closingSoonDays: number;
  readonly pageSize: number;
  readonly #rows: Groups;
  readonly #postings: Groups;
  readonly #positions: Groups;
  readonly #load: LoadFile;
  readonly #blocks = new Map<string, Promise<readonly Uint8Array[]>>();
  readonly #rowTexts = new Map<string, Promise<readonly RowText[]>>();

  private constructor(bytes: Uint8Array, load: LoadFile) {
    const reader = new ByteReader(bytes);
    if (reader.number() !== indexFormat) throw new FileGoneError("The index has another format.");
    const settings = JSON.parse(reader.text());
    this.newDays = settings.newDays;
    this.closingSoonDays = settings.closingSoonDays;
    this.pageSize = settings.pageSize;
    this.columns = readColumns(reader);
    this.#rows = readGroups(reader);
    this.#postings = readGroups(reader);
    this.#positions = readGroups(reader);
    this.terms = readVocabulary(reader);
    this.#load = load;
  }

  static async open(load: LoadFile, isFresh: boolean): Promise<SearchIndex> {
    return new SearchIndex(await load(pages.searchIndex, isFresh), load);
  }

  /** The place of a term among all; `undefined` if no post has it. */
  placeOf(term: string): number | undefined {
    const place = firstFrom(this.terms, term);
    return this.terms[place] === term ? place : undefined;
  }

  /** The places of the terms that begin so. */
  placesFrom(beginning: string): number[] {
    const places: number[] = [];
    for (let at = firstFrom(this.terms, beginning); this.terms[at]?.startsWith(beginning); at += 1)
      places.push(at);
    return places;
  }

  async postingsOf(place: number): Promise<Postings> {
    return readPostings(await this.#blockAt(this.#postings, place));
  }

  /** @param isAsked of which posts the positions are needed */
  async positionsOf(place: number, isAsked: (post: number) => boolean): Promise<Positions> {
    return readPositions(await this.#blockAt(this.#positions, place), isAsked);
  }

  async rowOf(post: number): Promise<RowText> {
    const { name, offset } = groupWith(this.#rows, post);
    const rows = await kept(this.#rowTexts, name, async () => {
      const bytes = await this.#load(searchFileAddress(name, "json"), false);
      return JSON.parse(new TextDecoder().decode(bytes)) as RowText[];
    });
    const row = rows[offset];
    if (!row) throw new FileGoneError(`There is no post ${post}.`);
    return row;
  }

  async #blockAt(groups: Groups, place: number): Promise<Uint8Array> {
    const { name, offset, count } = groupWith(groups, place);
    const blocks = await kept(this.#blocks, name, async () =>
      readBlocks(await this.#load(searchFileAddress(name, "bin"), false), count),
    );
    return blocks[offset] ?? new Uint8Array();
  }
}

/** Loads once what is asked for several times; again if that failed. */
async function kept<Value>(
  known: Map<string, Promise<Value>>,
  name: string,
  load: () => Promise<Value>,
): Promise<Value> {
  const loading = known.get(name) ?? load();
  known.set(name, loading);
  try {
    return await loading;
  } catch (error) {
    known.delete(name);
    throw error;
  }
}

function readGroups(reader: ByteReader): Groups {
  const count = reader.number();
  let start = 0;
  const starts = Uint32Array.from({ length: count + 1 }, (_, index) => {
    const at = start;
    if (index < count) start += reader.number();
    return at;
  });
  const names = Array.from({ length: count }, () => hexOf(reader.raw(nameLength)));
  return { starts, names };
}

/** The file that has a thing, the thing's place there, and the number of things in it. */
function groupWith({ starts, names }: Groups, thing: number) {
  let from = 0;
  let to = names.length - 1;
  while (from < to) {
    const middle = (from + to + 1) >> 1;
    if ((starts[middle] ?? 0) <= thing) from = middle;
    else to = middle - 1;
  }
  const start = starts[from] ?? 0;
  const count = (starts[from + 1] ?? start) - start;
  return { name: names[from] ?? "", offset: thing - start, count };
}
