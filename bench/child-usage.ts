/** What a program costs the machine, told by Linux itself. */
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
  /** The most that the program itself had in memory at once; its children are not counted. */
  memory: number;
};

/** Linux reports times in this part of a second to all programs (USER_HZ). */
const ticksPerSecond = 100;
const pollMilliseconds = 25;

/**
 * Runs a program to its end. CPU is that of the program and of all its descendants that were waited
 * for, exact to a hundredth of a second. Nothing else may be run at the same time by this process.
 *
 * Throws an Error with what the program last said if it fails, and where there is no /proc.
 */
export async function measure(program: Program): Promise<Usage> {
  const before = await childrenTimes();
  const start = performance.now();
  const child = spawn(program.file, program.parameters, {
    cwd: program.directory,
    env: { ...process.env, ...program.variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  const hear = (chunk: Buffer) => {
    words = (words + chunk).slice(-4000);
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  let memory = 0;
  const polling = setInterval(() => {
    void peakMemory(child.pid).then((peak) => {
      memory = Math.max(memory, peak);
    });
  }, pollMilliseconds);
  try {
    const [code, signal] = await once(child, "exit");
    const wall = (performance.now() - start) / 1000;
    if (code !== 0) throw new Error(`${program.file} ended with ${code ?? signal}.\n${words}`);
    const after = await childrenTimes();
    return { user: after.user - before.user, system: after.system - before.system, wall, memory };
  } finally {
    clearInterval(polling);
  }
}

/** CPU seconds of all children of this process that have ended (`man 5 proc`, fields 16 and 17). */
async function childrenTimes(): Promise<{ user: number; system: number }> {
  const line = await readFile("/proc/self/stat", "utf8").catch((cause) => {
    throw new Error("The bench reads times from /proc, which only Linux has.", { cause });
  });
  // The second field is the program's name in brackets, which may hold spaces.
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const [user, system] = [fields[13], fields[14]].map((ticks) => Number(ticks) / ticksPerSecond);
  return { user: user ?? 0, system: system ?? 0 };
}

/** The highest resident size so far; 0 once the process has ended. */
async function peakMemory(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return 1024 * Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
}
