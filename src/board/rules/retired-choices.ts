/** Rule: advice if a new post uses a category or type that the board has retired. */

import * as words from "#words/rules.ts";
import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";

/** New posts should not use retired choices. Posts that were listed with one keep it. */
export const retiredChoices: Rule = {
  name: "retired-choices",
  severity: "advice",
  restsOn: ["published"],
  *check({ job }, { config }): Iterable<Finding> {
    if (job.published) return;
    const category = config.categories.find(({ slug }) => slug === job.category);
    if (category?.retired) yield { field: "category", ...words.retiredCategory(category.name) };
    for (const type of config.types) {
      if (!type.retired || !job.job_types?.includes(type.slug)) continue;
      yield { field: "job_types", ...words.retiredType(type.name) };
    }
  },
};
