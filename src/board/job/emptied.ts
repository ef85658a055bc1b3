/**
 * A post of which nothing is to be left but that it was there. Its address stays for ever, and so does
 * its file; the text goes, and with it whatever it says of people and companies.
 */
import type { Job, JobField } from "./schema.ts";
import { jobFields } from "./schema.ts";

/** Values for required fields of a removed post. */
const standIns = {
  title: "Removed post",
  company: "Removed",
  description: "This post was removed.",
  requirements: "None.",
} as const satisfies Partial<Job>;

/**
 * Choices from the board's own lists, which say nothing of anybody; days; who sent it, for nobody else
 * may ask for anything about it; who let it through; and where it was before.
 */
const kept: readonly JobField[] = [
  ...(["category", "workplace", "submitted", "submitted_by"] as const),
  ...(["published", "approved", "renewed", "closed", "aliases"] as const),
];

/** The job without all that its sender wrote. The same again if it is so already. */
export function emptied(job: Job): Job {
  const all: Partial<Job> = { ...job, ...standIns };
  const names: readonly JobField[] = [...kept, ...(Object.keys(standIns) as JobField[])];
  const left = jobFields.filter((field) => names.includes(field) && all[field] !== undefined);
  return Object.fromEntries(left.map((field) => [field, all[field]])) as Job;
}

/** Whether nothing is left to take out. */
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

/** Whether nothing more is asked of a post, because all that it said was taken out or is about to be. */
export function isRemoved({ closed }: Pick<Job, "closed">): boolean {
  return closed?.reason === "removed";
}
