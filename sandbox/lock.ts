/** Keeps a second `npm start` out of a folder in which one is running, whose state it would break. */
import { open, readFile, rm } from "node:fs/promises";
import { alreadyRunning } from "#words/sandbox.ts";

type Holder = { pid: number; site: string };

/**
 * Creates the lock file. One left behind by a process that no longer runs is replaced.
 *
 * @param site where this start will show the board
 * @returns a function that removes the lock
 * @throws Error if another process holds it
 */
export async function lock(path: string, site: string): Promise<() => Promise<void>> {
  const holder: Holder = { pid: process.pid, site };
  for (;;) {
    try {
      await using file = await open(path, "wx");
      await file.writeFile(JSON.stringify(holder));
      return () => rm(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const other = await readHolder(path);
    if (other && isRunning(other.pid)) throw new Error(alreadyRunning(other.pid, other.site, path));
    await rm(path, { force: true });
  }
}

/** `undefined` if the file is gone, or is not complete because its process was killed. */
async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process exists, but may not be signaled.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
