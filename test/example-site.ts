/** Real builds of invented boards. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { BoardConfig } from "../src/board/config.ts";
import { writeJobFile } from "../src/board/job/file.ts";
import type { Job } from "../src/board/job/schema.ts";
import { exampleConfig, exampleNow } from "./example-job.ts";

const run = promisify(execFile);

/** A built site that tests only read. Tests with the same posts and settings share it. */
export type ExampleSite = {
  folder: string;
  /** The text of a file, by its path from the site's root. */
  read: (path: string) => Promise<string>;
};

/**
 * The site of a board with the given posts, by the paths of their files. Built at most once per run.
 *
 * @param jobs `jobs/<slug>.md` or `jobs/archive/<year>/<slug>.md`, and the file’s text
 * @param options.variables environment variables in addition to the time and the folder of posts
 * @param options.flags of Node, such as the condition that chooses the words
 */
export async function buildExample(
  jobs: Readonly<Record<string, Job>>,
  {
    config = exampleConfig,
    now = exampleNow,
    variables = {},
    flags = [],
  }: {
    config?: BoardConfig;
    now?: typeof exampleNow;
    variables?: Readonly<Record<string, string>>;
    flags?: readonly string[];
  } = {},
): Promise<ExampleSite> {
  const environment = { ...variables, BOARD_NOW: now.toISO() };
  const folder = join(tmpdir(), "sites", hashOf([jobs, config, environment, flags]));
  if (!(await exists(folder))) {
    await mkdir(dirname(folder), { recursive: true });
    const root = await mkdtemp(`${folder}-`);
    await writeExample(root, jobs, config);
    await buildFolder(root, join(root, "site"), config, environment, flags);
    // Another worker may have built the same site in the meantime.
    await rename(join(root, "site"), folder).catch(async (error: unknown) => {
      if (!(await exists(folder))) throw error;
    });
    await rm(root, { recursive: true });
  }
  return { folder, read: (path) => readFile(join(folder, path), "utf8") };
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

/** Writes the files of posts below a folder, which always gets a folder `jobs`. */
export async function writeExample(
  root: string,
  jobs: Readonly<Record<string, Job>>,
  config: BoardConfig,
): Promise<void> {
  await mkdir(join(root, "jobs"));
  for (const [file, job] of Object.entries(jobs)) {
    const written = writeJobFile(file, job, config);
    if (!written.ok) throw new Error(`${file}: ${written.problems[0]?.message}`);
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), written.text);
  }
}

/**
 * Builds the site of the posts in a folder’s `jobs`.
 *
 * @param variables environment variables in addition to the folder of posts
 */
export async function buildFolder(
  root: string,
  output: string,
  config: BoardConfig,
  variables: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<void> {
  const configuration = join(root, "eleventy.config.mjs");
  const environment = { ...variables, JOBS_DIR: join(root, "jobs") };
  await writeFile(configuration, configurationText(config, environment, flags));
  // In a separate process, because Eleventy reuses compiled layouts, with their board’s settings, for the next build.
  const program = buildText(output, configuration);
  await run(process.execPath, [...flags, "--input-type=module", "--eval", program]);
}

function buildText(folder: string, configuration: string): string {
  // Eleventy treats the path of its configuration as relative in any case.
  const options = { configPath: relative(process.cwd(), configuration), quietMode: true };
  const parameters = ["src/site", folder, options].map((each) => JSON.stringify(each));
  return `
    import Eleventy from "@11ty/eleventy";
    await new Eleventy(${parameters}).write();
  `;
}

/** Where the bundles of a run are kept that boards share: they do not depend on posts, time, and GitHub’s addresses. */
function bundlesOf(
  config: BoardConfig,
  variables: Readonly<Record<string, string>>,
  flags: readonly string[],
): string {
  const { JOBS_DIR, BOARD_NOW, GITHUB_API_URL, GITHUB_SERVER_URL, ...others } = variables;
  return join(tmpdir(), `bundles-${hashOf([config, others, flags])}`);
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

function configurationText(
  config: BoardConfig,
  variables: Readonly<Record<string, string>>,
  flags: readonly string[],
): string {
  const module = (path: string) => JSON.stringify(pathToFileURL(join(process.cwd(), path)).href);
  return `
    import { configureSite } from ${module(".eleventy.ts")};
    import { readEnvironment } from ${module("src/services/environment.ts")};
    import { keepJson, readKeptJson } from ${module("src/services/kept-file.ts")};

    const bundles = ${JSON.stringify(bundlesOf(config, variables, flags))};
    async function assets(make) {
      const kept = await readKeptJson(bundles);
      if (kept) return kept;
      const made = await make();
      await keepJson(bundles, made);
      return made;
    }
    export default (eleventy) =>
      configureSite(eleventy, ${JSON.stringify(config)}, readEnvironment(${JSON.stringify(variables)}), {
        assets,
        isStale: () => true,
      });
  `;
}
