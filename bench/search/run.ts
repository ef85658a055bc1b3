/**
 * `npm run bench:search`: what a search on the list costs its reader, on a slow phone and a slow connection, and what
 * making the index costs the build.
 */
import { mkdtempDisposable, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page, Request } from "playwright-core";
import { defineCommand, readNumber, startCommand } from "../../scripts/command.ts";
import { bundle } from "../../src/services/bundle.ts";
import { readEnvironment } from "../../src/services/environment.ts";
import { loadBoard } from "../../src/services/load-board.ts";
import { SearchFiles } from "../../src/services/search-files.ts";
import { launchBrowser } from "../../test/browser.ts";
import { keepOnlyBundles, makeBundles } from "../board/bundles.ts";
import { measure } from "../child-usage.ts";
import { boardProgram } from "../contenders.ts";
import { median } from "../figures.ts";
import type { BoardInputs } from "../inputs.ts";
import { writePosts } from "../inputs.ts";
import { benchConfig } from "../settings.ts";
import type { Figure } from "./figures.ts";
import { figureTable, inSequence, missedBy, targets, timeFigures } from "./figures.ts";
import { PagesServer, slow4G } from "./pages-server.ts";

const definition = {
  usage: "npm run bench:search -- [--jobs 300,10000] [--rounds 3]",
  about:
    "Searches generated posts in a Chromium that is four times as slow as this machine, and over slow 4G. Prints what a reader has to load and wait for, and the share of a clean build that making the index takes. Exits with 1 if a target is missed.",
  options: {
    jobs: { type: "string", value: "N,N", help: "numbers of posts (default: 300,10000)" },
    rounds: { type: "string", value: "N", help: "how often everything is typed (default: 3)" },
  },
} as const;

/** How much slower than this machine the browser computes. */
const slowdown = 4;

/** What is typed, key by key: the word that every post has, a common and a rare one, several, a misspelled one. */
const typed = [
  "python",
  "kubernetes",
  "senior django developer",
  "machine learning munich",
  "kuberntes",
  'data "machine learning" -java',
];

const filters = [
  "category=test-engineer",
  "workplace=remote&from=ES",
  "workplace=remote&from=ES&pay=60000&currency=EUR",
  "type=web&type=cloud&seniority=senior",
  "country=DE&employment=full_time&posted=30",
  "q=python&visa=yes&agency=no",
  "pay=80000&currency=USD&unstated=yes&sort=pay",
  "closing=soon&sort=closing",
];

const root = fileURLToPath(new URL("../..", import.meta.url));

const command = defineCommand(definition, async ({ print, printError }, { flags }) => {
  const rounds = readNumber({ rounds: "3", ...flags }, "rounds", { most: 1000 });
  const counts = (flags.jobs ?? "300,10000")
    .split(",")
    .map((jobs) => readNumber({ jobs }, "jobs", { most: 200_000 }));
  print(`${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}`);
  await using folder = await mkdtempDisposable(join(tmpdir(), "bench-search-"));
  const bundles = await makeBundles(join(folder.path, "bundles"));
  const browser = await launchBrowser(process.env);
  const boards = new Map<number, Figure[]>();
  try {
    for (const posts of counts) {
      printError(`Building a board of ${posts} posts…`);
      const inputs = await writePosts(join(folder.path, String(posts)), posts);
      await keepOnlyBundles(inputs.variables.BOARD_CACHE, bundles);
      const site = join(folder.path, `site-${posts}`);
      const build = await measure(boardProgram(inputs, ["--output", site]));
      const share = (await indexCpu(inputs)) / build.user;
      const { most } = targets.buildShare;
      boards.set(posts, [
        ...(await measureReading(browser, site, { posts, inputs, rounds })),
        {
          ...{ name: "share of a clean build", value: share, unit: "" },
          ...(posts >= targets.buildShare.posts && { most }),
        },
      ]);
      await rm(site, { recursive: true });
    }
  } finally {
    await browser.close();
  }
  print(`\n${figureTable(boards)}`);
  const missed = missedBy(boards);
  print(`\n${missed.length > 0 ? missed.join("\n") : "All targets are met."}`);
  return missed.length > 0 ? 1 : 0;
});

await startCommand(command);

/** The user CPU in seconds that making the files of the search takes. */
async function indexCpu({ variables }: BoardInputs): Promise<number> {
  const { board } = await loadBoard(benchConfig, readEnvironment(variables));
  const start = process.cpuUsage();
  await new SearchFiles().make(board, () => undefined);
  return process.cpuUsage(start).user / 1e6;
}

