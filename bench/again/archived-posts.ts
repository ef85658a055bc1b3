/** Archived posts of a board that has existed for years. */
import type { DemoFile } from "../../scripts/demo-posts/generate.ts";
import { generatePosts } from "../../scripts/demo-posts/generate.ts";
import { addDays } from "../../src/board/days.ts";
import { readJobFile, writeJobFile } from "../../src/board/job/file.ts";
import { archivedJobPath, parseJobPath } from "../../src/board/job/path.ts";
import { benchConfig, benchDay } from "../settings.ts";

/** The days between submission and the day on which a post was filled. */
const open = 20;

/**
 * Invents this many posts, the latest first, that were filled before any post of the board was submitted.
 *
 * @param perMonth how many were submitted in thirty days
 */
export function* archivedPosts(count: number, perMonth = 500): Generator<DemoFile> {
  const taken = new Set<string>();
  for (let month = 1; taken.size < count; month += 1) {
    // Posts are submitted up to three months before their day.
    const today = addDays(benchDay, -90 - 30 * month);
    const options = { count: perMonth, seed: 1 + month, today };
    for (const post of generatePosts(options, benchConfig)) {
      const { file, text } = archived(post);
      if (taken.has(file)) continue;
      taken.add(file);
      yield { file, text };
      if (taken.size === count) return;
    }
  }
}

function archived({ file, text }: DemoFile): DemoFile {
  const path = parseJobPath(file);
  const read = readJobFile(file, text, benchConfig);
  if ("refused" in path || !read.ok) throw new Error(`${file} cannot be read.`);
  const { job } = read;
  const closed = { on: addDays(job.published ?? job.submitted, open), reason: "filled" } as const;
  const to = archivedJobPath(path.slug, job.submitted);
  const written = writeJobFile(to, { ...job, closed }, benchConfig);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  return { file: to, text: written.text };
}
