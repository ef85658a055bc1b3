/**
 * The standard code lists that posts use. Each comes from a maintained list rather than from
 * `Intl`, which accepts codes that are not in the standards (`UK`, `ZZ`, `DEM`) and differs
 * between versions of browsers.
 */
import currencyCodes from "currency-codes";
import countries from "i18n-iso-countries";
import english from "i18n-iso-countries/langs/en.json" with { type: "json" };
import languages from "iso-639-1";

countries.registerLocale(english);

/** ISO 3166-1 alpha-2 codes. */
export const countryCodes: readonly string[] = Object.keys(countries.getAlpha2Codes()).sort();

/** ISO 4217 codes of currencies in use. */
export const currencies: readonly string[] = currencyCodes.codes().sort();

/** ISO 639-1 codes. */
export const languageCodes: readonly string[] = languages.getAllCodes().sort();

const countryNames = new Map(
  countryCodes.map((code) => [code, countries.getName(code, "en") ?? code]),
);

/** English name of a country, or the code itself if the list does not have it. */
export function countryName(code: string): string {
  return countryNames.get(code) ?? code;
}

/** English name of a language, or the code itself if the list does not have it. */
export function languageName(code: string): string {
  return languages.getName(code) || code;
}
