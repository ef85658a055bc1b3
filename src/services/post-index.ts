/**
 * Remembers what job files say from one build to the next, so that only changed files are read. Like Git's index, it
 * takes a file for unchanged if its size, times and inode are, unless it changed so shortly before it was looked at
 * that a later change could have left the same times.
 */
import { hash } from "node:crypto";
import { lstatSync } from "node:fs";
import type { BoardConfig } from "../board/config.ts";
import type { Instant } from "../board/days.ts";
import type { ReadResult } from "../board/job/file.ts";
import { readJobFile } from "../board/job/file.ts";
import type { JobSource, KnownContent, PostHistory } from "../board/listing/read-board.ts";
import type { Post } from "../board/post/post.ts";
import { systemNow } from "./clock.ts";
import { checkedOut, isFinal } from "./git.ts";
import type { JobFile } from "./job-files.ts";
import { listJobFiles, readContent } from "./job-files.ts";
import { keep, readKept } from "./kept-file.ts";
import type { PostsWithHistory } from "./needed-history.ts";
import { addHistory, withHistories } from "./needed-history.ts";

/** What was found in a file, and what was made of it. */
type FileRecord = { result?: ReadResult | undefined; excerpt?: string | undefined };

/** A file as it was when it was looked at, and where its record is among the others. */
type Entry = {
  stat: string;
  hash: string;
  start: number;
  end: number;
};

type Head = {
  /** What the records were made with. */
  program: string;
  /** The folder of posts. */
  directory: string;
  /** The commit whose history the posts have, and whether that will always read like this. */
  commit: string;
  isFinal: boolean;
  /** By path, of files that are gone too: they can come back without a commit. */
  histories: Readonly<Record<string, PostHistory>>;
  /** By path from the repository's root. */
  entries: Readonly<Record<string, Entry>>;
};

/** An index as it is stored: the length of the head, the head, and the records. */
type Stored = { head: Head; records: Buffer };

/** What this process has stored or read last, for `npm run dev`: reading it again takes longer than the rest of a look. */
let last: { path: string; stat: string; stored: Stored } | undefined;

/** The records that this process has parsed, by their entries. */
const parsed = new WeakMap<Entry, FileRecord>();

/** The coarsest resolution of the times of files in milliseconds: two seconds on FAT. */
const coarseness = 2000;

/** The number of changed files from which on the index is stored again. Reading a few again takes less time. */
const worthStoring = 50;

type LookOptions = {
  /** Tells programs and settings apart that read files differently. */
  program: string;
  /** The folder of posts. */
  directory: string;
  config: BoardConfig;
  now: Instant;
  /** Whether to read everything, whatever is stored. */
  isFresh: boolean;
};

/** The folder of posts as it was at one look. */
export class PostIndex {
  /** The files with their history, sorted by name. */
  readonly posts: PostsWithHistory;
  /** Differs if anything in the folder or its history does. */
  readonly version: string;
  readonly #path: string;
  readonly #head: Omit<Head, "entries" | "histories">;
  readonly #files: readonly IndexedFile[];
  /** Whether what is stored says nearly the same. */
  readonly #isStored: boolean;

  private constructor(
    path: string,
    head: Omit<Head, "entries" | "histories">,
    files: readonly IndexedFile[],
    { posts, stored }: { posts: PostsWithHistory; stored: Stored | undefined },
  ) {
    const changed = files.filter(({ look }) => look?.content !== undefined);
    const gone = Object.keys(stored?.head.entries ?? {}).length - files.length;
    this.#isStored =
      stored?.head.commit === head.commit &&
      stored.head.isFinal === head.isFinal &&
      changed.length + Math.abs(gone) < worthStoring;
    this.#path = path;
    this.#head = head;
    this.#files = files;
    this.posts = posts;
    const contents = files.map(({ file, known }) => `${file}\0${known?.hash}\0`);
    this.version = hash("sha256", `${head.commit}\0${contents.join("")}`);
  }

  /**
   * Looks at every file. Reads all of them if nothing is stored, or if what is stored is damaged or belongs to another
   * folder or program.
   *
   * @param path where the index is stored
   */
  static async look(path: string, options: LookOptions): Promise<PostIndex> {
    const { program, directory, config, now, isFresh } = options;
    // Another version of this program may have kept something else.
    const found = isFresh ? undefined : await readStored(path).catch(() => undefined);
    const isOurs = found?.head.program === program && found.head.directory === directory;
    const stored = isOurs ? found : undefined;
    const quietSince = systemNow().toMillis() - coarseness;
    const files = listJobFiles(directory).map((one) => {
      const look = lookAt(one.path, quietSince, entryOf(one.file, stored));
      return new IndexedFile(one, look, config);
    });
    const commit = await checkedOut(directory);
    const lasts = await isFinal(directory, commit, now);
    const isKnown = lasts && stored?.head.isFinal && stored.head.commit === commit;
    const posts = isKnown
      ? withKnownHistory(files, stored)
      : await addHistory(files, directory, { config, now });
    const isWhole = posts.histories.values().every(({ isIncomplete }) => !isIncomplete);
    const head = { program, directory, commit, isFinal: lasts && isWhole };
    return new PostIndex(path, head, files, { posts, stored });
  }

