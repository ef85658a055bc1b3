import { archivedJobPath } from "../job/path.ts";
import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";

/**
 * The archive holds closed posts, and each says itself when it was listed: the history of its file
 * begins anew where it was moved. A closed post may still lie in jobs/ until it is archived.
 */
export const archived: Rule = {
  name: "archived",
  severity: "error",
  *check({ archived, file, slug, job }): Iterable<Finding> {
    if (!archived) return;
    if (!job.published) {
      yield {
        field: "published",
        message: "An archived post must say since when it was listed.",
        fix: "Add the day on which it was first listed, such as “published: 2027-01-31”.",
      };
    }
    if (!job.closed) {
      yield {
        field: "closed",
        message: "A post in the archive must say when and why it was closed.",
        fix: "Add a line like “closed: {on: 2027-01-31, reason: filled}”, or move the file back to jobs/.",
      };
    } else if (archivedJobPath(slug, job.closed.on) !== file) {
      yield {
        field: "closed",
        message: `A post that was closed on ${job.closed.on} does not belong in this year of the archive.`,
        fix: `Move the file to ${archivedJobPath(slug, job.closed.on)}, or mend the day.`,
      };
    }
  },
};
