import type { Salary } from "../post/pay.ts";
import { payText } from "../post/pay.ts";
import type { Finding } from "../problem.ts";
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
    const scale = scaleOf(salary);
    if (scale) {
      yield {
        field: "salary",
        message: `${payText(salary)} is very ${scale}.`,
        fix: "Check the amount, the currency and the period; give whole amounts, as 65000 and not 65.",
      };
    } else if (salary.max && salary.max >= salary.min * widestRange) {
      yield {
        field: "salary",
        message: `${payText(salary)} is a very wide range.`,
        fix: "Check both amounts for a digit too many or too few.",
      };
    }
  },
};

function scaleOf({ min, max = min, currency, per }: Salary): "little" | "much" | undefined {
  const rate = unitsPerDollar[currency];
  if (!rate) return undefined;
  const dollars = (amount: number) => (amount * perYear[per]) / rate;
  if (dollars(max) < plausible.from) return "little";
  return dollars(min) > plausible.to ? "much" : undefined;
}
