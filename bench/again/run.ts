/**
 * `npm run bench:again`: what building takes when there is a site already: after one change, when nothing has changed,
 * and after one change on a board with many archived posts.
 */
import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { defineCommand, readNumber, startCommand } from "../../scripts/command.ts";
import { makeBundles } from "../board/bundles.ts";
import type { Usage } from "../child-usage.ts";
import { median } from "../figures.ts";
import { archivedPosts } from "./archived-posts.ts";
import { RepeatedBuilds } from "./builds.ts";
import { drawCurves } from "./curve.ts";
import type { Row } from "./figures.ts";
import { archiveTarget, fewestPosts, missedBy, rowTable, targets } from "./figures.ts";

const definition = {
  usage: "npm run bench:again -- [--jobs 300,10000] [--live 2000] [--archived 50000] [--rounds 3]",
  about: `Compares builds of a board that was built before with clean builds, and a board that has archived posts with the same board without them. Prints medians of user CPU and their ratios. Exits with 1 if a target is missed: from ${fewestPosts} posts on ${targets.edited} of a clean build after one change and ${targets.unchanged} if nothing has changed, and ${archiveTarget.most} times as much with ${archiveTarget.archived} archived posts.`,
  options: {
    jobs: { type: "string", value: "N,N", help: "posts that are built again (default: 10000)" },
    live: { type: "string", value: "N", help: "live posts beside the archive (default: 2000)" },
    archived: { type: "string", value: "N", help: "archived posts (default: 50000)" },
    rounds: { type: "string", value: "N", help: "builds of each kind (default: 3)" },
    only: { type: "string", value: "A,B", help: "some of the parts: changes, archive" },
    picture: { type: "string", value: "FILE", help: "draw the cost of each number of posts" },
  },
} as const;

const most = 200_000;

const command = defineCommand(definition, async ({ print, printError }, { flags }) => {
  const numbers = { live: "2000", archived: "50000", rounds: "3", ...flags };
  const number = (name: "live" | "archived" | "rounds") => readNumber(numbers, name, { most });
  const sizes = (flags.jobs ?? "10000")
    .split(",")
    .map((jobs) => readNumber({ jobs }, "jobs", { most }));
  const rounds = number("rounds");
  const parts = new Set((flags.only ?? "changes,archive").split(","));
  print(`${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}`);
  await using folder = await mkdtempDisposable(join(tmpdir(), "bench-again-"));
  const bundles = await makeBundles(join(folder.path, "bundles"));
  const boardOf = async (name: string, posts: number, archived = 0) => {
    printError(`Writing ${posts} live and ${archived} archived posts…`);
    const source = { posts, archive: archivedPosts(archived), bundles };
    return await RepeatedBuilds.of(join(folder.path, name), source);
  };

  const missed: string[] = [];
  if (parts.has("changes")) {
    const points = new Map<string, [posts: number, user: number][]>();
    for (const posts of sizes) {
      const board = await boardOf(`changes-${posts}`, posts);
      const rows = await compareChanges(board, posts, rounds);
      print(`\n${posts} posts, medians of ${rounds}\n\n${rowTable(rows, "clean build")}`);
      missed.push(...missedBy(rows));
      for (const { name, usages } of rows) {
        const user = median(usages.map((usage) => usage.user));
        points.set(name, [...(points.get(name) ?? []), [posts, user]]);
      }
    }
    if (flags.picture) {
      const curves = [...points].map(([name, each]) => ({ name, points: each }));
      await writeFile(flags.picture, drawCurves("User CPU of builds by number of posts", curves));
    }
  }
  if (parts.has("archive")) {
    const [live, archived] = [number("live"), number("archived")];
    const without = await boardOf("without", live);
    const rows = await compareArchive(
      { without, withArchive: await boardOf("with", live, archived) },
      archived,
      rounds,
    );
    print(`\n${live} live posts, medians of ${rounds}\n\n${rowTable(rows, "no archive")}`);
    missed.push(...missedBy(rows));
  }
  print(`\n${missed.length > 0 ? missed.join("\n") : "All targets are met."}`);
  return missed.length > 0 ? 1 : 0;
});

await startCommand(command);

/** Alternates, so that load on the machine affects all kinds of builds. */
async function compareChanges(
  board: RepeatedBuilds,
  posts: number,
  rounds: number,
): Promise<Row[]> {
  const base: Usage[] = [];
  const edited: Usage[] = [];
  const later: Usage[] = [];
  const unchanged: Usage[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    base.push(await board.clean());
    edited.push(await board.edited());
    later.push(await board.later());
    unchanged.push(await board.unchanged());
  }
  const limit = (most: number) => (posts >= fewestPosts ? { most } : {});
  return [
    { name: "clean build", usages: base, base },
    { name: "after one change", usages: edited, base, ...limit(targets.edited) },
    { name: "a minute later", usages: later, base },
    { name: "nothing changed", usages: unchanged, base, ...limit(targets.unchanged) },
  ];
}

async function compareArchive(
  { without, withArchive }: { without: RepeatedBuilds; withArchive: RepeatedBuilds },
  archived: number,
  rounds: number,
): Promise<Row[]> {
  const clean = { without: [await without.clean()], with: [await withArchive.clean()] };
  const base: Usage[] = [];
  const usages: Usage[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    base.push(await without.edited());
    usages.push(await withArchive.edited());
  }
  const limit = archived >= archiveTarget.archived ? { most: archiveTarget.most } : {};
  return [
    { name: "clean build, no archive", usages: clean.without, base: clean.without },
    { name: `clean build, ${archived} archived`, usages: clean.with, base: clean.without },
    { name: "after one change, no archive", usages: base, base },
    { name: `after one change, ${archived} archived`, usages, base, ...limit },
  ];
}
