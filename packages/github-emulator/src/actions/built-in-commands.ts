/** Step commands that need no process: `npm ci`, and scripts that the host runs itself. */
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { JobContext } from "./job-context.ts";
import { linkPackages } from "./npm-ci.ts";
import { wordsOf } from "./simple-command.ts";

/** `node FILE WORD…` in a job. */
export type NodeScript = {
  /** As written in the step, relative to the workspace. */
  file: string;
  words: readonly string[];
  /** The workspace, which is the script's working folder. */
  directory: string;
  variables: Readonly<Record<string, string>>;
  signal: AbortSignal;
  /** Writes to the job's log. */
  write(text: string): void;
};

/** Resolves to the exit code; `undefined` if the script has to run as a process. */
export type ScriptRunner = (script: NodeScript) => Promise<number | undefined>;

/** Runs a command without a process, and resolves to its exit code; `undefined` if it needs a process. */
export async function runBuiltIn(
  job: JobContext,
  text: string,
  variables: Readonly<Record<string, string>>,
): Promise<number | undefined> {
  const words = wordsOf(text, variables);
  if (!words) return undefined;
  job.signal.throwIfAborted();
  const [program, first, ...others] = words;
  if (program === "npm" && first === "ci") return await npmCi(job, others);
  if (program === "npm" && first === "run") return await npmRun(job, others, variables);
  if (program !== "node" || !first || first.startsWith("-")) return undefined;
  const { directories, signal, write } = job;
  const script = { file: first, words: others, variables, signal, write };
  const running = job.runScript({ ...script, directory: directories.workspace });
  return await untilAborted(running, signal);
}

async function npmCi(job: JobContext, flags: readonly string[]): Promise<number> {
  try {
    job.write(`${await linkPackages(job.directories.workspace, job.nodeModules, flags)}\n`);
    return 0;
  } catch (error) {
    job.write(`${error instanceof Error ? error.message : error}\n`);
    return 1;
  }
}

/** Runs a package script like `npm run`, if it needs no process. */
async function npmRun(
  job: JobContext,
  words: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<number | undefined> {
  const [name, ...others] = words.filter((word) => word !== "-s");
  if (name === undefined || others.length > 0) return undefined;
  const file = join(job.directories.workspace, "package.json");
  const { scripts = {} }: { scripts?: Record<string, string> } = JSON.parse(
    await readFile(file, "utf8").catch(() => "{}"),
  );
  return await runBuiltIn(job, scripts[name] ?? "", variables);
}

async function untilAborted<Result>(
  promise: Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  const done = new AbortController();
  const aborted = once(signal, "abort", { signal: done.signal }).then(() =>
    signal.throwIfAborted(),
  );
  try {
    await Promise.race([promise, aborted]);
    return await promise;
  } finally {
    done.abort();
    aborted.catch(() => undefined);
  }
}
