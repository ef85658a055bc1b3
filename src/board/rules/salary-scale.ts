import type { Salary } from "../post/pay.ts";
import { payText } from "../post/pay.ts";
import type { Finding } from "../problem.ts";
import * as words from "../words/en/rules.ts";
import { unitsPerDollar } from "./rough-rates.ts";
import type { Rule } from "./rule.ts";

/** Full-time periods of a year: 40 hours, 5 days; what is part-time pays no more for an hour. */
const perYear = { hour: 2000, day: 230, week: 50, month: 12, year: 1 } as const;

/** In US dollars a year. Beyond them it is rather the amount or the period that is wrong. */
const plausible = { from: 1_000, to: 750_000 };

/** How far apart two ends of an honest range can be; beyond it one has a digit too many. */
const widestRange = 8;

/** Pay of another order of magnitude than work is paid: 65 a year, 65,000 an hour. */
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
 * The ends of the pay that are too small, but right if taken a thousandfold: the dot in 60.000 is read
 * as that of a decimal fraction, where its author wrote thousands.
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

/** What an amount comes to in a year, if it is roughly known what its currency is worth. */
function dollarsAYear({ currency, per }: Salary): ((amount: number) => number) | undefined {
  const rate = unitsPerDollar[currency];
  return rate ? (amount) => (amount * perYear[per]) / rate : undefined;
}
