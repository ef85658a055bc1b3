/** Runs the commands of workflow steps in the test's own process, because starting one takes as long as most of them. */
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import type { ScriptRunner } from "github-emulator/actions";
import { git, gitOnce } from "github-emulator/git";
import type { Command } from "../scripts/command.ts";
import type { BoardConfig } from "../src/board/config.ts";
import { systemNow } from "../src/services/clock.ts";

const root = join(import.meta.dirname, "..");

/** All paths with code of commands. Changes elsewhere, such as in posts, are data to them. */
const code = ["package.json", "scripts", "src"];

/**
 * Calls a command as a function, if the job has the same code as the project. Any other script, and that
 * of a commit that changes code, runs as a process.
 *
 * @param clone the project that the board was created from
 */
export function commandsInProcess(clone: string, settings: BoardConfig): ScriptRunner {
  const expected = codeIn(clone, "HEAD");
  return async ({ file, words, directory, variables, signal, write }) => {
    // Eleventy has global state.
    if (file === "scripts/build.ts") return;
    const { GITHUB_SHA: sha = "HEAD" } = variables;
    if (!/^scripts\/[\w-]+\.ts$/.test(file)) return;
    if ((await codeIn(directory, sha)) !== (await expected)) return;
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

/** Git's hashes of the code in a checked-out folder. */
function codeIn(folder: string, commit: string): Promise<string> {
  const parameters = ["rev-parse", ...code.map((path) => `${commit}:${path}`)];
  // A name that may move is looked up again.
  return commit === "HEAD" ? git(folder, parameters) : gitOnce(folder, parameters);
}
