/** `node scripts/upload.ts`: uploads the built site to Netlify. For the workflow that publishes. */
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { netlify as words } from "#words/terminal-github.ts";
import { uploadToNetlify } from "../src/services/netlify.ts";
import { defineCommand, startCommand, UsageError } from "./command.ts";

const definition = {
  usage: words.usage,
  about: words.about,
  options: { dir: { type: "string", ...words.options.dir } },
} as const;

export const command = defineCommand(definition, async (context, { flags }) => {
  const { directory, environment, print } = context;
  if (!environment.netlify) throw new UsageError(words.unset);
  const folder = resolve(directory, flags.dir ?? "_site");
  const wait = (milliseconds: number) => setTimeout(milliseconds);
  print(words.uploaded(await uploadToNetlify(folder, { ...environment.netlify, wait })));
  return 0;
});

if (import.meta.main) await startCommand(command);
