/**
 * Removes the content of a post. Its address and file stay forever; the text goes, with everything it says
 * about people and companies.
 */
import type { Job, JobField } from "./schema.ts";
import { jobFields } from "./schema.ts";

/** Values for the fields that a file must have. */
const standIns = {
  title: "Removed post",
  company: "Removed",
  description: "This post was removed.",
  requirements: "None.",
} as const satisfies Partial<Job>;

/**
 * Choices from the board's lists, dates and old addresses; the submitter, because only they can make
 * requests about the post; and the reviewer.
 */
const kept: readonly JobField[] = [
  ...(["category", "workplace", "submitted", "submitted_by"] as const),
  ...(["published", "approved", "renewed", "closed", "aliases"] as const),
];

/** The job without anything that its submitter wrote. Idempotent. */
export function emptied(job: Job): Job {
  const all: Partial<Job> = { ...job, ...standIns };
  const names: readonly JobField[] = [...kept, ...(Object.keys(standIns) as JobField[])];
  const left = jobFields.filter((field) => names.includes(field) && all[field] !== undefined);
  return Object.fromEntries(left.map((field) => [field, all[field]])) as Job;
}

/** Whether `emptied` would change nothing. */
export function isEmptied(job: Job): boolean {
  const { title, company, description, requirements } = standIns;
  return (
    job.title === title &&
    job.company === company &&
    job.description === description &&
    job.requirements === requirements &&
    Object.keys(job).length === Object.keys(emptied(job)).length
  );
}

/** Whether a post need not be complete, because its content is removed or about to be. */
export function isRemoved({ closed }: Pick<Job, "closed">): boolean {
  return closed?.reason === "removed";
}
