/** The titles of pull requests, and of the commits by which they are merged. */

import { commitTitles } from "#words/labels.ts";
import { parseJobPath } from "../job/path.ts";
import type { Job } from "../job/schema.ts";
import type { Kind } from "./classify.ts";
import { submissionTitle, withoutReferences } from "./submission-title.ts";

type Named = Partial<Pick<Job, "title" | "company">>;

/**
 * The title that a pull request should have. Those of refused ones lose what GitHub would act on; those of the
 * maintainers’ own changes are left alone.
 *
 * @param post the post, as far as it could be read
 */
export function pullTitle(kind: Kind, post: Named | undefined, given: string): string {
  switch (kind.kind) {
    case "new":
    case "edit":
    case "closing": {
      // Nothing is left of a deleted post.
      const before: Named = kind.kind === "new" ? {} : kind.before;
      const { title, company } = kind.kind === "closing" ? before : { ...before, ...post };
      return title && company ? submissionTitle(kind.kind, { title, company }) : mergeTitle(kind);
    }
    case "refused":
      return withoutReferences(given);
    default:
      return given;
  }
}

/** Names the file, not the post: nobody’s words become part of the history. */
export function mergeTitle({ kind, ...about }: Kind): string {
  const path = "file" in about ? parseJobPath(about.file) : undefined;
  const title = kind === "new" || kind === "closing" ? commitTitles[kind] : commitTitles.change;
  return title(path && "slug" in path ? path.slug : commitTitles.unnamed);
}
