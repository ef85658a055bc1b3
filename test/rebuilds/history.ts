/**
 * The life of a board between builds: what people and time do to its posts, settings and templates, and what can happen
 * to a site and to what one build keeps for the next.
 */
import { cp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import fc from "fast-check";
import { archivedJobPath } from "../../src/board/job/path.ts";
import type { PlayedBoard } from "./played-board.ts";
import { settings, style, template } from "./played-board.ts";

/** Changes one thing. `at`, a whole number, says which of the files it can happen to. */
type Happening = (board: PlayedBoard, at: number) => Promise<void>;

/** What needs a new process and new bundles, which takes ten times as long as the rest. */
const dear = {
  "a template changes": (board, at) => board.change(template, (text) => `${text}\n<!-- ${at} -->`),
  "a source changes while a process runs that has loaded it": async (board, at) => {
    await board.changeUnnoticed(template, (text) => `${text}\n<!-- ${at} -->`);
    await editPost("title: ", "title: Late ")(board, at);
    await board.build();
    await board.startAnew();
  },
  "a style changes": (board, at) => board.change(style, (text) => `${text}\n.a${at} { top: 0 }`),
  "a setting changes": (board, at) =>
    board.change(settings, (text) => text.replace(/ name: ".*"/, ` name: "Board ${at}"`)),
} satisfies Record<string, Happening>;

const cheap = {
  "a post is added": (board) => board.addPost(),
  "a post is edited": editPost("title: ", "title: Very "),
  "a post moves to another place": editPost(/\ncity: .*/, "\ncity: Graz"),
  "a post changes its category": editPost(/category: .*/, "category: researcher-scientist"),
  "a post gets a former address": (board, at) =>
    editPost("---\n", `---\naliases: [/jobs/once-${at % 3}/]\n`)(board, at),
  "a post is filled": (board, at) => closePost(board, at, "filled"),
  "a post is removed": (board, at) => closePost(board, at, "removed"),
  "a post is archived": async (board, at) => {
    const file = pick(board.livePosts(), at);
    if (!file) return;
    await closePost(board, at, "expired");
    const [, day = ""] = /submitted: (\S+)/.exec(await board.read(file)) ?? [];
    await board.move(file, archivedJobPath(basename(file, ".md"), day));
  },
  "a post is deleted": async (board, at) => {
    const file = pick(board.allPosts(), at);
    if (file) await rm(board.path(file));
  },
  "a post is renamed": async (board, at) => {
    const file = pick(board.livePosts(), at);
    if (file) await board.move(file, file.replace(".md", `-${at % 10}.md`));
  },
  "a post is broken": editPost("---\n", ""),
  "a post is written again": editPost("", ""),
  "a post is edited without a trace": async (board, at) => {
    const file = pick(board.allPosts(), at);
    if (!file) return;
    const { atime, mtime } = await stat(board.path(file));
    await board.change(file, (text) => text.replace(/e/g, "o"));
    await utimes(board.path(file), atime, mtime);
  },
  "a post is gone for a moment": async (board, at) => {
    const file = pick(board.allPosts(), at);
    if (!file) return;
    const text = await board.read(file);
    await rm(board.path(file));
    await board.build();
    await writeFile(board.path(file), text);
  },
  "an hour passes": (board) => board.wait({ hours: 1 }),
  "time goes back": (board, at) => board.wait({ days: -(at % 20) }),
  "days pass": (board, at) => board.wait({ days: at % 50 }),
  "years pass": (board, at) => board.wait({ days: 365 * (1 + (at % 2)) }),
  "a build is cut off": async (board, at) => {
    await editPost("title: ", "title: Unseen ")(board, at);
    await board.cutBuildOff();
  },
  "the cache is damaged": async (board, at) => {
    const path = await cacheFile(board, at);
    const bytes = await readFile(path);
    bytes[at % bytes.length] = 33;
    await writeFile(path, bytes);
  },
  "the cache is cut off": async (board, at) => {
    const path = await cacheFile(board, at);
    await truncate(path, at % ((await stat(path)).size + 1));
  },
  "a part of the cache is lost": async (board, at) => rm(await cacheFile(board, at)),
  "the cache is another site’s": (board) =>
    cp(board.path("foreign"), board.path("cache"), { recursive: true }),
  "a page is lost": async (board, at) => {
    // Without its mark, a folder is taken for somebody's own, and left alone.
    const pages = board.sitePages().filter((page) => page !== "site/404.html");
    const file = pick(pages, at);
    if (file) await rm(board.path(file));
  },
  "a page is changed": (board, at) => changePage(board, at, (text) => `${text} `),
  "a page is changed to another of the same length": (board, at) =>
    changePage(board, at, (text) => text.replace(/[aeiou]/, "x")),
  "a stray file is in the site": (board, at) => writeFile(board.path(`site/stray-${at}.html`), "?"),
} satisfies Record<string, Happening>;

/** Everything that can happen, by name. */
const happenings = { ...cheap, ...dear };

/** One happening of a history: its name, and the number that says where. */
export type Step = { what: keyof typeof happenings; at: number };

const oneOf = <Name extends string>(some: Record<Name, Happening>) =>
  fc.constantFrom(...(Object.keys(some) as Name[]));

export const anyStep: fc.Arbitrary<Step> = fc.record({
  what: fc.oneof({ weight: 14, arbitrary: oneOf(cheap) }, { weight: 1, arbitrary: oneOf(dear) }),
  at: fc.nat({ max: 1000 }),
});

/**
 * Plays a history from the beginning, with a build after each step.
 *
 * @returns the files in which the site differs from one that is built from nothing
 */
export async function playHistory(board: PlayedBoard, steps: readonly Step[]): Promise<string[]> {
  await board.startOver();
  await board.build();
  for (const { what, at } of steps) {
    await happenings[what](board, at);
    // Some changes are never committed, or later.
    if (at % 3 > 0) await board.commit();
    await board.build();
  }
  return await board.compareWithCleanBuild();
}

function editPost(from: string | RegExp, to: string): Happening {
  return async (board, at) => {
    const file = pick(board.allPosts(), at);
    if (file) await board.change(file, (text) => text.replace(from, to));
  };
}

async function closePost(board: PlayedBoard, at: number, reason: string): Promise<void> {
  const file = pick(board.livePosts(), at);
  if (!file) return;
  const closed = `closed: {on: ${board.today}, reason: ${reason}}`;
  await board.change(file, (text) => text.replace(/\nsubmitted: /, `\n${closed}$&`));
}

async function changePage(board: PlayedBoard, at: number, change: (text: string) => string) {
  const file = pick(board.sitePages(), at);
  if (file) await board.change(file, change);
}

async function cacheFile(board: PlayedBoard, at: number): Promise<string> {
  const names = (await readdir(board.path("cache"))).sort();
  return board.path(`cache/${pick(names, at)}`);
}

function pick<Item>(items: readonly Item[], at: number): Item | undefined {
  return items[at % items.length];
}
