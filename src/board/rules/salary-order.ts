import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";

export const salaryOrder: Rule = {
  name: "salary-order",
  severity: "error",
  *check({ job: { salary } }): Iterable<Finding> {
    if (salary?.max === undefined || salary.max >= salary.min) return;
    yield {
      field: "salary",
      message: `The pay goes from ${salary.min} down to ${salary.max}.`,
      fix: "Let “min” be the lower amount and “max” the higher one, or leave “max” out.",
    };
  },
};
