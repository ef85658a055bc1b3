/** The bundles of scripts and styles, which are kept until the sources change, and are no part of measured builds. */
import { cp, mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { measure } from "../child-usage.ts";
import { boardProgram } from "../contenders.ts";
import { writePosts } from "../inputs.ts";

/** Builds a small board in an empty folder. Resolves to what it has kept. */
export async function makeBundles(folder: string): Promise<string> {
  const inputs = await writePosts(folder, 10);
  await measure(boardProgram(inputs, ["--output", join(folder, "output")]));
  return join(inputs.variables.BOARD_CACHE, "assets");
}

/** Empties a folder for what builds keep, but for the bundles. */
export async function keepOnlyBundles(cache: string, bundles: string): Promise<void> {
  await rm(cache, { recursive: true, force: true });
  const copy = join(cache, "assets");
  await mkdir(dirname(copy), { recursive: true });
  await cp(bundles, copy);
}
