/** Decides the pay of an invented post from its market, seniority, and kind of contract. */
import type { Job } from "../../src/board/job/schema.ts";
import type { Salary } from "../../src/board/post/pay.ts";
import type { Market } from "./places.ts";
import type { Random } from "./random.ts";

export type Terms = Required<Pick<Job, "employment" | "seniority">>;

const bySeniority = { junior: 0.72, mid: 1, senior: 1.28, lead: 1.55 } as const;
const byEmployment = {
  full_time: 1,
  part_time: 1,
  contractor: 1.4,
  temporary: 1.05,
  internship: 0.45,
} as const;

/** Paid days and hours per year, roughly. */
const workingDays = 220;
const workingHours = 1700;

/**
 * Pay as it might be named in a market: by the period that is usual there, or by day or hour for
 * contractors, interns and part-time work.
 *
 * @param share the pay of the role in percent of the usual pay
 */
export function inventPay(market: Market, terms: Terms, share: number, random: Random): Salary {
  const { employment, seniority } = terms;
  const factor = (bySeniority[seniority] * byEmployment[employment] * share) / 100;
  const yearly =
    market.pay * (market.per === "month" ? 12 : 1) * factor * (0.9 + random.next() / 5);
  const per = periodFor(market, employment, random);
  const parts = { hour: workingHours, day: workingDays, month: 12, year: 1 }[per];
  const step = niceStep(per === market.per ? market.step : yearly / parts / 40);
  const min = Math.max(step, Math.round(yearly / parts / step) * step);
  const width = Math.round((min * (0.08 + random.next() / 4)) / step) * step;
  const max = width > 0 && random.chance(0.85) ? { max: min + width } : {};
  return { min, ...max, currency: market.currency, per };
}

function periodFor({ per }: Market, employment: Terms["employment"], random: Random) {
  if (employment === "contractor") return random.pick(["hour", "day"] as const);
  if (employment === "part_time") return random.pick(["hour", per] as const);
  return employment === "internship" ? "month" : per;
}

/** The next smaller of 1, 5, 10, 50, 100 … */
function niceStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, step)));
  return step >= 5 * power ? 5 * power : power;
}
