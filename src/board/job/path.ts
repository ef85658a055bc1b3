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

/** The path of a live post's file. */
export function liveJobPath(slug: string): string {
  return `jobs/${slug}.md`;
}

/** The path of an archived post's file, by the year in which it was closed. */
export function archivedJobPath(slug: string, closedOn: string): string {
  return `jobs/archive/${closedOn.slice(0, 4)}/${slug}.md`;
}
