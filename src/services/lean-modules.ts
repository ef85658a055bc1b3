/**
 * What programs of pages take in the place of large modules, of which they need little: lists of codes without
 * what the core does not ask for, and no tables for what every browser knows.
 */
import { countryCodes, currencies, languageCodes, languageName } from "../board/job/vocabulary.ts";

/** Texts of modules by their names, as the core and its packages import them. */
export const leanModules: Readonly<Record<string, string>> = {
  // markdown-it asks for the characters behind names such as `&eacute;`, one after the other.
  entities: `
    export function decodeHTML(text) {
      const area = document.createElement("textarea");
      // A line feed at its beginning would be left out.
      area.innerHTML = "x" + text;
      return area.value.slice(1);
    }
    // Browsers also know names that no semicolon ends, and leave the rest of “&notit;” behind them.
    export function decodeHTMLStrict(text) {
      const decoded = decodeHTML(text);
      return decoded.length > 1 && decoded.endsWith(";") ? text : decoded;
    }`,
  "currency-codes": `export default { codes: () => ${JSON.stringify(currencies)} };`,
  "i18n-iso-countries/codes.json": `export default ${JSON.stringify(countryCodes.map((code) => [code]))};`,
  "iso-639-1": `
    const names = ${JSON.stringify(Object.fromEntries(languageCodes.map((code) => [code, languageName(code)])))};
    export default { getAllCodes: () => Object.keys(names), getName: (code) => names[code] ?? "" };`,
};
