/** An example board and an example post for tests. */
import type { BoardConfig } from "../src/board/config.ts";
import type { Day, Instant } from "../src/board/days.ts";
import { startOf } from "../src/board/days.ts";
import type { JobChanges } from "../src/board/fixtures.ts";
import { changeJob, jobWith, testConfig } from "../src/board/fixtures.ts";
import type { Job } from "../src/board/job/schema.ts";
import { Post } from "../src/board/post/post.ts";

export type { JobChanges };

/** A real board, not a demonstration, so dates are not moved. */
export const exampleConfig: BoardConfig = {
  ...testConfig,
  name: "Example Job Board",
  url: "https://jobs.example.org/",
};

export const exampleDay: Day = "2026-11-22";
export const exampleNow: Instant = startOf(exampleDay).plus({ hours: 12 });

export const exampleJob: Job = jobWith({
  submitted: "2026-11-20",
  description: "Build **reports** in Python.",
  requirements: "- Three years of Django",
  company_description: "We count things.",
});

/** A job as a post of the example board, first listed on the day it was submitted. */
export function examplePost(
  changes: JobChanges = {},
  { config = exampleConfig, now = exampleNow, slug = "2026-11-20-example" } = {},
): Post {
  const job = changeJob(exampleJob, changes);
  const published = job.published ?? job.submitted;
  return new Post({ file: `jobs/${slug}.md`, slug, job, published }, config, now);
}
