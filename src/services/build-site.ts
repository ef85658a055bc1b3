/** Builds the site with Eleventy: from job files to a folder of pages. Writes only what differs from an earlier build. */
import { hash } from "node:crypto";
import { mkdir, mkdtemp, readdir, rename, rm, rmdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import * as words from "#words/terminal-errors.ts";
import type { BoardConfig } from "../board/config.ts";
import type { Board } from "../board/listing/board.ts";
import type { SiteSize } from "../board/maintenance/host-limits.ts";
import type { Problem } from "../board/problem.ts";
import type { Bundle } from "./bundle.ts";
import type { Environment } from "./environment.ts";
import { filesIn } from "./files-in.ts";
import { keepJson, readKeptJson } from "./kept-file.ts";
import type { PostsWithHistory } from "./needed-history.ts";
import { readOldAddressesOf } from "./old-addresses.ts";
import { PostIndex } from "./post-index.ts";
import { SearchFiles } from "./search-files.ts";
import type { BuildInputs, Manifest } from "./site-manifest.ts";
import { isIntact, sizeOf, statOf } from "./site-manifest.ts";
import { hashSources } from "./source-hash.ts";

/** Default output folder. */
export const defaultOutput = "_site";

/** A page that every build writes, which marks a folder as an earlier build. */
const everyBuildHas = "404.html";

/** Prefix of the temporary folder of a build, inside the folder it replaces. The number of its process follows. */
const unfinished = ".unfinished-";

/** Everything that pages are made of, besides posts, settings and time. Packages by what is installed. */
const sources = [
  "src",
  "admin",
  ".eleventy.ts",
  "package.json",
  "package-lock.json",
  "node_modules/.package-lock.json",
];

/** The code that this process has loaded or is about to load. */
const code = hashSources(sources);

/** Whether the sources are still that code. If not, nothing is kept: it would be taken for what they make. */
function isCurrent(): boolean {
  return hashSources(sources) === code;
}

/** What a build can take from the one before. */
export type EarlierBuild = {
  /** The posts, with what is known of their files. */
  posts: PostsWithHistory;
  /** The bundles that `make` would make. */
  assets(make: () => Promise<Bundle[]>): Promise<Bundle[]>;
  /** Whether a generated page has to be written, by its file and all that it shows. Asked once for each page. */
  isStale(file: string, madeOf: string): boolean;
  /** Makes the files that a search loads. */
  search: SearchFiles;
};

/** What Eleventy has read, before anything is written. */
export type BoardRead = { board: Board; problems: readonly Problem[] };

type BuildOptions = {
  /** The folder to write to. */
  output: string;
  config: BoardConfig;
  environment: Environment;
  /** Whether to write everything, whatever there was before. */
  clean: boolean;
  /** Sets up Eleventy, which emits `board.read` with a `BoardRead`. Called only if there is something to write. */
  configure(eleventy: EleventyConfig, earlier: EarlierBuild): Promise<unknown>;
};

export type BuildResult = {
  /** Problems of posts that were left out. */
  problems: readonly Problem[];
  /** The number of files written. */
  written: number;
  /** The size of the whole site. */
  size: SiteSize;
};

/**
 * Builds the site. If the folder has what the last build wrote, only files that differ are written. Otherwise an earlier
 * build is replaced once the new one is complete, and kept if that fails. Leaves out posts that cannot be published, and
 * returns their problems.
 *
 * Throws an Error if the site cannot be built, or if the folder contains anything but a site.
 */
export async function buildSite(options: BuildOptions): Promise<BuildResult> {
  const { config, environment, clean } = options;
  const { cacheDir, jobsDir, now } = environment;
  const output = resolve(options.output);
  await requireSite(output);
  const program = programOf(config, environment);
  const look = { program, directory: resolve(jobsDir), config, now, isFresh: clean };
  const index = await PostIndex.look(join(cacheDir, "posts"), look);
  const old = hash("sha1", JSON.stringify(await readOldAddressesOf(jobsDir)));
  const inputs = { program, posts: `${index.version} ${old}`, now: now.toISO(), output };
  const manifest = join(cacheDir, "manifest");
  const earlier = clean ? undefined : await intactSite(manifest, inputs);
  if (earlier?.posts === inputs.posts && earlier.now === inputs.now) {
    await index.store([]);
    return { problems: earlier.problems, written: 0, size: sizeOf(earlier.files) };
  }

  const versions = new Map<string, string>();
  const isStale = (file: string, madeOf: string) => {
    const version = hash("sha1", madeOf, "base64");
    versions.set(file, version);
    return earlier?.files[file]?.[0] !== version;
  };
  const search = new SearchFiles({ directory: cacheDir, program, isFresh: clean, isStale });
  const next = await mkdtemp(join(output, `${unfinished}${process.pid}-`));
  try {
    const { board, problems } = await runEleventy(next, (eleventy) =>
      options.configure(eleventy, {
        posts: index.posts,
        assets: (make) => keptAssets(join(cacheDir, "assets"), program, make),
        isStale,
        search,
      }),
    );
    // From here until the new manifest is written, nothing is known of the site.
    await rm(manifest, { force: true });
    const written = await (earlier
      ? update(output, next, earlier, versions)
      : replace(output, next));
    const files = Object.fromEntries([
      ...[...versions].map(([file, version]) => [file, [version, earlier?.files[file]?.[1] ?? ""]]),
      ...written.map((file) => [file, [versions.get(file) ?? "", statOf(output, file)]]),
    ]) as Manifest["files"];
    if (isCurrent()) {
      await index.store(board.live);
      await search.store();
      await keepJson(manifest, { ...inputs, problems, files } satisfies Manifest);
    }
    return { problems, written: written.length, size: sizeOf(files) };
  } finally {
    // Eleventy may still be writing if a template failed.
    await rm(next, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Makes the folder if it is missing. Throws an Error if there is anything else in it than an earlier build. */
async function requireSite(output: string): Promise<void> {
  await mkdir(output, { recursive: true });
  const names = await readdir(output);
  const isEmpty = names.every((name) => name.startsWith(unfinished));
  if (!isEmpty && !names.includes(everyBuildHas)) throw new Error(words.notASite(output));
}

/** Tells programs apart that may build other pages of the same posts. */
function programOf(config: BoardConfig, environment: Environment): string {
  const { cmsBackend = "", github } = environment;
  const parts = [code, process.version, config, cmsBackend, github.apiUrl, github.serverUrl];
  return hash("sha1", JSON.stringify(parts));
}

/** The last build, if the same program wrote it and nobody has touched it since. */
async function intactSite(path: string, { program, output }: BuildInputs) {
  const manifest = await readKeptJson<Manifest>(path);
  const isOurs = manifest?.program === program && manifest.output === output;
  return isOurs && isIntact(manifest) ? manifest : undefined;
}

/** Replaces the whole site by a new one. Returns its files. */
async function replace(output: string, next: string): Promise<string[]> {
  const names = (await readdir(output)).filter((name) => !isBeingBuilt(name));
  // The page that marks the folder as a site stays until the end, or a build that is cut off could not be repeated.
  const earlier = names.filter((name) => name !== everyBuildHas);
  await Promise.all(earlier.map((name) => rm(join(output, name), { recursive: true })));
  const files = filesIn(next);
  const built = (await readdir(next)).filter((name) => name !== everyBuildHas);
  for (const name of [...built, everyBuildHas]) await rename(join(next, name), join(output, name));
  await rmdir(next);
  return files;
}

/** Whether a folder belongs to a build that is still running, this one or another. */
function isBeingBuilt(name: string): boolean {
  if (!name.startsWith(unfinished)) return false;
  try {
    return process.kill(Number.parseInt(name.slice(unfinished.length), 10), 0);
  } catch {
    return false; // There is no such process any more.
  }
}

/** Puts new files among those of the earlier site, and removes those that are gone. Returns the new ones. */
async function update(
  output: string,
  next: string,
  earlier: Manifest,
  versions: ReadonlyMap<string, string>,
): Promise<string[]> {
  const files = filesIn(next);
  for (const folder of new Set(files.map(dirname))) {
    await mkdir(join(output, folder), { recursive: true });
  }
  for (const file of files) await rename(join(next, file), join(output, file));
  const current = new Set([...files, ...versions.keys()]);
  for (const file of Object.keys(earlier.files).filter((file) => !current.has(file))) {
    await rm(join(output, file));
    await removeEmpty(output, dirname(file));
  }
  return files;
}

async function removeEmpty(output: string, folder: string): Promise<void> {
  if (folder === "." || (await readdir(join(output, folder))).length > 0) return;
  await rmdir(join(output, folder));
  await removeEmpty(output, dirname(folder));
}

/** Bundles of scripts and styles, kept until the program changes: bundling takes longer than all else. */
async function keptAssets(
  path: string,
  program: string,
  make: () => Promise<Bundle[]>,
): Promise<Bundle[]> {
  type Kept = { program: string; assets: Bundle[] };
  const kept = await readKeptJson<Kept>(path);
  if (kept?.program === program) return kept.assets;
  const assets = await make();
  if (isCurrent()) await keepJson(path, { program, assets } satisfies Kept);
  return assets;
}

async function runEleventy(
  output: string,
  configure: (eleventy: EleventyConfig) => Promise<unknown>,
): Promise<BoardRead> {
  const { default: Eleventy } = await import("@11ty/eleventy");
  let read: BoardRead | undefined;
  const eleventy = new Eleventy("src/site", output, {
    quietMode: true,
    async config(configuration) {
      configuration.on("board.read", (found: BoardRead) => {
        read = found;
      });
      await configure(configuration);
    },
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
  if (!read) throw new Error("No board.read was emitted.");
  return read;
}

/** The innermost cause of one of Eleventy's nested errors. */
function firstCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { originalError } = error as Error & { originalError?: unknown };
  return originalError ? firstCause(originalError) : error.message;
}
