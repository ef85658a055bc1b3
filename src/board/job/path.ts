/** Where a post's file lies: `jobs/<slug>.md`, or `jobs/archive/<year>/<slug>.md` once it is closed. */
import { paths as words } from "../words/en/problems.ts";
import { refuseSlug } from "./slug.ts";

export type JobPath = { slug: string; archived: boolean };

const shape = /^jobs\/(?:archive\/(\d{4})\/)?([^/]+)\.md$/;

/** Reads a path from the repository's root, or says as the end of a sentence why no post can lie there. */
export function parseJobPath(file: string): JobPath | { refused: string } {
  const match = shape.exec(file);
  const slug = match?.[2];
  if (!match || slug === undefined) {
    return { refused: words.shape };
  }
  const refused = refuseSlug(slug);
  return refused ? { refused: words.name(refused) } : { slug, archived: match[1] !== undefined };
}

/** The path of a live post's file. */
export function liveJobPath(slug: string): string {
  return `jobs/${slug}.md`;
}

/** The path of a closed post's file; the year is that of its closing. */
export function archivedJobPath(slug: string, closedOn: string): string {
  return `jobs/archive/${closedOn.slice(0, 4)}/${slug}.md`;
}
