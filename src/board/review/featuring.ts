/**
 * Features a post when a reviewer has asked for it with `/feature`. A submission must not set the mark itself, so the
 * bot does it in a separate change after the merge.
 */

import { commitTitles } from "#words/labels.ts";
import type { BoardConfig } from "../config.ts";
import { readJobFile } from "../job/file.ts";
import type { Job } from "../job/schema.ts";
import type { Facts } from "./facts.ts";
import { markLabels } from "./labels.ts";
import type { Action } from "./plan.ts";
import type { ReviewOutcome } from "./review-session.ts";
import { isAnswered } from "./tags.ts";

/** The key of the notice that a post is featured. */
export const featuredKey = "featured";

/** The change that marks the merged post. It is made once, so a maintainer can remove the mark later. */
export function featureActions(
  facts: Facts,
  { featureAsked: asked }: ReviewOutcome,
  labels: ReadonlySet<string>,
  config: BoardConfig,
): Action[] {
  if (!labels.has(markLabels.featured.name) || isAnswered(facts, featuredKey)) return [];
  return openPosts(facts, config)
    .filter(({ job }) => !job.featured)
    .map(({ file }) => {
      const change = { file, set: { featured: true }, title: commitTitles.feature(file) };
      return { do: "change-post", change, ...(asked && { asked }) };
    });
}

/**
 * The posts of a pull request that can be featured: once it is merged, those that are still on the board. Without those
 * that are closed or cannot be read.
 */
export function openPosts(
  { pull, posts }: Facts,
  config: BoardConfig,
): { file: string; job: Job }[] {
  return pull.files.flatMap(({ path: file, content }) => {
    const onBoard = posts.find((post) => post.file === file)?.content;
    const bytes = pull.state === "merged" ? onBoard : content;
    if (!bytes || "refused" in bytes) return [];
    const read = readJobFile(file, bytes, config);
    return read.ok && !read.job.closed ? [{ file, job: read.job }] : [];
  });
}
