/**
 * What currencies are worth, to compare the pay of posts. Reference rates of the European Central Bank
 * (https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml), which `npm run rates` fetches.
 */
import type { Day } from "../days.ts";

export const ratesOf: Day = "2025-06-30";

/** Units of each currency for one euro. */
export const unitsPerEuro: Readonly<Record<string, number>> = {
  AUD: 1.7948,
  BRL: 6.4384,
  CAD: 1.6027,
  CHF: 0.9347,
  CNY: 8.397,
  CZK: 24.746,
  DKK: 7.4609,
  EUR: 1,
  GBP: 0.8555,
  HKD: 9.2001,
  HUF: 399.8,
  IDR: 19021.3,
  ILS: 3.9538,
  INR: 100.5605,
  ISK: 142,
  JPY: 169.17,
  KRW: 1588.21,
  MXN: 22.0899,
  MYR: 4.9352,
  NOK: 11.8345,
  NZD: 1.9338,
  PHP: 66.001,
  PLN: 4.2423,
  RON: 5.0785,
  SEK: 11.1465,
  SGD: 1.4941,
  THB: 38.125,
  USD: 1.172,
  ZAR: 20.8411,
};
