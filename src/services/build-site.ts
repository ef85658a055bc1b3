/** Runs Eleventy: job files in, a folder of pages out. */
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import Eleventy from "@11ty/eleventy";
import type { Problem } from "../board/problem.ts";

/** Where a build puts its pages if nobody says otherwise. */
export const defaultOutput = "_site";

/** A page that every build writes: by it a folder is known as an earlier build. */
const everyBuildHas = "404.html";

/** Begins the name of the folder in which a build is made, within the one it will replace. */
const unfinished = ".unfinished-";

/**
 * Builds the site anew. What a folder held of an earlier build goes once the new one is complete; it
 * stays if that fails. The posts that cannot be published are left out, and their problems given back.
 *
 * Throws an Error that says why where the site cannot be built, or the folder holds what is not a site.
 */
export async function buildSite(output: string): Promise<Problem[]> {
  await mkdir(output, { recursive: true });
  const earlier = await readdir(output);
  if (earlier.some((name) => !name.startsWith(unfinished)) && !earlier.includes(everyBuildHas)) {
    throw new Error(
      `${output} holds something else than a built site. Name an empty or a new folder.`,
    );
  }
  const next = await mkdtemp(join(output, unfinished));
  try {
    const problems = await runEleventy(next);
    await Promise.all(earlier.map((name) => rm(join(output, name), { recursive: true })));
    const built = await readdir(next);
    await Promise.all(built.map((name) => rename(join(next, name), join(output, name))));
    return problems;
  } finally {
    await rm(next, { recursive: true });
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
      // How many files it wrote: Eleventy says that even in quiet mode.
    },
    warn: complain,
    error: complain,
  });
  try {
    await eleventy.write();
  } catch (error) {
    throw new Error(`The site could not be built. ${firstCause(error)}`, { cause: error });
  }
  return problems;
}

/** What is at the bottom of an error of Eleventy's, each of which wraps another. */
function firstCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { originalError } = error as Error & { originalError?: unknown };
  return originalError ? firstCause(originalError) : error.message;
}
