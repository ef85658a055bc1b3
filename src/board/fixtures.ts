/** A sound job for tests to start from, and the settings they judge it by. */
import { DateTime } from "luxon";
import { boardConfig } from "../board.config.ts";
import type { BoardConfig } from "./config.ts";
import type { Instant } from "./days.ts";
import { exampleJob } from "./job/guide.ts";
import type { Job } from "./job/schema.ts";

/**
 * The settings of a real board, without the moving of samples. What a community changes first is
 * written out here, so that its own name, address and topic change no test.
 */
export const testConfig: BoardConfig = {
  ...boardConfig,
  name: "Test Job Board",
  description: "Jobs for people who work with Python.",
  url: "https://jobs.example.org/",
  language: "en",
  repository: { owner: "example-org", name: "python-job-board", branch: "main" },
  contact: "jobs@example.org",
  topic: { name: "Python", terms: ["Python", "Django", "scikit-learn", "PySpark", "PyPI"] },
  postLanguages: ["en"],
  demo: null,
};

export const soundJob: Job = {
  ...exampleJob,
  description: "You build our reporting service in Python with Django and PostgreSQL.",
  requirements: "Three years of Python in production.",
  company_description: "We count what matters to museums.",
};

/** Fields to change; `undefined` takes one away. */
export type JobChanges = { [Field in keyof Job]?: Job[Field] | undefined };

/** A job with some of its fields changed. */
export function changeJob(job: Job, changes: JobChanges): Job {
  const kept = Object.entries({ ...job, ...changes }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Job;
}

/** The sound job with some of its fields changed. */
export function jobWith(changes: JobChanges): Job {
  return changeJob(soundJob, changes);
}

/** A moment from ISO 8601. Throws if it is not one. */
export function at(text: string): Instant {
  const instant = DateTime.fromISO(text, { zone: "utc" });
  if (!instant.isValid) throw new RangeError(text);
  return instant;
}
