/**
 * The path of a post's file: `jobs/<slug>.md`, or `jobs/archive/<year>/<month>/<slug>.md` once it is archived.
 *
 * The month is the one in which the post was submitted. It never changes, the name of the file begins with it, so that a
 * file is found by its name alone, and a folder has no more files than that month had submissions. Closings come in
 * bursts: many posts end on the last day of a year. Files archived before there were months stay in the folder of
 * the year in which they closed.
 */

import { paths as words } from "#words/problems.ts";
import type { Day } from "../days.ts";
import { refuseSlug } from "./slug.ts";

export type JobPath = { slug: string; archived: boolean };

const shape = /^jobs\/(?:archive\/(\d{4})\/(?:(?:0[1-9]|1[0-2])\/)?)?([^/]+)\.md$/;

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

/** The path of an archived post's file, by the day on which it was submitted. */
export function archivedJobPath(slug: string, submitted: Day): string {
  const [year, month] = submitted.split("-");
  return `jobs/archive/${year}/${month}/${slug}.md`;
}

/** The path of a post's file that was archived before there were months, by the day on which it closed. */
export function earlierArchivedJobPath(slug: string, closedOn: Day): string {
  return `jobs/archive/${closedOn.slice(0, 4)}/${slug}.md`;
}
