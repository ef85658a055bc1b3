/**
 * Which posts came from another board. Their readers and senders know them from there, so they are not announced and
 * nobody is reminded of them, until somebody claims them.
 */
import type { BoardConfig } from "../config.ts";
import type { Job } from "../job/schema.ts";
import { isSameLogin } from "../login.ts";

type Settings = Pick<BoardConfig, "importedBy" | "repository">;

/** The account under which imported posts are on the board. */
export function importAccount({ importedBy, repository }: Settings): string {
  return importedBy ?? repository.owner;
}

/**
 * Whether a post came from another board, where it was listed first, and is not claimed yet. Only the file of such a live
 * post says when that was.
 */
export function isImported(
  { submitted_by, published }: Partial<Pick<Job, "submitted_by" | "published">>,
  config: Settings,
): boolean {
  if (submitted_by === undefined || published === undefined) return false;
  return isSameLogin(submitted_by, importAccount(config));
}
