/** Builds as often as it is asked to, in one process: with one message for each build, and its exit code as the answer. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Command } from "../../scripts/command.ts";

export type BuildRequest = {
  parameters: readonly string[];
  variables: Readonly<Record<string, string>>;
};

const root = process.cwd();
const load = (path: string) => import(pathToFileURL(join(root, path)).href);

const { command }: { command: Command } = await load("scripts/build.ts");
const { boardConfig } = await load("src/board.config.ts");
const { systemNow } = await load("src/services/clock.ts");

process.on("message", async ({ parameters, variables }: BuildRequest) => {
  const code = await command(parameters, {
    directory: root,
    variables: { ...process.env, ...variables },
    clock: systemNow,
    settings: boardConfig,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    untilStopped: () => Promise.reject(new Error("A build does not wait.")),
  });
  process.send?.(code);
});
