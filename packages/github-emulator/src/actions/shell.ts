/** Runs one line of a workflow as GitHub's runner would. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

export type Script = {
  text: string;
  /** `bash` if the step names it; else GitHub's default, without `pipefail`. */
  shell: string | undefined;
  directory: string;
  temporary: string;
  variables: Readonly<Record<string, string>>;
  signal: AbortSignal;
  /** Called with each piece of output as it is written. */
  write(text: string): void;
};

/** Runs it and returns its exit code. An abort signal kills it and its children. */
export async function runScript(script: Script): Promise<number> {
  const { directory, temporary, variables, signal, write } = script;
  signal.throwIfAborted();
  const file = join(temporary, "step.sh");
  await writeFile(file, script.text);
  const flags = script.shell === "bash" ? ["--noprofile", "--norc", "-eo", "pipefail"] : ["-e"];
  const child = spawn("bash", [...flags, file], {
    cwd: directory,
    env: { ...variables },
    stdio: ["ignore", "pipe", "pipe"],
    // A separate process group, so that it can be killed as a whole.
    detached: true,
  });
  const end = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
  };
  signal.addEventListener("abort", end);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => write(text));
  }
  try {
    const [code] = await once(child, "close");
    signal.throwIfAborted();
    return typeof code === "number" ? code : 1;
  } finally {
    signal.removeEventListener("abort", end);
  }
}
