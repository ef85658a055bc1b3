/** A board and posts that tests are free to invent. */
import type { BoardConfig } from "../src/board/config.ts";
import type { Day, Instant } from "../src/board/days.ts";
import { startOf } from "../src/board/days.ts";
import type { Job } from "../src/board/job/schema.ts";
import { Post } from "../src/board/post/post.ts";
import { boardConfig } from "../src/board.config.ts";

/** A real board, not a demonstration: its posts are what they say. */
export const exampleConfig: BoardConfig = {
  ...boardConfig,
  name: "Example Job Board",
  url: "https://jobs.example.org/",
  demo: null,
};

export const exampleDay: Day = "2026-11-22";
export const exampleNow: Instant = startOf(exampleDay).plus({ hours: 12 });

export const exampleJob: Job = {
  title: "Senior Django Developer",
  company: "Example Analytics GmbH",
  category: "developer-engineer",
  job_types: ["web", "database"],
  employment: "full_time",
  workplace: "hybrid",
  city: "Berlin",
  country: "DE",
  salary: { min: 65000, max: 85000, currency: "EUR", per: "year" },
  apply_url: "https://example.com/jobs/42",
  submitted: "2026-11-20",
  submitted_by: "octocat",
  description: "Build **reports** in Python.",
  requirements: "- Three years of Django",
  company_description: "We count things.",
};

/** Fields to change; `undefined` takes one away. */
export type JobChanges = { [Field in keyof Job]?: Job[Field] | undefined };

/** The post that a job makes on the example board, first listed on the day it was submitted. */
export function examplePost(
  changes: JobChanges = {},
  { config = exampleConfig, now = exampleNow, slug = "2026-11-20-example" } = {},
): Post {
  const given = Object.entries({ ...exampleJob, ...changes }).filter(
    ([, value]) => value !== undefined,
  );
  const job = Object.fromEntries(given) as Job;
  const published = job.published ?? job.submitted;
  return new Post({ file: `jobs/${slug}.md`, slug, job, published }, config, now);
}
