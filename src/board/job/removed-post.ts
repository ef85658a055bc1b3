/**
 * What is kept of a removed post: its file, address, dates and submitter. The text is deleted, with everything
 * it says about people and companies.
 */
import type { Job, JobField } from "./schema.ts";
import { jobFields } from "./schema.ts";

/** Values for the required fields whose text is deleted. */
const placeholders = {
  title: "Removed post",
  company: "Removed",
  description: "This post was removed.",
  requirements: "None.",
} as const satisfies Partial<Job>;

/**
 * Choices from the board’s lists, dates and old addresses; the submitter, who may still make requests about
 * the post; and the reviewer.
 */
const retainedFields: readonly JobField[] = [
  ...(["category", "workplace", "submitted", "submitted_by"] as const),
  ...(["published", "published_at", "approved", "renewed", "closed", "aliases"] as const),
];

/** Deletes everything that the submitter wrote. Idempotent. */
export function redact(job: Job): Job {
  const all: Partial<Job> = { ...job, ...placeholders };
  const names: readonly JobField[] = [
    ...retainedFields,
    ...(Object.keys(placeholders) as JobField[]),
  ];
  const left = jobFields.filter((field) => names.includes(field) && all[field] !== undefined);
  return Object.fromEntries(left.map((field) => [field, all[field]])) as Job;
}

/** Whether `redact` would change nothing. */
export function isRedacted(job: Job): boolean {
  const { title, company, description, requirements } = placeholders;
  return (
    job.title === title &&
    job.company === company &&
    job.description === description &&
    job.requirements === requirements &&
    Object.keys(job).length === Object.keys(redact(job)).length
  );
}

/** Whether a post need not be complete, because its content is removed or about to be. */
export function isRemoved({ closed }: Pick<Job, "closed">): boolean {
  return closed?.reason === "removed";
}
