/** Rule: an error if a post has neither a link nor an email address to apply. */
import { isRemoved } from "../job/removed-post.ts";
import type { Finding } from "../problem.ts";
import * as words from "../words/en/rules.ts";
import type { Rule } from "./rule.ts";

export const wayToApply: Rule = {
  name: "way-to-apply",
  severity: "error",
  restsOn: ["email"],
  *check({ job }): Iterable<Finding> {
    if (job.apply_url || job.email || isRemoved(job)) return;
    yield { field: "apply_url", ...words.noWayToApply };
  },
};
