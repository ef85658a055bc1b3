/** Files that a command keeps for its next run. Whatever else happens to them, they are read whole or not at all. */
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";

/** Keeps bytes in a file. Makes its folder. Other processes may read or keep it at the same time. */
export async function keep(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const unfinished = `${path}.${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(unfinished, [Buffer.from(`${checksum(parts)}\n`), ...parts]);
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** The bytes that were kept; `undefined` if there are none, or if they are damaged. */
export async function readKept(path: string): Promise<Buffer | undefined> {
  const all = await readFile(path).catch(() => undefined);
  const end = all?.indexOf("\n") ?? -1;
  if (!all || end < 0) return undefined;
  const bytes = all.subarray(end + 1);
  return all.toString("latin1", 0, end) === String(checksum([bytes])) ? bytes : undefined;
}

export async function keepJson(path: string, value: unknown): Promise<void> {
  await keep(path, [Buffer.from(JSON.stringify(value))]);
}

/** The value that was kept. Its type is that of what the same program wrote. */
export async function readKeptJson<Value>(path: string): Promise<Value | undefined> {
  const bytes = await readKept(path);
  return bytes && (JSON.parse(bytes.toString()) as Value);
}

function checksum(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => crc32(part, sum), 0);
}
