/** Rule: an error if an archived post is not closed, has no first day, or is in the wrong folder. */

import * as words from "#words/rules.ts";
import { archivedJobPath, earlierArchivedJobPath } from "../job/path.ts";
import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";

/**
 * Archived posts are closed and have the date they were first listed, because the Git history of a file
 * ends where it was moved. A closed post may stay in jobs/ until it is archived.
 */
export const archived: Rule = {
  name: "archived",
  severity: "error",
  *check({ archived, file, slug, job }): Iterable<Finding> {
    if (!archived) return;
    if (!job.published) yield { field: "published", ...words.archivedWithoutStart };
    if (!job.closed) {
      yield { field: "closed", ...words.archivedWithoutClosing };
      return;
    }
    const right = archivedJobPath(slug, job.submitted);
    if (file === right || file === earlierArchivedJobPath(slug, job.closed.on)) return;
    yield { field: "submitted", ...words.archivedElsewhere(job.submitted, right) };
  },
};
