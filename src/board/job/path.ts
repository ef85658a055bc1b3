/** The path of a post's file: `jobs/<slug>.md`, or `jobs/archive/<year>/<slug>.md` once it is archived. */
import { paths as words } from "../words/en/problems.ts";
import { refuseSlug } from "./slug.ts";

export type JobPath = { slug: string; archived: boolean };

const shape = /^jobs\/(?:archive\/(\d{4})\/)?([^/]+)\.md$/;

/** Parses a path from the repository's root. `refused` says why it cannot be a post's, as the end of a sentence. */
export function parseJobPath(file: string): JobPath | { refused: string } {
  const match = shape.exec(file);
  const slug = match?.[2];
  if (!match || slug === undefined) {
    return { refused: words.shape };
  }
  const refused = refuseSlug(slug);
  return refused ? { refused: words.name(refused) } : { slug, archived: match[1] !== undefined };
}

/** Whether a file is in a folder of posts, whatever its name. */
export function isPostPath(file: string): boolean {
  return shape.test(file);
}

/** Whether a file is in the folder of live posts, whatever its name. */
export function isLivePostPath(file: string): boolean {
  const match = shape.exec(file);
  return match !== null && match[1] === undefined;
}

/** The paths of posts that a text names. */
export function postPathsIn(text: string): string[] {
  const found = text.match(/\bjobs\/[a-z0-9/-]+\.md\b/g) ?? [];
  return [...new Set(found.filter(isPostPath))];
}

/** The path of a live post's file. */
export function liveJobPath(slug: string): string {
  return `jobs/${slug}.md`;
}

/** The path of an archived post's file, by the year in which it was closed. */
export function archivedJobPath(slug: string, closedOn: string): string {
  return `jobs/archive/${closedOn.slice(0, 4)}/${slug}.md`;
}
