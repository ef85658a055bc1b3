/** CPU time and memory of a program, as Linux reports them. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";

export type Program = {
  file: string;
  parameters: readonly string[];
  directory: string;
  variables?: Readonly<Record<string, string>>;
};

/** Times in seconds, memory in bytes. */
export type Usage = {
  user: number;
  system: number;
  wall: number;
  /** Peak resident size of the program, without its children. */
  memory: number;
};

/** Linux reports times in this unit (USER_HZ). */
const ticksPerSecond = 100;
const pollMilliseconds = 25;

/**
 * Runs a program. CPU time includes all its descendants that were waited for, to a hundredth of a second.
 * This process must not run any other program at the same time.
 *
 * Throws an Error with the program's last output if it fails, and if there is no /proc.
 */
export async function measure(program: Program): Promise<Usage> {
  const before = await childrenTimes();
  const start = performance.now();
  const child = spawn(program.file, program.parameters, {
    cwd: program.directory,
    env: { ...process.env, ...program.variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const collect = (chunk: Buffer) => {
    output = (output + chunk).slice(-4000);
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  let memory = 0;
  const polling = setInterval(() => {
    void peakMemory(child.pid).then((peak) => {
      memory = Math.max(memory, peak);
    });
  }, pollMilliseconds);
  try {
    const [code, signal] = await once(child, "exit");
    const wall = (performance.now() - start) / 1000;
    if (code !== 0) throw new Error(`${program.file} ended with ${code ?? signal}.\n${output}`);
    const after = await childrenTimes();
    return { user: after.user - before.user, system: after.system - before.system, wall, memory };
  } finally {
    clearInterval(polling);
  }
}

/** CPU seconds of all ended children of this process (`man 5 proc`, fields 16 and 17). */
async function childrenTimes(): Promise<{ user: number; system: number }> {
  const line = await readFile("/proc/self/stat", "utf8").catch((cause) => {
    throw new Error("The benchmark reads times from /proc, which only Linux has.", { cause });
  });
  // The second field is the program's name in parentheses, which may contain spaces.
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const [user, system] = [fields[13], fields[14]].map((ticks) => Number(ticks) / ticksPerSecond);
  return { user: user ?? 0, system: system ?? 0 };
}

/** Peak resident size so far; 0 once the process has ended. */
async function peakMemory(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return 1024 * Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
}
