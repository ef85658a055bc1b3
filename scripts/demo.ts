/** `npm run demo`: writes invented posts, for trying the board out and for benchmarks. */
import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { demo as words } from "#words/terminal-posts.ts";
import { dayOf } from "../src/board/days.ts";
import { writeJobFiles } from "../src/services/write-jobs.ts";
import { defineCommand, readNumber, startCommand } from "./command.ts";
import { generatePosts } from "./demo-posts/generate.ts";

const defaultFolder = ".cache/demo-jobs";
const mostPosts = 1_000_000;

const { count, seed, out, force, "dry-run": dryRun } = words.options;

const definition = {
  usage: words.usage,
  about: words.about,
  options: {
    count: { type: "string", ...count },
    seed: { type: "string", ...seed },
    out: { type: "string", ...out, help: out.help(defaultFolder) },
    force: { type: "boolean", ...force },
    "dry-run": { type: "boolean", ...dryRun },
  },
} as const;

export const command = defineCommand(definition, async (context, { flags }) => {
  const { config, environment, print } = context;
  const options = {
    count: readNumber(flags, "count", { most: mostPosts }),
    seed: readNumber({ seed: "1", ...flags }, "seed", { least: 0, most: 2 ** 32 - 1 }),
    today: dayOf(environment.now),
  };
  const folder = flags.out ?? defaultFolder;
  const directory = resolve(context.directory, folder);
  const what = words.what(options.count, options.seed, options.today);

  if (!flags.force && !(await isEmpty(directory))) throw new Error(words.notEmpty(folder));
  if (flags["dry-run"]) {
    print(words.wouldWrite(what, folder));
    return 0;
  }
  await writeJobFiles(directory, generatePosts(options, config));
  print(words.wrote(what, folder));
  return 0;
});

if (import.meta.main) await startCommand(command);

/** A folder that does not exist counts as empty. */
async function isEmpty(directory: string): Promise<boolean> {
  try {
    return (await readdir(directory)).length === 0;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return true;
    throw error;
  }
}
