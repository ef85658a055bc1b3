/** Rule: an error if a past event, such as submission or renewal, is dated in the future. */

import { fields } from "#words/fields.ts";
import * as words from "#words/rules.ts";
import type { Day } from "../days.ts";
import { addDays } from "../days.ts";
import type { JobField } from "../job/schema.ts";
import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";

/**
 * Past events cannot be in the future: such a post would stay at the top of the list until then. One day
 * is allowed, because it may already be tomorrow east of UTC.
 */
export const daysToCome: Rule = {
  name: "days-to-come",
  severity: "error",
  sparesMerged: true,
  *check({ job }, { today }): Iterable<Finding> {
    const days: [JobField, readonly (Day | undefined)[]][] = [
      ["submitted", [job.submitted]],
      ["published", [job.published]],
      ["approved", [job.approved?.on]],
      ["renewed", job.renewed ?? []],
      ["closed", [job.closed?.on]],
    ];
    for (const [field, values] of days) {
      const ahead = values.find((day) => day && day > today && day > addDays(today, 1));
      if (!ahead) continue;
      yield { field, ...words.dayToCome(fields[field].label, ahead, today) };
    }
  },
};
