/** Pay as people type it into the form: “65k-85k”, “€65,000”, “65.000 € p.a.”, in one field or in two. */
import { currencies } from "../job/vocabulary.ts";
import { readAmount } from "./amount.ts";

type Pay = { min?: unknown; max?: unknown; currency?: unknown; per?: unknown };

/** What one field says. */
type Typed = {
  first: number;
  /** The end of a range. */
  last: number | undefined;
  /** What its sign can mean; empty if it has none. */
  currencies: readonly string[];
  per: string | undefined;
};

/**
 * Reads the parts of the pay. A range in one field is spread over both, and a currency or period next to an amount
 * fills in for one that is not chosen. A field that can mean several things, or contradicts another one, stays text,
 * so that the schema reports it.
 */
export function readPay(typed: Pay): Pay {
  const pay = { ...typed };
  for (const [part, other] of [["min", "max"] as const, ["max", "min"] as const]) {
    const text = typed[part];
    if (typeof text !== "string") continue;
    const found = readTyped(text.trim().replace(openEnd[part], ""));
    if (!found || !fits(found, pay) || !fitsOther(found, part, typed[other])) {
      pay[part] = text.trim();
      continue;
    }
    const { first, last } = found;
    if (last === undefined) pay[part] = first;
    else Object.assign(pay, { min: first, max: last });
    if (found.currencies.length === 1) pay.currency ??= found.currencies[0];
    if (found.per) pay.per ??= found.per;
  }
  return pay;
}

/** “From 60k” and “60k+” say no more than that it is the minimum. */
const openEnd = { min: /^from\s+|\s*\+$/gi, max: /^up to\s+/i };

function fits(found: Typed, { currency, per }: Pay): boolean {
  const isCurrency = found.currencies.length === 0 || currency === undefined;
  const isPer = found.per === undefined || per === undefined || found.per === per;
  return isPer && (isCurrency || found.currencies.some((code) => code === currency));
}

/** Whether the other field is empty or repeats one end of a range. */
function fitsOther({ first, last }: Typed, part: "min" | "max", other: unknown): boolean {
  if (last === undefined || other === undefined) return true;
  const repeated = typeof other === "string" ? readTyped(other) : undefined;
  return repeated?.last === undefined && repeated?.first === (part === "min" ? last : first);
}

const period =
  /(?:\/|(?<!\p{L})(?:per|an?))\s*(hour|hr|h|day|week|month|mo|year|yr|annum)(?!\p{L})\.?|(?<!\p{L})p\.?\s?(a)\.?(?!\p{L})|(?<!\p{L})(hour|dai|week|month|year|annual)ly?(?!\p{L})/giu;
const periods = new Map([
  ...(["hour", "day", "week", "month", "year"] as const).map(
    (unit) => [unit.charAt(0), unit] as const,
  ),
  ["a", "year"] as const,
]);

/** A sign, with the letters that belong to it, as in US$, or a word. */
const currencyLike = /\p{L}{0,3}\p{Sc}|\p{L}{2,}/gu;

const amount = String.raw`(\d(?:[\d.,'’\s]*\d)?)\s*(k?)`;
// The last is how some write an amount without cents: 65.000,-
const amounts = new RegExp(`^${amount}(?:\\s*(?:[-–—−~]|to)\\s*${amount})?(?:[.,][-–—])?$`, "i");

function readTyped(text: string): Typed | undefined {
  const pers = new Set<string>();
  const signs: (readonly string[])[] = [];
  const rest = text
    .normalize("NFKC")
    .replace(/(?<!\p{L})(?:gross|brutto)(?!\p{L})/giu, " ")
    .replace(period, (_, ...units: (string | undefined)[]) => {
      const unit = units.slice(0, 3).find(Boolean)?.charAt(0).toLowerCase() ?? "";
      pers.add(periods.get(unit) ?? "");
      return " ";
    })
    .replace(/(?<=\d\s?)k(?=\p{Sc}|\p{L}{3}(?!\p{L}))/giu, "k ")
    .replace(currencyLike, (sign) => {
      const codes = currenciesMeant(sign);
      if (codes.length > 0) signs.push(codes);
      return codes.length > 0 ? " " : sign;
    });
  const [whole, one = "", oneK = "", two, twoK = ""] = amounts.exec(rest.trim()) ?? [];
  const meant = (signs[0] ?? []).filter((code) => signs.every((codes) => codes.includes(code)));
  const isClear = pers.size < 2 && (signs.length === 0 || meant.length > 0);
  if (whole === undefined || !isClear) return undefined;
  // The k of “80-100k” is for both.
  const first = inFull(one, oneK || (Number(readAmount(one)) < 1000 ? twoK : ""));
  const last = two === undefined ? undefined : inFull(two, twoK);
  if (first === undefined || (two !== undefined && last === undefined)) return undefined;
  return { first, last, currencies: meant, per: [...pers][0] };
}

/** “80” of “80k” in full. A k behind thousands means nothing. */
function inFull(text: string, k: string): number | undefined {
  const read = readAmount(text);
  if (typeof read === "string" || (k && read >= 1000)) return undefined;
  return k ? Math.round(read * 1000) : read;
}

const words: Readonly<Record<string, string>> = {
  EURO: "€",
  EUROS: "€",
  POUNDS: "£",
  DOLLARS: "$",
};

/** Signs that are as usual for other currencies as for the one that English texts mean. */
const shared = ["$", "¥"];

const known = new Map<string, readonly string[]>();

/** The currencies that a code, a sign or a word can mean. */
function currenciesMeant(text: string): readonly string[] {
  const isWord = /^(?:all|top|try)$/.test(text);
  const found = known.get(text) ?? (isWord ? [] : findCurrencies(text.toUpperCase()));
  known.set(text, found);
  return found;
}

function findCurrencies(text: string): readonly string[] {
  const [code = text] = /^[A-Z]{3}(?=\p{Sc}?$)/u.exec(text) ?? [];
  if (currencies.includes(code)) return [code];
  if (text === "US$") return ["USD"];
  const sign = words[text] ?? text;
  const usual = shared.includes(sign) ? [] : withSign(sign, "symbol");
  return usual.length === 1 ? usual : withSign(sign, "narrowSymbol");
}

function withSign(sign: string, currencyDisplay: "symbol" | "narrowSymbol"): string[] {
  return currencies.filter((currency) => {
    const format = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay });
    const [part] = format.formatToParts(0).filter(({ type }) => type === "currency");
    return part?.value.toUpperCase() === sign;
  });
}
