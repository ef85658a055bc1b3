/** Reads the table of another board’s addresses that an import has left beside the folder of posts. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OldAddresses } from "../board/import/old-addresses.ts";
import { readOldAddresses } from "../board/import/old-addresses.ts";

/** Where an import keeps what belongs to a folder of posts: `jobs-import` beside `jobs`. */
export function importFolder(jobsDir: string): string {
  return `${jobsDir.replace(/[/\\]+$/, "")}-import`;
}

/** The table; empty if nothing was imported. Throws an Error if it is not JSON. */
export async function readOldAddressesOf(jobsDir: string): Promise<OldAddresses> {
  const path = join(importFolder(jobsDir), "redirects.json");
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    return {};
  }
  try {
    return readOldAddresses(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${path} is not JSON. Restore it from Git.`, { cause });
  }
}
