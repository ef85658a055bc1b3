/** Changes to the folder of posts. Each leaves every file whole, even if it is cut off half-way. */
import { mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Where a file of the board (`jobs/…`) lies on disk. */
export function pathOf(directory: string, file: string): string {
  return join(directory, file.replace(/^jobs\//, ""));
}

/** Writes a file that is not there yet, with its folder. Throws if it is (code `EEXIST`). */
export async function createJobFile(directory: string, file: string, text: string): Promise<void> {
  const path = pathOf(directory, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flag: "wx" });
}

/** How many files are written at once: enough to keep the disk busy, far below any limit on open files. */
const writeAtOnce = 64;

/** Writes many files, each in place of one of the same name. Gives back how many. */
export async function writeJobFiles(
  directory: string,
  files: Iterable<{ file: string; text: string }>,
): Promise<number> {
  await mkdir(directory, { recursive: true });
  let written = 0;
  let batch: Promise<void>[] = [];
  for (const { file, text } of files) {
    batch.push(writeFile(pathOf(directory, file), text));
    written += 1;
    if (batch.length < writeAtOnce) continue;
    await Promise.all(batch);
    batch = [];
  }
  await Promise.all(batch);
  return written;
}

/** Gives a file another text, then another place. Cut off between the two, a second run goes on. */
export async function moveJobFile(
  directory: string,
  { from, to, text }: { from: string; to: string; text: string },
): Promise<void> {
  const path = pathOf(directory, from);
  const target = pathOf(directory, to);
  const written = `${path}.new`;
  await writeFile(written, text);
  await rename(written, path);
  await mkdir(dirname(target), { recursive: true });
  await rename(path, target);
}

/**
 * Removes files, and the folders that are empty then. The folder of posts itself stays, with a file
 * in it that keeps it in Git: without the folder there is no board.
 */
export async function removeJobFiles(directory: string, files: readonly string[]): Promise<void> {
  for (const file of files) await rm(pathOf(directory, file));
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  // The innermost first, for a folder may be empty only once those in it are gone.
  for (const folder of folders.sort((a, b) => b.length - a.length)) {
    if ((await readdir(folder)).length === 0) await rmdir(folder);
  }
  if ((await readdir(directory)).length === 0) await writeFile(join(directory, ".gitkeep"), "");
}
