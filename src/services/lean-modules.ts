/**
 * Replaces large modules in page scripts with small ones: code lists reduced to what the core uses, and no
 * tables for what every browser knows.
 */
import { countryCodes, currencies, languageCodes, languageName } from "../board/job/vocabulary.ts";

/** Source of modules by the names under which the core and its packages import them. */
export const leanModules: Readonly<Record<string, string>> = {
  // markdown-it looks up character names such as `&eacute;` one by one.
  entities: `
    export function decodeHTML(text) {
      const area = document.createElement("textarea");
      // A leading line feed would be dropped.
      area.innerHTML = "x" + text;
      return area.value.slice(1);
    }
    // Browsers also accept names without a semicolon, and leave the rest of “&notit;” after them.
    export function decodeHTMLStrict(text) {
      const decoded = decodeHTML(text);
      return decoded.length > 1 && decoded.endsWith(";") ? text : decoded;
    }`,
  // Tables of what browsers know by name.
  "uc.micro": `
    export const [P, S, Z, Cc, Cf] = ["P", "S", "Z", "Cc", "Cf"].map((name) => new RegExp("\\\\p{" + name + "}", "u"));
    export const Any = /[^]/;`,
  // Only used to guess addresses in text, which the board does not do.
  "linkify-it": "export default class {}",
  // Only for the addresses of places, which previews do not link to.
  "./ambiguous-cities.ts": "export const isAmbiguous = () => false;",
  "currency-codes": `export default { codes: () => ${JSON.stringify(currencies)} };`,
  "i18n-iso-countries/codes.json": `export default ${JSON.stringify(countryCodes.map((code) => [code]))};`,
  "iso-639-1": `
    const names = ${JSON.stringify(Object.fromEntries(languageCodes.map((code) => [code, languageName(code)])))};
    export default { getAllCodes: () => Object.keys(names), getName: (code) => names[code] ?? "" };`,
};
