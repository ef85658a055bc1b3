import { createHash } from "node:crypto";
import { mkdtempDisposable, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { generatePosts } from "../../scripts/demo-posts/generate.ts";
import type { Instant } from "../board/days.ts";
import { testConfig } from "../board/fixtures.ts";
import type { Board } from "../board/listing/board.ts";
import { readBoard } from "../board/listing/read-board.ts";
import { indexOf, testDay, testNow } from "../board/search/fixtures.ts";
import { cityNames } from "./city-names.ts";
import { SearchFiles, writeSearchFiles } from "./search-files.ts";

const posts = [...generatePosts({ count: 160, seed: 1, today: testDay }, testConfig)];

/** A board of some of the posts, whose files' hashes are known as in a build. */
function boardOf(some: readonly { file: string; text: string }[], now: Instant = testNow): Board {
  const sources = some.map(({ file, text }) => {
    const hash = createHash("sha1").update(text).digest("base64");
    return { file, content: Buffer.from(text), known: { hash } };
  });
  return readBoard(sources, testConfig, now, cityNames).board;
}

/** A board with one post more, one less, and one changed. */
function changed(): Board {
  const [first, second, ...others] = posts;
  if (!(first && second)) throw new Error("There are no posts.");
  const edited = { ...second, text: second.text.replace("title: ", "title: Kubernetes ") };
  return boardOf([edited, ...others]);
}

/** A folder for what is kept, and the files that a build has written, by what they were made of. */
class Site {
  readonly #folder: string;
  #written = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Builds, and returns the files that had to be written. */
  async build(board: Board, program = "1"): Promise<string[]> {
    const now = new Map<string, string>();
    const search = new SearchFiles({
      directory: join(this.#folder, "cache"),
      program,
      isFresh: false,
      isStale: (file, madeOf) => {
        expect(now.has(file)).toBe(false);
        now.set(file, madeOf);
        return this.#written.get(file) !== madeOf;
      },
    });
    const files = await search.make(board, () => undefined);
    await writeSearchFiles(this.#folder, files);
    await search.store();
    this.#written = now;
    return files.map(({ address }) => address.slice(1));
  }

  /** The hashes of the files of the last build, by their addresses. */
  async read(): Promise<Record<string, string>> {
    const files = [...this.#written.keys()].sort().map(async (file) => {
      const content = await readFile(join(this.#folder, file));
      const unpacked = file.endsWith(".bin") ? gunzipSync(content) : content;
      return [`/${file}`, sha1(unpacked)] as const;
    });
    return Object.fromEntries(await Promise.all(files));
  }
}

function sha1(content: Uint8Array): string {
  return createHash("sha1").update(content).digest("hex");
}

function expected(board: Board): Record<string, string> {
  const files = indexOf(board, (bytes) => createHash("sha1").update(bytes).digest());
  const sorted = files.toSorted((a, b) => (a.address < b.address ? -1 : 1));
  return Object.fromEntries(sorted.map(({ address, content }) => [address, sha1(content)]));
}

describe("the files of the search", () => {
  it("are those of a build from nothing, whatever was kept", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "search-"));
    const site = new Site(folder.path);
    for (const board of [boardOf(posts), changed(), boardOf(posts.slice(0, 90)), boardOf(posts)]) {
      await site.build(board);
      expect(await site.read()).toStrictEqual(expected(board));
    }
    expect(await readdir(join(folder.path, "cache"))).toStrictEqual([
      "search-files",
      "search-texts",
    ]);
  });

  it("are only written if they differ", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "search-"));
    const site = new Site(folder.path);
    const all = await site.build(boardOf(posts));
    expect(await site.build(boardOf(posts))).toStrictEqual([]);
    expect(await site.build(boardOf(posts, testNow.plus({ minutes: 5 })))).toStrictEqual([]);
    const some = await site.build(changed());
    expect(some).toContain("jobs/search/index.bin");
    expect(some.length).toBeLessThan(all.length);
  });

  it("are made again by another program", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "search-"));
    const site = new Site(folder.path);
    await site.build(boardOf(posts));
    await site.build(boardOf(posts), "2");
    expect(await site.read()).toStrictEqual(expected(boardOf(posts)));
  });

  it("are made without a cache too", async () => {
    const files = await new SearchFiles().make(boardOf(posts), () => undefined);
    expect(files.map(({ address }) => address).sort()).toStrictEqual(
      Object.keys(expected(boardOf(posts))),
    );
  });
});
