/** Gives each test run one folder for temporary files, in memory if possible. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Bytes that must be free. A run uses a tenth of that. */
const enough = 2 ** 31;

/**
 * Creates the folder, and returns a function that deletes it. Tests create and delete so many small files that a
 * file system on disk takes a fifth of their CPU time.
 */
export async function setup(): Promise<() => Promise<void>> {
  const inMemory = process.env.TMPDIR === undefined && (await isUsable("/dev/shm"));
  const before = process.env.TMPDIR;
  const folder = await mkdtemp(join(inMemory ? "/dev/shm" : tmpdir(), "board-tests-"));
  process.env.TMPDIR = folder;
  return async () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    await rm(folder, { recursive: true, force: true });
  };
}

/** Whether a folder has enough space and programs can be started from it. */
async function isUsable(folder: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize < enough) return false;
    const program = join(folder, `board-tests-${process.pid}.sh`);
    await writeFile(program, "#!/bin/sh\n", { mode: 0o700 });
    await promisify(execFile)(program).finally(() => rm(program));
    return true;
  } catch {
    return false;
  }
}
