/** Changes the folder of posts. No file is ever half-written, even if a change is interrupted. */
import { mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** The path on disk of a file of the board (`jobs/…`). */
export function pathOf(directory: string, file: string): string {
  return join(directory, file.replace(/^jobs\//, ""));
}

/** Writes a new file, and its folder. Throws if the file exists (code `EEXIST`). */
export async function createJobFile(directory: string, file: string, text: string): Promise<void> {
  const path = pathOf(directory, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flag: "wx" });
}

/** Writes a file, new or in place of another one, and its folder. */
export async function replaceJobFile(directory: string, file: string, text: string): Promise<void> {
  const path = pathOf(directory, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}

/** Files written concurrently: enough to keep the disk busy, far below limits on open files. */
const writeAtOnce = 64;

/** Writes many files and replaces existing ones. Returns their number. */
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

/** Writes a file's new text, then moves it. If interrupted in between, a second run continues. */
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
 * Removes files and the folders that become empty. The folder of posts itself stays, with a file that keeps it
 * in Git: without the folder there is no board.
 */
export async function removeJobFiles(directory: string, files: readonly string[]): Promise<void> {
  for (const file of files) await rm(pathOf(directory, file));
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  // Innermost first, since a folder may only become empty after those inside it.
  for (const folder of folders.sort((a, b) => b.length - a.length)) {
    if ((await readdir(folder)).length === 0) await rmdir(folder);
  }
  if ((await readdir(directory)).length === 0) await writeFile(join(directory, ".gitkeep"), "");
}
