/**
 * `npm run bench:live`: what it takes from an approval until the page is published, with the real workflows at the
 * GitHub emulator, and whether publishing would be faster with a cache.
 */
import { mkdtempDisposable } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { defineCommand, readNumber, startCommand } from "../../scripts/command.ts";
import type { Measured } from "./figures.ts";
import { missedByWays, restoringTable, target, wayTable } from "./figures.ts";
import type { Restoring } from "./restoring.ts";
import { measureRestoring } from "./restoring.ts";
import type { Way } from "./way.ts";
import { measureWay } from "./way.ts";

const definition = {
  usage: "npm run bench:live -- [--jobs 300,10000] [--only way,cache]",
  about: `Plays the way from an approval to the published page with the real workflows: check-outs, packages, building, and packing the site, one job at a time. Packages come from npm’s cache once they are known; what GitHub itself takes, such as starting runners, is not included. Then compares clean builds with builds that start from a restored cache. Exits with 1 if the way takes more than ${target.seconds} s with ${target.posts} posts.`,
  options: {
    jobs: { type: "string", value: "N,N", help: "numbers of posts (default: 300,10000)" },
    only: { type: "string", value: "A,B", help: "some of the parts: way, cache" },
  },
} as const;

/** Kept from one run to the next. */
const npmCache = join(process.cwd(), "node_modules/.cache/bench-live/npm");

const command = defineCommand(definition, async ({ print, printError }, { flags }) => {
  const parts = new Set((flags.only ?? "way,cache").split(","));
  const sizes = (flags.jobs ?? "300,10000")
    .split(",")
    .map((jobs) => readNumber({ jobs }, "jobs", { most: 200_000 }));
  print(`${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}`);
  const ways: Measured<Way>[] = [];
  const restorings: Measured<Restoring>[] = [];
  for (const posts of sizes) {
    await using folder = await mkdtempDisposable(join(tmpdir(), "bench-live-"));
    const optionsIn = (name: string) => ({ directory: join(folder.path, name), posts, npmCache });
    if (parts.has("way")) {
      printError(`Playing an approval on a board with ${posts} posts…`);
      ways.push({ posts, ...(await measureWay(optionsIn("way"))) });
    }
    if (parts.has("cache")) {
      printError(`Building a board with ${posts} posts, clean and with a cache…`);
      restorings.push({ posts, ...(await measureRestoring(optionsIn("cache"))) });
    }
  }
  if (ways.length > 0) print(`\n${wayTable(ways)}`);
  if (restorings.length > 0) print(`\n${restoringTable(restorings)}`);
  const missed = missedByWays(ways);
  print(`\n${missed.length > 0 ? missed.join("\n") : "All targets are met."}`);
  return missed.length > 0 ? 1 : 0;
});

await startCommand(command);
