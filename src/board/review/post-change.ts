/** Changes to a post that only the board may make: featuring, closing, renewing, archiving. */
import { emptied, isRemoved } from "../job/emptied.ts";
import type { Job } from "../job/schema.ts";

export type PostChange = {
  file: string;
  /** The fields that get another value. */
  set: Partial<Pick<Job, "closed" | "featured" | "renewed">>;
  /** The fields that are taken out. */
  drop?: readonly "expires"[];
  /** Title of the commit. */
  title: string;
};

/** The post as it is to be, without its text where it is removed; the very same one if it is so already. */
export function changedJob(job: Job, { set, drop = [] }: Pick<PostChange, "set" | "drop">): Job {
  const kept: Job = { ...job, ...set };
  for (const field of drop) delete kept[field];
  const changed = set.closed && isRemoved(kept) ? emptied(kept) : kept;
  return JSON.stringify(changed) === JSON.stringify(job) ? job : changed;
}
