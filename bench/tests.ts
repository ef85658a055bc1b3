/**
 * `npm run bench:tests`: how much CPU the tests of each project take, and which files take longest. Projects
 * can be chosen: `npm run bench:tests -- unit served`.
 */
import { mkdtempDisposable, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { JsonTestResults } from "vitest/node";
import type { Usage } from "./child-usage.ts";
import { measure } from "./child-usage.ts";
import { table } from "./figures.ts";

const chosen = process.argv.slice(2);
const projects = chosen.length > 0 ? chosen : ["unit", "served", "whole"];
const mostFiles = 15;

const vitest = join(import.meta.dirname, "../node_modules/vitest/vitest.mjs");

await using folder = await mkdtempDisposable(join(tmpdir(), "bench-tests-"));
const usages: Usage[] = [];
const files: { path: string; seconds: number }[] = [];
for (const project of projects) {
  const report = join(folder.path, `${project}.json`);
  const options = ["run", "--project", project, "--reporter", "json", "--outputFile", report];
  const directory = process.cwd();
  usages.push(
    await measure({ file: process.execPath, parameters: [vitest, ...options], directory }),
  );
  const { testResults }: JsonTestResults = JSON.parse(await readFile(report, "utf8"));
  for (const { name, startTime, endTime } of testResults) {
    files.push({ path: relative(process.cwd(), name), seconds: (endTime - startTime) / 1000 });
  }
}

const sum = (key: keyof Usage) => usages.reduce((total, usage) => total + usage[key], 0);
const total = { user: sum("user"), system: sum("system"), wall: sum("wall"), memory: 0 };
const row = (name: string, { user, system, wall }: Usage) => [
  name,
  ...[user + system, user, system, wall].map((seconds) => seconds.toFixed(0)),
];
console.log(
  table([
    ["project", "CPU s", "user", "system", "wall"],
    ...projects.map((name, index) => row(name, usages[index] ?? total)),
    row("all", total),
  ]),
);
const longest = files.toSorted((one, other) => other.seconds - one.seconds).slice(0, mostFiles);
console.log(
  table([["file", "wall s"], ...longest.map(({ path, seconds }) => [path, seconds.toFixed(1)])]),
);
