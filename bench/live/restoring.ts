/** What publishing would gain if a runner restored what an earlier build has kept, from GitHub's cache. */
import { execFile } from "node:child_process";
import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { git } from "github-emulator/git";
import { commitProject } from "../../sandbox/project-history.ts";
import { generatePosts } from "../../scripts/demo-posts/generate.ts";
import { measure } from "../child-usage.ts";
import { benchConfig, benchDay, signInUrl } from "../settings.ts";
import { installPackages } from "./runner-actions.ts";

const run = promisify(execFile);

/** The site, and all that builds keep, from the project's folder. */
const kept = ["_site", ".cache/site", "node_modules/.cache/admin"];

/** In seconds, but for the size of what is restored, in bytes. */
export type Restoring = {
  clean: number;
  unpacking: number;
  building: number;
  packing: number;
  bytes: number;
};

type RestoringOptions = {
  /** A new folder. */
  directory: string;
  posts: number;
  npmCache: string;
};

/**
 * Builds on a runner that has nothing, and after one change on one that has restored the first one's site and cache. The
 * network is left out.
 */
export async function measureRestoring(options: RestoringOptions): Promise<Restoring> {
  const { directory, posts, npmCache } = options;
  const project = join(directory, "project");
  const archive = join(directory, "kept.tar.zst");
  const at = new Date(`${benchDay}T12:00:00Z`);
  const root = process.cwd();
  await commitProject({ root, directory: project, at, changes: changesTo(root, posts) });
  // Instead of a link to the packages here, which have bundles of earlier builds.
  await rm(join(project, "node_modules"));
  await installPackages(project, ["--ignore-scripts"], npmCache);

  const clean = await build(project);
  await pack(project, archive);
  await changeOnePost(project);
  for (const folder of kept) await rm(join(project, folder), { recursive: true });
  const unpacking = await timed(() => shell(project, `zstd -dc "$0" | tar -xf -`, [archive]));
  const building = await build(project);
  const packing = await timed(() => pack(project, archive));
  return { clean, unpacking, building, packing, bytes: (await stat(archive)).size };
}

function changesTo(root: string, posts: number) {
  return async (paths: readonly string[]) => {
    const changes = new Map<string, string | null>();
    for (const path of paths) if (path.startsWith("jobs/")) changes.set(path, null);
    const options = { count: posts, seed: 1, today: benchDay };
    for (const { file, text } of generatePosts(options, benchConfig)) changes.set(file, text);
    const settings = "src/board.config.ts";
    const source = await readFile(join(root, settings), "utf8");
    return changes.set(settings, source.replace(/demo: .*,/, "demo: null,"));
  };
}

async function build(project: string): Promise<number> {
  const { wall } = await measure({
    file: process.execPath,
    parameters: ["scripts/build.ts"],
    directory: project,
    variables: { BOARD_NOW: `${benchDay}T12:00:00Z`, SIGN_IN_URL: signInUrl },
  });
  return wall;
}

/** As `actions/cache` does, which keeps the exact times of files. */
async function pack(project: string, archive: string): Promise<void> {
  await shell(project, `tar --posix -cf - "$@" | zstd -T0 -qf -o "$0"`, [archive, ...kept]);
}

/** Edits a post, commits, and checks all posts out again. */
async function changeOnePost(project: string): Promise<void> {
  const list = await git(project, ["ls-files", "jobs/*.md"]);
  const path = list.trim().split("\n").at(-1) ?? "";
  const text = await readFile(join(project, path), "utf8");
  await writeFile(join(project, path), `${text.trimEnd()}\n\nWe answer every application.\n`);
  const author = ["-c", "user.name=The board", "-c", "user.email=board@localhost"];
  await git(project, [...author, "commit", "-qam", "Edit a post"]);
  await rm(join(project, "jobs"), { recursive: true });
  await git(project, ["checkout", "-q", "--", "jobs"]);
}

async function timed(act: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await act();
  return (performance.now() - began) / 1000;
}

async function shell(directory: string, script: string, parameters: readonly string[]) {
  await run("bash", ["-ec", script, ...parameters], { cwd: directory });
}
