/** Invents any number of posts, for demonstrations and benchmarks. */
import type { BoardConfig } from "../../src/board/config.ts";
import type { Day } from "../../src/board/days.ts";
import { writeJobFile } from "../../src/board/job/file.ts";
import { liveJobPath } from "../../src/board/job/path.ts";
import { slugFor } from "../../src/board/job/slug.ts";
import { inventJob } from "./invent.ts";
import { Random } from "./random.ts";

export type DemoFile = { file: string; text: string };

export type DemoOptions = {
  count: number;
  /** A whole number. Another seed gives other posts. */
  seed: number;
  today: Day;
};

/**
 * Invents posts that are all live on a day. The same seed and day give the same bytes, and a larger
 * count gives the same posts and more. Throws an Error if one cannot be read back, which would be a bug.
 */
export function* generatePosts(
  { count, seed, today }: DemoOptions,
  config: BoardConfig,
): Generator<DemoFile> {
  const taken = new Set<string>();
  for (let index = 1; index <= count; index += 1) {
    // Each post has its own random numbers, so that it does not depend on the others.
    const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index, 0x85ebca6b));
    let job = inventJob(random, today, config);
    let slug = slugFor(job);
    while (taken.has(slug)) {
      job = inventJob(random, today, config);
      slug = slugFor(job);
    }
    taken.add(slug);
    const file = liveJobPath(slug);
    const written = writeJobFile(file, job, config);
    if (!written.ok) throw new Error(JSON.stringify(written.problems));
    yield { file, text: written.text };
  }
}