  /**
   * Stores what is known now, unless nearly all of it is stored already.
   *
   * @param posts those whose excerpts are kept too
   */
  async store(posts: readonly Post[]): Promise<void> {
    if (this.#isStored) return;
    const excerpts = new Map(posts.map((post) => [post.file, post.excerpt]));
    const records: Uint8Array[] = [];
    const entries: Record<string, Entry> = {};
    let start = 0;
    for (const file of this.#files) {
      const { look } = file;
      if (!look) continue;
      const { excerpt = excerpts.get(file.file), result } = file.read();
      const record = file.record(excerpt);
      records.push(record);
      const { stat, hash } = look;
      const entry = { stat, hash, start, end: start + record.length };
      entries[file.file] = entry;
      parsed.set(entry, { result, excerpt });
      start += record.length;
    }
    const histories = Object.fromEntries(this.posts.histories);
    const head = { ...this.#head, entries, histories };
    const json = Buffer.from(JSON.stringify(head));
    await keep(this.#path, [Buffer.from(`${json.length}\n`), json, ...records]);
    const stored = { head, records: Buffer.concat(records) };
    last = { path: this.#path, stat: statOf(this.#path), stored };
  }
}

/** One file. What it says is read only when it is asked for. */
class IndexedFile implements JobSource {
  readonly file: string;
  readonly known: KnownContent | undefined;
  /** Missing for what is no regular file. */
  readonly look: Look | undefined;
  readonly #path: string;
  readonly #config: BoardConfig;
  #record: FileRecord | undefined;

  constructor({ file, path }: JobFile, look: Look | undefined, config: BoardConfig) {
    this.file = file;
    this.look = look;
    this.#path = path;
    this.#config = config;
    const read = () => this.read();
    this.known = look && {
      hash: look.hash,
      get result() {
        return read().result;
      },
      get excerpt() {
        return read().excerpt;
      },
    };
  }

  get content(): JobSource["content"] {
    return this.look?.content ?? readContent(this.#path);
  }

  /** The record to store, which is the stored one if that has everything. */
  record(excerpt: string | undefined): Uint8Array {
    const stored = this.look?.record;
    if (stored && (excerpt === undefined || this.read().excerpt === excerpt)) return stored;
    return Buffer.from(JSON.stringify({ ...this.read(), excerpt } satisfies FileRecord));
  }

  /** What the file says. */
  read(): FileRecord {
    this.#record ??= this.look?.entry ? readRecord(this.look) : { result: this.#parse() };
    return this.#record;
  }

  #parse(): ReadResult | undefined {
    const { content } = this;
    if ("refused" in content || !this.file.endsWith(".md")) return undefined;
    return readJobFile(this.file, content, this.#config);
  }
}

/** A regular file: its content if it had to be read, and its entry with its record if it is as it was. */
type Look = {
  stat: string;
  hash: string;
  content?: Uint8Array;
  entry?: Entry | undefined;
  record?: Buffer | undefined;
};

/**
 * Looks at a file, and reads it unless it is certainly as it was.
 *
 * @param quietSince in milliseconds: a file that is older can’t be changed without a new time
 */
function lookAt(path: string, quietSince: number, earlier: Look | undefined): Look | undefined {
  const stat = statOf(path, quietSince);
  if (stat && stat === earlier?.stat) return earlier;
  const content = readContent(path);
  if ("refused" in content) return undefined;
  const found = hash("sha1", content, "base64");
  const known = found === earlier?.hash ? earlier : {};
  return { ...known, stat, hash: found, content };
}

/**
 * What tells that a file has not changed; "" if nothing does.
 *
 * @param quietSince in milliseconds: nothing tells that of a file that was changed later
 */
function statOf(path: string, quietSince = Number.POSITIVE_INFINITY): string {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return "";
  const { size, mtimeMs, ctimeMs, ino } = stats;
  return Math.max(mtimeMs, ctimeMs) < quietSince ? `${size} ${mtimeMs} ${ctimeMs} ${ino}` : "";
}

function readRecord({ entry, record }: Look): FileRecord {
  const known = entry && parsed.get(entry);
  const read = known ?? (JSON.parse(String(record)) as FileRecord);
  if (entry) parsed.set(entry, read);
  return read;
}

function entryOf(file: string, stored: Stored | undefined): Look | undefined {
  if (!stored || !Object.hasOwn(stored.head.entries, file)) return undefined;
  const entry = stored.head.entries[file];
  if (!entry) return undefined;
  const { stat, hash, start, end } = entry;
  return { stat, hash, entry, record: stored.records.subarray(start, end) };
}

function withKnownHistory(files: readonly JobSource[], { head }: Stored): PostsWithHistory {
  const histories = new Map(Object.entries(head.histories));
  return { sources: withHistories(files, histories), histories, isComplete: true };
}

async function readStored(path: string): Promise<Stored | undefined> {
  const stat = statOf(path);
  if (last?.path === path && last.stat === stat) return last.stored;
  const all = await readKept(path);
  if (!all) return undefined;
  const start = all.indexOf("\n") + 1;
  const end = start + Number(all.toString("latin1", 0, start));
  const head = JSON.parse(all.toString("utf8", start, end)) as Head;
  const stored = { head, records: all.subarray(end) };
  last = { path, stat, stored };
  return stored;
}
