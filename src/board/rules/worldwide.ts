/** Rule: advice if a remote job is open worldwide, because search engines don’t show those. */

import * as words from "#words/rules-on-places.ts";
import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";

/**
 * Google only shows remote jobs with eligible countries: “applicantLocationRequirements” needs a country
 * (https://developers.google.com/search/docs/appearance/structured-data/job-posting).
 */
export const worldwide: Rule = {
  name: "worldwide",
  severity: "advice",
  *check({ job }): Iterable<Finding> {
    if (job.workplace !== "remote" || job.remote_from !== "worldwide") return;
    yield { field: "remote_from", ...words.worldwide };
  },
};
