/** Runs Git on what strangers have pushed: with nobody’s settings or secrets, and with limits on time and size. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { bareEnvironmentWith } from "./environment.ts";
import type { GitSettings } from "./git-settings.ts";
import { settingsAsVariables } from "./git-settings.ts";

/** The limit that ended a command. `file`: the size of a file that it wrote. */
export type GitLimit = "time" | "file" | "output";

export type GitResult = {
  /** `null` if it was ended by a signal. */
  code: number | null;
  /** The output; only a part of it if a limit was reached. */
  output: Buffer;
  /** Git's error messages, in English. */
  messages: string;
  limit?: GitLimit;
};

export type GitOptions = {
  input?: string;
  settings?: GitSettings;
  /** The protocols that Git may use, separated by colons; `none` for no network. */
  protocols?: string;
  /** The maximum size in bytes of a file that Git writes. */
  fileBytes?: number;
  outputBytes?: number;
  seconds?: number;
};

export const gitLimits = {
  seconds: 30,
  fileBytes: 50 * 2 ** 20,
  outputBytes: 16 * 2 ** 20,
} as const;

/** The unit of file sizes in a POSIX shell, in bytes. */
const block = 512;

/** Runs no hooks or other programs of a stranger’s, and nothing in the background. */
const safeSettings: GitSettings = {
  "core.hooksPath": "/dev/null",
  "fetch.recurseSubmodules": "no",
  "gc.auto": "0",
  "maintenance.auto": "false",
};

/** Runs Git in a folder, whatever its exit code. At a limit, all of its processes are killed. */
export async function runGit(
  directory: string,
  parameters: readonly string[],
  {
    input = "",
    settings = {},
    protocols = "none",
    fileBytes = gitLimits.fileBytes,
    outputBytes = gitLimits.outputBytes,
    seconds = gitLimits.seconds,
  }: GitOptions = {},
): Promise<GitResult> {
  const blocks = Math.ceil(fileBytes / block);
  const start = `ulimit -f ${blocks}; exec git "$@"`;
  const child = spawn("sh", ["-c", start, "sh", "-C", directory, ...parameters], {
    // A separate process group, which can be killed as a whole.
    detached: true,
    env: bareEnvironmentWith({
      ...{ LC_ALL: "C", GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" },
      ...{ GIT_TERMINAL_PROMPT: "0", GIT_ALLOW_PROTOCOL: protocols },
      // Keeps Git from fetching missing objects by itself. Older versions only obey GIT_ALLOW_PROTOCOL.
      ...(protocols === "none" && { GIT_NO_LAZY_FETCH: "1" }),
      ...settingsAsVariables({ ...safeSettings, ...settings }),
    }),
    stdio: "pipe",
  });
  let limit: GitLimit | undefined;
  const end = (reached: GitLimit) => {
    limit ??= reached;
    endGroup(child.pid);
  };
  const timer = setTimeout(() => end("time"), seconds * 1000);
  const output: Buffer[] = [];
  let written = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    const room = outputBytes - written;
    if (chunk.length > room) end("output");
    output.push(chunk.subarray(0, Math.max(room, 0)));
    written += chunk.length;
  });
  let messages = "";
  child.stderr.on("data", (chunk: Buffer) => {
    messages = (messages + chunk.toString()).slice(-messageBytes);
  });
  // If the process ends before it has read everything, its exit code says so.
  child.stdin.on("error", () => undefined).end(input);
  try {
    const [code, signal] = await once(child, "close");
    if (signal === "SIGXFSZ" || fileTooLarge.test(messages)) limit ??= "file";
    return { code, output: Buffer.concat(output), messages, ...(limit && { limit }) };
  } finally {
    clearTimeout(timer);
  }
}

const messageBytes = 4096;

/**
 * Git's message if the system killed its child process that wrote a file, or refused to write. If the connection
 * broke, there are lines before it.
 */
const fileTooLarge =
  /^fatal: fetch-pack: invalid index-pack output|died of signal 25\b|file too large/i;

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has already ended.
  }
}
