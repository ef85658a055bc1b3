/** Runs the project’s commands in this process, or each as a separate process, as people do. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import type { Command } from "../scripts/command.ts";
import type { BoardConfig } from "../src/board/config.ts";
import { boardConfig } from "../src/board.config.ts";
import { systemNow } from "../src/services/clock.ts";

/** The result of a command: its exit code and output. */
export type Ending = { code: number; stdout: string; stderr: string };

export type Surroundings = {
  /** Environment variables in addition to the test’s; `undefined` removes one. */
  variables?: Readonly<Record<string, string | undefined>>;
  /** The working folder, if it is not the project. */
  directory?: string;
  /** The command’s standard input. */
  input?: string;
};

/** Calls `scripts/<name>.ts` without a terminal. */
export async function runScript(
  name: string,
  words: readonly string[],
  {
    variables = {},
    directory = process.cwd(),
    input = "",
    settings = boardConfig,
  }: Surroundings & { settings?: BoardConfig } = {},
): Promise<Ending> {
  const { command }: { command: Command } = await import(`../scripts/${name}.ts`);
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const printed = Promise.all([text(stdout), text(stderr)]);
  const code = await command(words, {
    directory,
    variables: { ...process.env, ...variables },
    clock: systemNow,
    settings,
    ...{ stdin: Readable.from([input]), stdout, stderr },
    untilStopped: () => Promise.resolve(),
  });
  stdout.end();
  stderr.end();
  const [out, err] = await printed;
  return { code, stdout: out, stderr: err };
}

/**
 * Starts `scripts/<name>.ts` as a separate process.
 *
 * @param root the folder of a copy of the project
 */
export function runScriptProcess(
  name: string,
  words: readonly string[],
  {
    variables = {},
    root = process.cwd(),
    directory = root,
    input = "",
  }: Surroundings & { root?: string } = {},
): Promise<Ending> {
  const { FORCE_COLOR: _, ...inherited } = process.env;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(root, "scripts", `${name}.ts`), ...words],
      { cwd: directory, env: { ...inherited, ...variables }, maxBuffer: 2 ** 28 },
      (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr }),
    );
    // A command that does not read its input may have ended already.
    child.stdin?.on("error", () => undefined).end(input);
  });
}
