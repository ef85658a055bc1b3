/** Rebuilds the site whenever a source changes, each time into a new folder. */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { watch } from "chokidar";

type RebuilderOptions = {
  /** Source files and folders of the site. */
  sources: readonly string[];
  /** Arguments of `node` that start a build; the output folder is appended. */
  command: readonly string[];
  environment: Readonly<Record<string, string | undefined>>;
  /** Folder for the builds. */
  directory: string;
  /** Called before each build, with the changed file except for the first build. */
  onStart(changed: string | undefined): void;
  /** Called with the folder of a build, or with `undefined` if it failed. */
  onEnd(output: string | undefined): void;
};

type Rebuilder = {
  /** Resolves when the first build has ended, successfully or not. */
  ready: Promise<void>;
  /** Stops watching and any running build. Resolves when both have ended. */
  stop(): Promise<void>;
};

/**
 * Builds at once and then after every change. Each build is a new process, so that it loads every module from
 * disk.
 */
export function startRebuilder(options: RebuilderOptions): Rebuilder {
  let running: ChildProcess | undefined;
  let last: string | undefined;
  let changed: string | undefined;
  let work: Promise<void> | undefined;
  const stop = new AbortController();

  const build = async () => {
    options.onStart(changed);
    changed = undefined;
    const output = await mkdtemp(join(options.directory, "site-"));
    if (stop.signal.aborted) return;
    running = spawn(process.execPath, [...options.command, output], {
      env: options.environment,
      stdio: ["ignore", "inherit", "inherit"],
    });
    const [code] = await once(running, "exit");
    running = undefined;
    const isGood = code === 0 && !stop.signal.aborted;
    const old = isGood ? last : output;
    if (isGood) last = output;
    if (!stop.signal.aborted) options.onEnd(isGood ? output : undefined);
    if (old) await rm(old, { recursive: true });
  };

  // One build at a time; changes in the meantime trigger another one.
  const keepBuilding = async () => {
    do await build();
    while (changed !== undefined && !stop.signal.aborted);
    work = undefined;
  };

  const watcher = watch([...options.sources], {
    ignoreInitial: true,
    ignored: /(?:^|[\\/])node_modules[\\/]|\.(?:new|swp|test\.ts)$|~$/,
    // A file may still be being written.
    awaitWriteFinish: { stabilityThreshold: 100, pollInterval: 25 },
  });
  watcher.on("all", (_, file) => {
    changed = file;
    work ??= keepBuilding();
  });
  work = once(watcher, "ready", { signal: stop.signal }).then(keepBuilding, (error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });

  return {
    ready: work,
    async stop() {
      stop.abort();
      running?.kill();
      await Promise.all([work, watcher.close()]);
    },
  };
}
