/** Rule: an error if city, country or eligible countries are missing or don’t fit the workplace. */
import { fixOf } from "../job/check.ts";
import { isRemoved } from "../job/removed-post.ts";
import type { Job, JobField } from "../job/schema.ts";
import { fieldNotes } from "../job/schema.ts";
import type { Finding } from "../problem.ts";
import * as words from "../words/en/rules-on-places.ts";
import type { Rule } from "./rule.ts";

/** An office has a city and a country. A remote job names the countries people can work from. */
export const workplace: Rule = {
  name: "workplace",
  severity: "error",
  restsOn: ["workplace"],
  *check({ job }): Iterable<Finding> {
    if (isRemoved(job)) return;
    if (job.workplace !== "remote") {
      if (!job.city) yield missing("city", job.workplace);
      if (!job.country) yield missing("country", job.workplace);
      if (job.remote_from)
        yield { field: "remote_from", ...words.onlyRemote(labelOf("remote_from")) };
      return;
    }
    if (!job.remote_from) yield missing("remote_from", "remote");
    if (job.city) yield { field: "city", ...words.notForRemote(labelOf("city")) };
    if (job.region) yield { field: "region", ...words.notForRemote(labelOf("region")) };
  },
};

function missing(field: JobField, workplace: Job["workplace"]): Finding {
  return { field, message: words.neededAt(workplace, labelOf(field)), ...fixOf(field) };
}

function labelOf(field: JobField): string {
  return fieldNotes(field).label;
}
