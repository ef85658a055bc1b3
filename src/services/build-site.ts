/** Builds the site with Eleventy: from job files to a folder of pages. */
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import Eleventy from "@11ty/eleventy";
import type { Problem } from "../board/problem.ts";
import * as words from "../board/words/en/terminal-errors.ts";

/** Default output folder. */
export const defaultOutput = "_site";

/** A page that every build writes, which marks a folder as an earlier build. */
const everyBuildHas = "404.html";

/** Prefix of the temporary folder of a build, inside the folder it replaces. */
const unfinished = ".unfinished-";

/**
 * Builds the site. Replaces an earlier build once the new one is complete, and keeps it if that fails. Leaves
 * out posts that cannot be published, and returns their problems.
 *
 * Throws an Error if the site cannot be built, or if the folder contains anything but a site.
 */
export async function buildSite(output: string): Promise<Problem[]> {
  await mkdir(output, { recursive: true });
  const earlier = await readdir(output);
  if (earlier.some((name) => !name.startsWith(unfinished)) && !earlier.includes(everyBuildHas)) {
    throw new Error(words.notASite(output));
  }
  const next = await mkdtemp(join(output, unfinished));
  try {
    const problems = await runEleventy(next);
    await Promise.all(earlier.map((name) => rm(join(output, name), { recursive: true })));
    const built = await readdir(next);
    await Promise.all(built.map((name) => rename(join(next, name), join(output, name))));
    return problems;
  } finally {
    // Eleventy may still be writing if a template failed.
    await rm(next, { recursive: true, maxRetries: 5 });
  }
}

async function runEleventy(output: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  const eleventy = new Eleventy("src/site", output, {
    configPath: ".eleventy.ts",
    quietMode: true,
    config: (configuration) =>
      configuration.on("board.read", (found: Problem[]) => problems.push(...found)),
  });
  const complain = (text: string) => process.stderr.write(`${text}\n`);
  eleventy.logger.overrideLogger({
    log() {
      // The number of written files, which Eleventy prints even in quiet mode.
    },
    warn: complain,
    error: complain,
  });
  try {
    await eleventy.write();
  } catch (error) {
    throw new Error(words.siteNotBuilt(firstCause(error)), { cause: error });
  }
  return problems;
}

/** The innermost cause of one of Eleventy's nested errors. */
function firstCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { originalError } = error as Error & { originalError?: unknown };
  return originalError ? firstCause(originalError) : error.message;
}
