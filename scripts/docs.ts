/** `npm run docs`: writes the documentation that is derived from the code. */
import { readFile, writeFile } from "node:fs/promises";
import { jobFileGuide } from "../src/board/job/guide.ts";
import { boardConfig } from "../src/board.config.ts";
import type { ExitCode } from "./command.ts";
import { runCommand } from "./command.ts";

const command = {
  usage: "npm run docs -- [--dry-run]",
  about: "Writes docs/job-file.md from the schema of posts.",
  options: {
    "dry-run": { type: "boolean", help: "say what would change, and change nothing" },
  },
} as const;

await runCommand(command, async ({ flags }): Promise<ExitCode> => {
  const file = "docs/job-file.md";
  const guide = jobFileGuide(boardConfig);
  const current = await readFile(file, "utf8").catch(() => undefined);
  if (current === guide) console.log(`${file} is up to date.`);
  else if (flags["dry-run"]) console.log(`${file} would be written anew.`);
  else {
    await writeFile(file, guide);
    console.log(`${file} is written anew.`);
  }
  return 0;
});
