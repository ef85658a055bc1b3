/** A sound job for tests to start from, and the settings they judge it by. */
import { DateTime } from "luxon";
import { boardConfig } from "../board.config.ts";
import type { BoardConfig } from "./config.ts";
import type { Instant } from "./days.ts";
import type { Job } from "./job/schema.ts";

/** The shipped settings as those of a real board: without the moving of samples. */
export const testConfig: BoardConfig = { ...boardConfig, demo: null };

export const soundJob: Job = {
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
  submitted: "2026-11-22",
  submitted_by: "octocat",
  description: "You build our reporting service in Python with Django and PostgreSQL.",
  requirements: "Three years of Python in production.",
  company_description: "We count what matters to museums.",
};

/** The job with some fields changed; `undefined` takes a field away. */
export function jobWith(changes: { [Field in keyof Job]?: Job[Field] | undefined }): Job {
  const merged = { ...soundJob, ...changes };
  const kept = Object.entries(merged).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Job;
}

/** A moment from ISO 8601. Throws if it is not one. */
export function at(text: string): Instant {
  const instant = DateTime.fromISO(text, { zone: "utc" });
  if (!instant.isValid) throw new RangeError(text);
  return instant;
}
