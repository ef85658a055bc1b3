/** `npm run demo`: writes invented posts, for trying the board out and for measuring it. */
import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { dayOf } from "../src/board/days.ts";
import { writeJobFiles } from "../src/services/write-jobs.ts";
import { defineCommand, startCommand, UsageError } from "./command.ts";
import { generatePosts } from "./demo-posts/generate.ts";
import { count } from "./problem-report.ts";

const defaultFolder = ".cache/demo-jobs";
const mostPosts = 1_000_000;

const definition = {
  usage: "npm run demo -- --count N [--seed S] [--out DIR]",
  about: `Writes N invented posts of the last 90 days, by fictional companies. The same seed gives the same
posts on the same day (BOARD_NOW), and a larger N the same and more.`,
  options: {
    count: { type: "string", value: "N", help: "how many posts" },
    seed: { type: "string", value: "S", help: "a whole number; another one gives other posts (1)" },
    out: { type: "string", value: "DIR", help: `the folder to write to (${defaultFolder})` },
    force: {
      type: "boolean",
      help: "write even if DIR holds files; those of the same name are replaced",
    },
    "dry-run": { type: "boolean", help: "say what would be done, and do nothing" },
  },
} as const;

export const command = defineCommand(definition, async (context, { flags }) => {
  const { config, print } = context;
  const number = readNumber("count", flags.count, 1, mostPosts);
  const seed = readNumber("seed", flags.seed ?? "1", 0, 2 ** 32 - 1);
  const folder = flags.out ?? defaultFolder;
  const directory = resolve(context.directory, folder);
  const options = { count: number, seed, today: dayOf(context.now()) };
  const what = `${count(number, "post")} (seed ${seed}, as of ${options.today})`;

  if (!flags.force && !(await isEmpty(directory))) {
    throw new Error(
      `${folder} is not empty. Name another folder with --out, or write into it with --force.`,
    );
  }
  if (flags["dry-run"]) {
    print(`Would write ${what} to ${folder}. Nothing was changed.`);
    return 0;
  }
  await writeJobFiles(directory, generatePosts(options, config));
  print(`Wrote ${what} to ${folder}. To see them: JOBS_DIR=${folder} npm run dev`);
  return 0;
});

if (import.meta.main) await startCommand(command);

function readNumber(flag: string, text: string | undefined, least: number, most: number): number {
  if (text === undefined) throw new UsageError(`--${flag} is missing.`);
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`--${flag} must be a whole number from ${least} to ${most}.`);
}

/** A folder that is not there yet is as good as an empty one. */
async function isEmpty(directory: string): Promise<boolean> {
  try {
    return (await readdir(directory)).length === 0;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return true;
    throw error;
  }
}
