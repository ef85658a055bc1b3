/** Runs Eleventy: job files in, a folder of pages out. */
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import Eleventy from "@11ty/eleventy";
import type { Problem } from "../board/problem.ts";

/** Where a build puts its pages if nobody says otherwise. */
export const defaultOutput = "_site";

/** A page that every build writes: by it a folder is known as an earlier build. */
const everyBuildHas = "404.html";

/**
 * Builds the site anew. The posts that cannot be published are left out of it, and their problems
 * given back. Throws where a template is wrong, or where the folder holds what is not a site.
 */
export async function buildSite(output: string): Promise<Problem[]> {
  await empty(output);
  const problems: Problem[] = [];
  const eleventy = new Eleventy("src/site", output, {
    configPath: ".eleventy.ts",
    quietMode: true,
    config: (configuration) =>
      configuration.on("board.read", (found: Problem[]) => problems.push(...found)),
  });
  try {
    await eleventy.write();
  } catch (error) {
    // Eleventy itself has printed which template fails, and where.
    throw new Error("The site could not be built. The reason stands above.", { cause: error });
  }
  return problems;
}

/** Removes an earlier build, whose closed posts would otherwise stay; nothing else is ever removed. */
async function empty(output: string): Promise<void> {
  const entries = await readdir(output).catch((): string[] => []);
  if (entries.length > 0 && !entries.includes(everyBuildHas)) {
    throw new Error(
      `${output} holds something else than a built site. Name an empty or a new folder.`,
    );
  }
  await Promise.all(entries.map((entry) => rm(join(output, entry), { recursive: true })));
}
