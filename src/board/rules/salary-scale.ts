/** Rule: advice if the pay is implausibly low, high or wide, such as 65 a year or 65,000 an hour. */

import * as words from "#words/rules.ts";
import type { Salary } from "../post/pay.ts";
import { payText } from "../post/pay.ts";
import type { Finding } from "../problem.ts";
import { periodsPerYear } from "../search/pay-per-year.ts";
import { unitsPerDollar } from "./rough-rates.ts";
import type { Rule } from "./rule.ts";

/** US dollars per year. Outside this range the amount or the period is probably wrong. */
const plausible = { from: 1_000, to: 750_000 };

/** Maximum ratio of a plausible range. Beyond it, one amount probably has a wrong number of digits. */
const widestRange = 8;

export const salaryScale: Rule = {
  name: "salary-scale",
  severity: "advice",
  *check({ job: { salary } }): Iterable<Finding> {
    if (!salary) return;
    const cut = cutAtSeparator(salary);
    const scale = scaleOf(salary);
    const field = "salary";
    if (cut) yield { field, ...words.salaryCut(payText(cut), payText(inThousands(cut))) };
    else if (scale) yield { field, ...words.salaryOffScale(payText(salary), scale) };
    else if (salary.max && salary.max >= salary.min * widestRange) {
      yield { field, ...words.salaryRange(payText(salary)) };
    }
  },
};

function scaleOf(salary: Salary): "low" | "high" | undefined {
  const { min, max = min } = salary;
  const dollars = dollarsAYear(salary);
  if (!dollars) return undefined;
  if (dollars(max) < plausible.from) return "low";
  return dollars(min) > plausible.to ? "high" : undefined;
}

/**
 * The amounts that are too small but plausible times a thousand, because the dot in 60.000 was read as a
 * decimal point.
 */
function cutAtSeparator(salary: Salary): Salary | undefined {
  const { min, max, currency, per } = salary;
  const dollars = dollarsAYear(salary);
  if (!dollars) return undefined;
  const isCut = (amount: number) =>
    dollars(amount) < plausible.from &&
    dollars(amount * 1000) >= plausible.from &&
    dollars(amount * 1000) <= plausible.to;
  if (isCut(min)) return max !== undefined && isCut(max) ? salary : { min, currency, per };
  return max !== undefined && isCut(max) ? { min: max, currency, per } : undefined;
}

function inThousands({ min, max, currency, per }: Salary): Salary {
  return { min: min * 1000, ...(max !== undefined && { max: max * 1000 }), currency, per };
}

/** Converts an amount to dollars per year, if the rough rate of its currency is known. */
function dollarsAYear({ currency, per }: Salary): ((amount: number) => number) | undefined {
  const rate = unitsPerDollar[currency];
  return rate ? (amount) => (amount * periodsPerYear[per]) / rate : undefined;
}
