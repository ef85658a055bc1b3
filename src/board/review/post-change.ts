/** Changes to a post that only the bot makes: featuring, closing, renewing. */
import { isRemoved, redact } from "../job/removed-post.ts";
import type { Job } from "../job/schema.ts";

export type PostChange = {
  file: string;
  /** Fields to set. */
  set: Partial<Pick<Job, "closed" | "featured" | "renewed">>;
  /** Fields to delete. */
  drop?: readonly "expires"[];
  /** Title of the commit and of the pull request. */
  title: string;
};

/** Applies a change; a removed post loses its text. Returns `job` itself if the change was applied before. */
export function changedJob(job: Job, { set, drop = [] }: Pick<PostChange, "set" | "drop">): Job {
  const next: Job = { ...job, ...set };
  for (const field of drop) delete next[field];
  const changed = set.closed && isRemoved(next) ? redact(next) : next;
  return JSON.stringify(changed) === JSON.stringify(job) ? job : changed;
}
