/** Pay in words: how a salary is shown on pages. */

import { language } from "#words/language.ts";
import { payPer } from "#words/post.ts";
import type { Job } from "../job/schema.ts";

export type Salary = NonNullable<Job["salary"]>;

/** Cached, because formats are expensive to create: one for each currency and number of digits. */
const formats = new Map<string, Intl.NumberFormat>();

/** Formats amounts of a currency: in whole units if possible, else with all digits of the currency. */
function formatter(currency: string, inWholeUnits: boolean): Intl.NumberFormat {
  const key = `${currency}${inWholeUnits}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    // `symbol` writes CA$ and CN¥ if several currencies share the narrow symbol.
    currencyDisplay: "symbol",
    ...(inWholeUnits && { maximumFractionDigits: 0 }),
  });
  formats.set(key, made);
  return made;
}

/** Pay in words: “€65,000–€85,000 per year”. */
export function payText({ min, max = min, currency, per }: Salary): string {
  const amounts = new Set([min, max]);
  const { format } = formatter(currency, [...amounts].every(Number.isInteger));
  const [first = "", ...rest] = [...amounts].map((amount) => format(amount));
  // Signs are repeated, codes of currencies are not: “€48,000–€57,000”, but “DKK 48,000–57,000”.
  const bare = rest.map((amount) => amount.replace(/^\p{L}+\s/u, ""));
  // Languages that put signs behind amounts have them once: “48.000–57.000 €”.
  const start = bare.length > 0 ? first.replace(/(?<=\d)\s\D+$/u, "") : first;
  return payPer([start, ...bare].join("–"), per);
}

/** An amount without its fractions: “€65,000”. */
export function amountText(amount: number, currency: string): string {
  return formatter(currency, true).format(amount);
}
