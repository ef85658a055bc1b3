/** Runs the project's commands as people do, each in a process of its own. */
import { execFile } from "node:child_process";
import { join } from "node:path";

/** How a command ended: its exit code and all that it printed. */
export type Ending = { code: number; stdout: string; stderr: string };

export type Surroundings = {
  /** Variables beside those of the test itself; `undefined` takes one away. */
  variables?: Readonly<Record<string, string | undefined>>;
  /** The root of the project, where it is a copy. */
  root?: string;
  /** The folder to run it in, where that is not the root. */
  directory?: string;
  /** What it finds on standard input; nothing if it is left out. */
  input?: string;
};

/** Runs `scripts/<name>.ts` with nobody at the terminal. */
export function runScript(
  name: string,
  parameters: readonly string[],
  { variables = {}, root = process.cwd(), directory = root, input = "" }: Surroundings = {},
): Promise<Ending> {
  const { FORCE_COLOR: _, ...inherited } = process.env;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(root, "scripts", `${name}.ts`), ...parameters],
      { cwd: directory, env: { ...inherited, ...variables }, maxBuffer: 2 ** 28 },
      (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr }),
    );
    // A command that does not read it may be at its end already.
    child.stdin?.on("error", () => undefined).end(input);
  });
}
