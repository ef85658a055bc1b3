/**
 * The standard code lists that posts use. The codes come from maintained lists rather than from
 * `Intl`, which accepts some that are not in the standards (`UK`, `ZZ`, `DEM`). The names come from
 * `Intl`, which has the usual ones: “China”, not “People's Republic of China”.
 */
import currencyCodes from "currency-codes";
// The package's own entry would load the names of all countries in all its languages.
import countries from "i18n-iso-countries/codes.json" with { type: "json" };
import languages from "iso-639-1";
import { language } from "#words/language.ts";

/** ISO 3166-1 alpha-2 codes, and Kosovo’s XK, a user-assigned code. */
export const countryCodes: readonly string[] = countries.map(([code]) => String(code)).sort();

/** ISO 4217 codes that are not used for pay: funds, units of account, metals, “no currency”. */
const noMoney = /^(?:X(?!AF|CD|OF|PF)..|BOV|CHE|CHW|CLF|COU|MXV|USN|UYI|UYW)$/;

/** ISO 4217 codes of currencies in use. */
export const currencies: readonly string[] = currencyCodes
  .codes()
  .filter((code) => !noMoney.test(code))
  .sort();

const currencyNames = new Intl.DisplayNames(language, { type: "currency" });

/** The name of a currency, or its code if it is unknown. */
export function currencyName(code: string): string {
  return currencyNames.of(code) ?? code;
}

/** ISO 639-1 codes. */
export const languageCodes: readonly string[] = languages.getAllCodes().sort();

const regionNames = new Intl.DisplayNames(language, { type: "region" });
const countryNames = new Map(countryCodes.map((code) => [code, regionNames.of(code) ?? code]));

/** The name of a country, or its code if it is unknown. */
export function countryName(code: string): string {
  return countryNames.get(code) ?? code;
}

const languageNames = new Intl.DisplayNames(language, { type: "language" });

/** The name of a language, or its code if it is unknown. */
export function languageName(code: string): string {
  // Intl takes Twi for Akan, which has a code of its own.
  return code === "tw" ? "Twi" : (languageNames.of(code) ?? code);
}

const otherNames: Readonly<Record<string, string>> = {
  usa: "US",
  "u.s.": "US",
  "u.s.a.": "US",
  uae: "AE",
  uk: "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "great britain": "GB",
  holland: "NL",
  "the netherlands": "NL",
  "czech republic": "CZ",
  turkey: "TR",
};

/** Languages whose names of countries are understood. Those in English come first where they differ. */
const languagesOfNames = ["pl", "pt", "nl", "it", "es", "fr", "de", "en"];

function namesIn(language: string): (readonly [string, string])[] {
  const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  return countryCodes.map((code) => [(names.of(code) ?? "").toLowerCase(), code] as const);
}

let countriesByName: ReadonlyMap<string, string> | undefined;

/** What people write for a country instead of its code, in lowercase: its name, and codes of three letters. */
function readCountryNames(): ReadonlyMap<string, string> {
  return new Map([
    ...languagesOfNames.flatMap(namesIn),
    ...countries.map(([code, long]) => [String(long).toLowerCase(), String(code)] as const),
    ...countryCodes.map((code) => [code.toLowerCase(), code] as const),
    ...countryCodes.map((code) => [countryName(code).toLowerCase(), code] as const),
    ...Object.entries(otherNames),
  ]);
}

/** The code of the country that a text means, such as GB for “UK” or “United Kingdom”. */
export function countryMeant(text: string): string | undefined {
  countriesByName ??= readCountryNames();
  return countriesByName.get(text.trim().toLowerCase());
}
