/** Builds the site anew, each time into a folder of its own, whenever something it is made of changes. */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { watch } from "chokidar";

export type RebuilderOptions = {
  /** Files and folders that the site is made of. */
  sources: readonly string[];
  /** The words after `node` that start a build; the folder to build to is put behind them. */
  command: readonly string[];
  environment: Readonly<Record<string, string | undefined>>;
  /** A folder for the builds. */
  directory: string;
  /** Called before each build; the first one has no file that changed. */
  onStart(changed: string | undefined): void;
  /** Called with the folder of a build, or with `undefined` if it failed and the last one is still good. */
  onEnd(output: string | undefined): void;
};

export type Rebuilder = {
  /** Resolves when the first build has ended, well or not. */
  ready: Promise<void>;
  /** Ends the watching and the build that may be running. Resolves when nothing is left of them. */
  stop(): Promise<void>;
};

/**
 * Builds at once and then after every change. A build runs in a process of its own, so that it sees
 * every module as it is on disk by then.
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

  // One build at a time; whatever changes meanwhile is for the next one.
  const keepBuilding = async () => {
    do await build();
    while (changed !== undefined && !stop.signal.aborted);
    work = undefined;
  };

  const watcher = watch([...options.sources], {
    ignoreInitial: true,
    ignored: /(?:^|[\\/])node_modules[\\/]|\.(?:new|swp|test\.ts)$|~$/,
    // A file may be seen while it is still being written.
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
