import type { Job } from "../job/schema.ts";

export type Salary = NonNullable<Job["salary"]>;

/** Formats are dear to make and few: one for each currency and number of digits. */
const formats = new Map<string, Intl.NumberFormat>();

function format(amount: number, currency: string): string {
  const digits = Number.isInteger(amount) ? 0 : 2;
  const key = `${currency}${digits}`;
  const known = formats.get(key);
  const formatter =
    known ??
    new Intl.NumberFormat("en", {
      style: "currency",
      currency,
      // `symbol` writes CA$ and CN¥ where the narrow sign would be that of several currencies.
      currencyDisplay: "symbol",
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  if (!known) formats.set(key, formatter);
  return formatter.format(amount);
}

/** Pay in words: “€65,000–€85,000 per year”. */
export function payText({ min, max, currency, per }: Salary): string {
  const from = format(min, currency);
  const range = max === undefined || max === min ? from : `${from}–${format(max, currency)}`;
  return `${range} per ${per}`;
}
