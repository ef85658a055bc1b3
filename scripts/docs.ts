/** `npm run docs`: writes the documentation and the texts on GitHub that are generated from the code and the settings. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { docs as words } from "#words/terminal-posts.ts";
import { jobFileGuide } from "../src/board/job/guide.ts";
import { githubTexts } from "../src/board/requests/issue-forms.ts";
import { defineCommand, startCommand } from "./command.ts";

const definition = {
  usage: words.usage,
  about: words.about,
  options: { "dry-run": { type: "boolean", ...words.options["dry-run"] } },
} as const;

export const command = defineCommand(definition, async (context, { flags }) => {
  const { config, directory, print, settings } = context;
  const texts = { "docs/job-file.md": jobFileGuide(config), ...githubTexts(settings) };
  for (const [file, text] of Object.entries(texts)) {
    const path = resolve(directory, file);
    const current = await readFile(path, "utf8").catch(() => undefined);
    if (current === text) print(words.upToDate(file));
    else if (flags["dry-run"]) print(words.wouldWrite(file));
    else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
      print(words.wrote(file));
    }
  }
  return 0;
});

if (import.meta.main) await startCommand(command);
