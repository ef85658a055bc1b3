/** Rule: an error if a post was renewed more often than the board allows. */

import * as words from "#words/rules.ts";
import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";

/** The number of renewals is limited. After that, a new post is needed. */
export const renewals: Rule = {
  name: "renewals",
  severity: "error",
  sparesMerged: true,
  *check({ job: { renewed = [] } }, { config }): Iterable<Finding> {
    const { renewals: allowed } = config.lifetimes;
    if (renewed.length <= allowed) return;
    yield { field: "renewed", ...words.tooManyRenewals(renewed.length, allowed) };
  },
};
