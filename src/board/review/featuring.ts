/**
 * Features a post when a reviewer has asked for it with `/feature`. A submission must not set the mark itself, so the
 * bot does it in a separate change after the merge.
 */
import type { BoardConfig } from "../config.ts";
import { readJobFile } from "../job/file.ts";
import { commitTitles } from "../words/en/labels.ts";
import type { Facts } from "./facts.ts";
import { markLabels } from "./labels.ts";
import { featuredKey } from "./notices.ts";
import type { Action } from "./plan.ts";
import type { ReviewOutcome } from "./review-session.ts";
import { isAnswered } from "./tags.ts";

/** The change that marks the merged post. It is made once, so a maintainer can remove the mark later. */
export function featureActions(
  facts: Facts,
  { featureAsked: asked }: ReviewOutcome,
  labels: ReadonlySet<string>,
  config: BoardConfig,
): Action[] {
  const { pull, posts } = facts;
  if (!labels.has(markLabels.featured.name) || isAnswered(facts, featuredKey)) return [];
  return pull.files.flatMap(({ path: file, content }): Action[] => {
    const onBoard = posts.find((post) => post.file === file)?.content;
    const bytes = pull.state === "merged" ? onBoard : content;
    if (!bytes || "refused" in bytes) return [];
    const read = readJobFile(file, bytes, config);
    if (!read.ok || read.job.featured || read.job.closed) return [];
    const change = { file, set: { featured: true }, title: commitTitles.feature(file) };
    return [{ do: "change-post", change, ...(asked && { asked }) }];
  });
}
