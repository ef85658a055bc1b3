/** `npm run docs`: writes the documentation that is generated from the code. */
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { docs as words } from "#words/terminal-posts.ts";
import { jobFileGuide } from "../src/board/job/guide.ts";
import { defineCommand, startCommand } from "./command.ts";

const file = "docs/job-file.md";

const definition = {
  usage: words.usage,
  about: words.about,
  options: { "dry-run": { type: "boolean", ...words.options["dry-run"] } },
} as const;

export const command = defineCommand(definition, async (context, { flags }) => {
  const { config, directory, print } = context;
  const path = resolve(directory, file);
  const guide = jobFileGuide(config);
  const current = await readFile(path, "utf8").catch(() => undefined);
  if (current === guide) print(words.upToDate(file));
  else if (flags["dry-run"]) print(words.wouldWrite(file));
  else {
    await writeFile(path, guide);
    print(words.wrote(file));
  }
  return 0;
});

if (import.meta.main) await startCommand(command);