type ReadingOptions = { posts: number; inputs: BoardInputs; rounds: number };

async function measureReading(
  browser: Browser,
  site: string,
  { posts, inputs, rounds }: ReadingOptions,
): Promise<Figure[]> {
  const now = readEnvironment(inputs.variables).now.toSeconds();
  await using server = await PagesServer.start(site, await benchFiles());
  const loading = await measureLoading(browser, server, now);
  server.connection = undefined;
  const first: number[] = [];
  const keys: number[] = [];
  const chosen: number[] = [];
  let heap = 0;
  for (let round = 0; round < rounds; round += 1) {
    const times = await measureTyping(browser, server, now);
    first.push(times.first);
    keys.push(...times.keys);
    chosen.push(...times.filters);
    heap = Math.max(heap, times.heap);
  }
  return [
    {
      ...{ name: "until the first result", value: loading.bytes / 1024, unit: "KB" },
      most: targets.kilobytes.get(posts),
    },
    {
      ...{ name: "requests in sequence", value: loading.requests, unit: "" },
      most: targets.requests,
    },
    { name: "first result over slow 4G", value: loading.milliseconds, unit: "ms" },
    ...timeFigures({ first: median(first), keys, filters: chosen }),
    { name: "JS heap", value: heap / 2 ** 20, most: targets.heapMegabytes, unit: "MB" },
  ];
}

/** Scripts of the benchmark, and a page without any. */
async function benchFiles(): Promise<Map<string, string>> {
  const scripts = await bundle({
    "/bench/in-page.js": join(root, "bench/search/in-page.ts"),
    "/bench/in-worker.js": join(root, "src/site/browser/search-in-worker.ts"),
  });
  return new Map([
    ["/bench/index.html", "<!doctype html><title>Search</title>"],
    ...scripts.map(({ address, content }) => [address, content] as const),
  ]);
}

async function openBench(browser: Browser, server: PagesServer): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.origin}/bench/index.html`);
  return page;
}

/** What is loaded until there is a first result for “python”, as pages do it: by a worker. */
async function measureLoading(browser: Browser, server: PagesServer, now: number) {
  const page = await openBench(browser, server);
  server.sent = [];
  server.connection = slow4G;
  const requests: Request[] = [];
  page.on("requestfinished", (request) => requests.push(request));
  const milliseconds = await page.evaluate(async (moment) => {
    const script = "/bench/in-worker.js";
    const { WorkerSearch } = await import(script);
    const search = new WorkerSearch("/assets/search-worker.js");
    const start = performance.now();
    const state = { text: "python", chosen: {}, sort: "relevance", page: 1 };
    const { total } = await search.search(state, moment);
    if (total === 0) throw new Error("Nothing was found.");
    return performance.now() - start;
  }, now);
  await page.context().close();
  const isOfSearch = (path: string) => !path.startsWith("/bench/");
  const sent = server.sent.filter(({ path }) => isOfSearch(path));
  const bytes = sent.reduce((sum, one) => sum + one.bytes, 0);
  // As the browser counts: on the way to the server, few requests go at the same time.
  const asked = requests
    .filter((request) => isOfSearch(new URL(request.url()).pathname))
    .map((request) => request.timing())
    .map(({ startTime, responseEnd }) => ({ start: startTime, end: startTime + responseEnd }));
  if (asked.length !== sent.length) throw new Error("Some requests were not counted.");
  return { milliseconds, bytes, requests: inSequence(asked) };
}

/** How long a slow machine takes for each key and filter, without the network. */
async function measureTyping(browser: Browser, server: PagesServer, now: number) {
  const page = await openBench(browser, server);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const searchEach = (queries: readonly string[]) =>
    page.evaluate(
      async ([all, moment]) => {
        const script = "/bench/in-page.js";
        const bench = await import(script);
        return (await bench.searchEach(all, moment)) as number[];
      },
      [queries, now] as const,
    );
  const states = typed.flatMap((text) =>
    [...text].map((_, index) => `q=${encodeURIComponent(text.slice(0, index + 1))}`),
  );
  const [first = Number.NaN, ...keys] = await searchEach(states);
  const chosen = await searchEach(filters);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await page.context().close();
  return { first, keys, filters: chosen, heap: usedSize };
}
