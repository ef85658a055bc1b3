import type { Job } from "../job/schema.ts";

/** A job file that could be read. */
export type Subject = {
  file: string;
  slug: string;
  archived: boolean;
  job: Job;
};
