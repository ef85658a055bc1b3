/** Chooses a few old addresses of a board, by which its site shows whether it redirects them. */
import type { BoardConfig } from "../config.ts";
import type { OldAddresses } from "../import/old-addresses.ts";
import { readJobFile } from "../job/file.ts";
import type { JobSource } from "../listing/read-board.ts";

/** Of each kind. Hosts treat all alike, and each costs a request. */
const atMost = 2;

/**
 * Former addresses of live posts, and of another board's lists.
 *
 * @param sources job files, of which only as many are read as needed
 */
export function oldAddressesToCheck(
  sources: Iterable<Pick<JobSource, "file" | "content">>,
  table: OldAddresses,
  config: BoardConfig,
): string[] {
  const aliases = new Set<string>();
  for (const { file, content } of sources) {
    if (aliases.size >= atMost) break;
    if ("refused" in content || file.startsWith("jobs/archive/")) continue;
    // Reading a file takes far longer than this, and few have any.
    if (!new TextDecoder().decode(content).includes("\naliases:")) continue;
    const read = readJobFile(file, content, config);
    // The page of a removed post is at its old addresses, too.
    const [alias] = read.ok && !read.job.closed ? (read.job.aliases ?? []) : [];
    if (alias !== undefined) aliases.add(alias);
  }
  return [...aliases, ...Object.keys(table).slice(0, atMost)];
}
