import { isRemoved } from "../job/emptied.ts";
import type { JobField } from "../job/schema.ts";
import { fieldNotes } from "../job/schema.ts";
import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";

/** An office stands in a city and a country; a remote job says from where it can be done. */
export const workplace: Rule = {
  name: "workplace",
  severity: "error",
  restsOn: ["workplace"],
  *check({ job }): Iterable<Finding> {
    if (isRemoved(job)) return;
    if (job.workplace !== "remote") {
      if (!job.city) yield missing("city", job.workplace);
      if (!job.country) yield missing("country", job.workplace);
      if (job.remote_from) {
        yield {
          field: "remote_from",
          message: `“remote_from” is only for remote jobs, and this one is ${job.workplace}.`,
          fix: "Remove “remote_from”, or choose remote as the workplace.",
        };
      }
      return;
    }
    if (!job.remote_from) yield missing("remote_from", "remote");
    if (job.city) yield misplaced("city");
    if (job.region) yield misplaced("region");
  },
};

function missing(field: JobField, workplace: string): Finding {
  const { label, fix } = fieldNotes(field);
  return { field, message: `“${label}” (${field}) is missing: the job is ${workplace}.`, fix };
}

function misplaced(field: JobField): Finding {
  return {
    field,
    message: `A remote job has no ${field}.`,
    fix: `Remove “${field}”, or choose hybrid or onsite as the workplace. “country” may stay: it says where the employer is.`,
  };
}
