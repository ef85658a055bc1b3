/** Runs the commands of workflow steps in the test's own process: to start one takes as long as most of them. */
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import type { ScriptRunner } from "github-emulator/actions";
import { git } from "github-emulator/git";
import type { Command } from "../scripts/command.ts";
import type { BoardConfig } from "../src/board/config.ts";
import { systemNow } from "../src/services/clock.ts";

const root = join(import.meta.dirname, "..");

/** All that a command is made of. What a commit changed elsewhere, such as posts, is data to it. */
const code = ["package.json", "scripts", "src"];

/**
 * Calls a command as a function, where the job has the same code as the project. Any other script, and that
 * of a commit that changes code, is left to a process.
 *
 * @param clone the project as the board was made from it
 */
export function commandsInProcess(clone: string, settings: BoardConfig): ScriptRunner {
  const expected = codeIn(clone);
  return async ({ file, words, directory, variables, signal, write }) => {
    // Eleventy keeps its state in the process.
    if (file === "scripts/build.ts") return;
    if (!/^scripts\/[\w-]+\.ts$/.test(file) || (await codeIn(directory)) !== (await expected))
      return;
    const { command }: { command: Command } = await import(join(root, file));
    const output = () =>
      new Writable({
        write(chunk: Buffer, _, done) {
          write(chunk.toString());
          done();
        },
      });
    return await command(words, {
      ...{ directory, variables, settings, clock: systemNow },
      ...{ stdin: Readable.from([]), stdout: output(), stderr: output() },
      untilStopped: () => new Promise((stop) => signal.addEventListener("abort", () => stop())),
    });
  };
}

/** The names of what Git has of the code in a checked-out folder. */
function codeIn(folder: string): Promise<string> {
  return git(folder, ["rev-parse", ...code.map((path) => `HEAD:${path}`)]);
}
