/**
 * Starts Git from a process that does nothing else. To start a program, the kernel copies the page tables of
 * the parent process: 4 ms for one of 500 MB, such as a test runner, and less than 1 ms for this one.
 */
import type { ChildProcess } from "node:child_process";
import { fork, spawn } from "node:child_process";
import { once } from "node:events";

export type GitResult = { code: number; output: Buffer; words: string };

type Command = {
  id: number;
  parameters: readonly string[];
  variables: Readonly<Record<string, string>>;
  input: string | Uint8Array;
};

type Answer = { id: number } & ({ result: GitResult } | { failure: string });

type Pending = { resolve(result: GitResult): void; reject(error: Error): void };

/** Only our settings: a person's own Git configuration must not change the emulator. */
export function gitVariables(): Record<string, string> {
  return {
    PATH: process.env.PATH ?? "",
    LC_ALL: "C",
    TZ: "UTC",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
  };
}

let starter: ChildProcess | undefined;
let commands = 0;
const pending = new Map<number, Pending>();

/**
 * Runs Git, whatever its exit code. Throws an Error if it cannot be started.
 *
 * @param variables its whole environment
 */
export function runGit(
  parameters: readonly string[],
  variables: Readonly<Record<string, string>>,
  input: string | Uint8Array = "",
): Promise<GitResult> {
  starter ??= start();
  const { channel } = starter;
  commands += 1;
  const command: Command = { id: commands, parameters, variables, input };
  const { promise, resolve, reject } = Promise.withResolvers<GitResult>();
  pending.set(command.id, { resolve, reject });
  channel?.ref();
  starter.send(command);
  return promise;
}

/** Stops the process that starts Git, unless Git is running. The next command starts it again. */
export async function endIdleStarter(): Promise<void> {
  const child = starter;
  if (!child || pending.size > 0) return;
  starter = undefined;
  const ended = once(child, "exit");
  child.ref();
  child.disconnect();
  await ended;
}

function start(): ChildProcess {
  const child = fork(import.meta.filename, {
    cwd: import.meta.dirname,
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  child.on("message", (answer: Answer) => {
    const asked = pending.get(answer.id);
    pending.delete(answer.id);
    // An idle process does not keep its parent running.
    if (pending.size === 0) child.channel?.unref();
    if ("result" in answer) asked?.resolve(answer.result);
    else asked?.reject(new Error(`Git cannot be started: ${answer.failure}`));
  });
  const giveUp = (cause?: unknown) => {
    if (starter !== child) return;
    starter = undefined;
    for (const { reject } of pending.values()) {
      reject(new Error("The process that starts Git has ended. Try again.", { cause }));
    }
    pending.clear();
  };
  child.on("error", giveUp);
  child.on("exit", giveUp);
  child.unref();
  child.channel?.unref();
  return child;
}

/** The main function of the process. It ends with its parent, once all Git commands have finished. */
function serve(): void {
  // Ctrl-C reaches all processes of a terminal, but the parent may still need Git.
  process.on("SIGINT", () => undefined);
  process.on("message", ({ id, parameters, variables, input }: Command) => {
    const child = spawn("git", parameters, { env: variables, stdio: ["pipe", "pipe", "pipe"] });
    const output: Buffer[] = [];
    const words: Buffer[] = [];
    const answer = (given: Answer) => process.connected && process.send?.(given);
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => words.push(chunk));
    child.on("error", ({ message }) => answer({ id, failure: message }));
    child.on("close", (code) => {
      const text = Buffer.concat(words).toString();
      answer({ id, result: { code: code ?? 128, output: Buffer.concat(output), words: text } });
    });
    // Git may end before it has read everything. Then its exit code says what went wrong.
    child.stdin.on("error", () => child.stdin.destroy());
    child.stdin.end(input);
  });
}

if (import.meta.main) serve();
