/** The exchange rates by which searches compare pay: how they are read, and when they are too old. */
import { ratesBody, ratesFine, ratesTitle } from "#words/maintenance.ts";
import type { Day, Instant } from "../days.ts";
import { addDays, dayOf, isDay } from "../days.ts";
import type { LinkReport } from "../listing/link-report.ts";

/** What `src/board/search/exchange-rates.json` contains. */
export type ExchangeRates = {
  source: string;
  ratesOf: Day;
  unitsPerEuro: Readonly<Record<string, number>>;
};

/** The European Central Bank’s reference rates of the last working day. */
export const ratesSource = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml";

/** The bank publishes about thirty; with fewer, something is wrong. */
const fewestRates = 20;

/** Reads the bank’s file; `undefined` if it is anything else. */
export function readRates(xml: string): ExchangeRates | undefined {
  const day = /\btime=['"](\d{4}-\d\d-\d\d)['"]/.exec(xml)?.[1] ?? "";
  const pairs = [...xml.matchAll(/\bcurrency=['"]([A-Z]{3})['"]\s+rate=['"](\d+(?:\.\d+)?)['"]/g)];
  const rates = pairs.map(({ 1: currency = "", 2: rate }) => [currency, Number(rate)] as const);
  const isSound = isDay(day) && rates.length >= fewestRates && rates.every(([, rate]) => rate > 0);
  if (!isSound) return undefined;
  const all = [["EUR", 1] as const, ...rates].sort(([a], [b]) => (a < b ? -1 : 1));
  return { source: ratesSource, ratesOf: day, unitsPerEuro: Object.fromEntries(all) };
}

/** Rates move a few per cent in this time. */
const daysFresh = 90;

/** Last line of the issue. The bot finds the issue by it. */
export const ratesTag = "<!-- job-board: exchange-rates -->";

/** What the issue about the rates says. */
export function ratesReport({ ratesOf }: Pick<ExchangeRates, "ratesOf">, now: Instant): LinkReport {
  const isWell = dayOf(now) <= addDays(ratesOf, daysFresh);
  const text = isWell ? ratesFine(ratesOf) : ratesBody(ratesOf);
  return { isWell, title: ratesTitle, body: `${text}\n\n${ratesTag}` };
}
