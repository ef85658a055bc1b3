import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";

/**
 * Google shows a remote job only with the places it can be done from: “applicantLocationRequirements”
 * needs a country (https://developers.google.com/search/docs/appearance/structured-data/job-posting).
 */
export const worldwide: Rule = {
  name: "worldwide",
  severity: "advice",
  *check({ job }): Iterable<Finding> {
    if (job.workplace !== "remote" || job.remote_from !== "worldwide") return;
    yield {
      field: "remote_from",
      message: "Search engines do not show jobs that are open to the whole world.",
      fix: "If most applicants live in some countries, name those, such as [US, CA, DE]; otherwise leave it.",
    };
  },
};
