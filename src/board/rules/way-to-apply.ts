/** Rule: an error if a post has neither a link nor an email address to apply. */

import * as words from "#words/rules.ts";
import { isRemoved } from "../job/removed-post.ts";
import type { Finding } from "../problem.ts";
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
