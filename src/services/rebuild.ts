/** Rebuilds the site whenever a post or a source changes. */
import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { once } from "node:events";
import { join, sep } from "node:path";
import { watch } from "chokidar";

type RebuilderOptions = {
  /** The folder of posts. */
  posts: string;
  /** Source files and folders of the site. */
  sources: readonly string[];
  /** A module that builds when it is asked to, by `answerRebuilder`. */
  program: string;
  environment: Readonly<Record<string, string | undefined>>;
  /** Folder for the site, and for what one build keeps for the next. */
  directory: string;
  /** Called before each build, with the changed file except for the first build. */
  onStart(changed: string | undefined): void;
  /** Called with the folder of the site, or with `undefined` if the build failed. */
  onEnd(output: string | undefined): void;
};

type Rebuilder = {
  /** Resolves when the first build has ended, successfully or not. */
  ready: Promise<void>;
  /** Stops watching and any running build. Resolves when both have ended. */
  stop(): Promise<void>;
};

/**
 * Builds at once and then after every change. The process that builds is kept until a source changes: it has every module
 * loaded, and only writes what differs.
 */
export function startRebuilder(options: RebuilderOptions): Rebuilder {
  const { posts, sources, directory, program, environment } = options;
  const output = join(directory, "site");
  let builder: ChildProcess | undefined;
  let changed: string | undefined;
  let isNewProgram = false;
  let work: Promise<void> | undefined;
  const stop = new AbortController();

  const build = async () => {
    options.onStart(changed);
    changed = undefined;
    if (isNewProgram) await end(builder);
    if (stop.signal.aborted) return;
    if (isNewProgram || !builder?.connected) builder = fork(program, { env: environment });
    isNewProgram = false;
    const variables = { BOARD_CACHE: join(directory, "cache") };
    const code = await requestBuild(builder, { parameters: ["--output", output], variables });
    if (!stop.signal.aborted) options.onEnd(code === 0 ? output : undefined);
  };

  // One build at a time; changes in the meantime trigger another one.
  const keepBuilding = async () => {
    do await build();
    while (changed !== undefined && !stop.signal.aborted);
    work = undefined;
  };

  const watcher = watch([posts, ...sources], {
    ignoreInitial: true,
    ignored: /(?:^|[\\/])node_modules[\\/]|\.(?:new|swp|test\.ts)$|~$/,
    // A file may still be being written.
    awaitWriteFinish: { stabilityThreshold: 100, pollInterval: 25 },
  });
  watcher.on("all", (_, file) => {
    changed = file;
    isNewProgram ||= !file.startsWith(posts + sep);
    work ??= keepBuilding();
  });
  work = once(watcher, "ready", { signal: stop.signal }).then(keepBuilding, (error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });

  return {
    ready: work,
    async stop() {
      stop.abort();
      await Promise.all([end(builder), work, watcher.close()]);
    },
  };
}

/** Ends a process, and resolves when it has ended. */
export async function end(child: ChildProcess | undefined, signal?: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

export type BuildRequest = {
  parameters: readonly string[];
  /** Environment variables in addition to those of the process that builds. */
  variables: Readonly<Record<string, string>>;
};

/** Lets a process build that answers by `answerRebuilder`. Resolves to the exit code, or to that of the process if it ends before. */
export async function requestBuild(builder: ChildProcess, request: BuildRequest): Promise<unknown> {
  builder.send(request);
  const answered = new AbortController();
  const { signal } = answered;
  const [code] = await Promise.race([
    once(builder, "message", { signal }),
    once(builder, "exit", { signal }),
  ]);
  answered.abort();
  return code;
}

/** Builds each time that the process which started this one asks for it. */
export function answerRebuilder(build: (request: BuildRequest) => Promise<number>): void {
  process.on("message", async (request: BuildRequest) => {
    process.send?.(await build(request));
  });
}
