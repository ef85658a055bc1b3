import { execFile } from "node:child_process";
import { mkdtemp, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Bytes that must be free. A run uses a tenth of it. */
const enough = 2 ** 31;

/**
 * Gives a run one folder for all its temporary files, in memory where the machine can: tests create and
 * delete so many small files that a disk's file system takes a fifth of their CPU. Deleted after the run.
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

/** Whether a folder has room, and lets programs be started from it. */
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
