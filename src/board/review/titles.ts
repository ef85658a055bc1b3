/** How pull requests about posts are called where we name them: lists of them show nothing else. */
import type { Job } from "../job/schema.ts";

type Named = Pick<Job, "title" | "company">;

export function newPostTitle({ title, company }: Named): string {
  return `Add the post “${title}” by ${company}`;
}

export function changedPostTitle({ title, company }: Named): string {
  return `Change the post “${title}” by ${company}`;
}
