/** Rule: an error if the maximum pay is less than the minimum. */

import * as words from "#words/rules.ts";
import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";

export const salaryOrder: Rule = {
  name: "salary-order",
  severity: "error",
  *check({ job: { salary } }): Iterable<Finding> {
    if (salary?.max === undefined || salary.max >= salary.min) return;
    yield { field: "salary", ...words.salaryOrder(salary.min, salary.max) };
  },
};
