import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";

/** A post may be renewed only so often; after that the job is written up anew. */
export const renewals: Rule = {
  name: "renewals",
  severity: "error",
  sparesMerged: true,
  *check({ job: { renewed = [] } }, { config }): Iterable<Finding> {
    const { renewals: allowed } = config.lifetimes;
    if (renewed.length <= allowed) return;
    yield {
      field: "renewed",
      message: `The post has been renewed ${renewed.length} times; the board allows ${allowed}.`,
      fix: "Close this post and submit a new one with an up-to-date text.",
    };
  },
};
