/** Makes pay comparable: any period in a year's, any currency in euros. */
import type { Salary } from "../post/pay.ts";

/** Full-time units per year, with 40 hours and 5 days a week. Part-time work is not paid more per hour. */
export const periodsPerYear: Readonly<Record<Salary["per"], number>> = {
  hour: 2000,
  day: 230,
  week: 50,
  month: 12,
  year: 1,
};

export type Rates = Readonly<Record<string, number>>;

/** Euros a year, in cents so that no two amounts become one; `undefined` for a currency without a rate. */
export function yearlyCents(
  amount: number,
  { currency, per }: Pick<Salary, "currency" | "per">,
  unitsPerEuro: Rates,
): number | undefined {
  const rate = Object.hasOwn(unitsPerEuro, currency) ? unitsPerEuro[currency] : undefined;
  return rate && Math.round((amount * periodsPerYear[per] * 100) / rate);
}

/** Euros that are a round year's pay in a currency of the same worth. */
const euroSteps = [20, 30, 40, 50, 60, 70, 80, 100, 120, 150, 200].map((step) => step * 1000);

/** Amounts to offer as the least pay in a year: 20,000 to 200,000 euros, or as round ones elsewhere. */
export function paySteps(currency: string, unitsPerEuro: Rates): readonly number[] {
  const rate = Object.hasOwn(unitsPerEuro, currency) ? (unitsPerEuro[currency] ?? 1) : 1;
  const scale = 10 ** Math.round(Math.log10(rate));
  return euroSteps.map((step) => step * scale);
}
