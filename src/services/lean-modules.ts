/**
 * Replaces large modules in page scripts with small ones: code lists reduced to what the core uses, and no
 * tables for what every browser knows.
 */
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";
import countries from "i18n-iso-countries/codes.json" with { type: "json" };
import { currencies, languageCodes } from "../board/job/vocabulary.ts";

const transliteration = fileURLToPath(
  new URL("replacements.js", import.meta.resolve("@sindresorhus/transliterate")),
);
const { default: replacements }: { default: ReadonlyMap<string, string> } = await import(
  transliteration
);

const ruleWithoutFindings = '{ severity: "advice", check: () => [] }';

/** Source of modules by the names under which the core and its packages import them. */
const sources: Readonly<Record<string, string>> = {
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
  // Browsers encode names of hosts. The board shows them as they are written.
  "punycode.js": `
    const asUrl = (host) => "http://" + host;
    const toASCII = (host) =>
      /[^\\0-\\x7f]/.test(host) && URL.canParse(asUrl(host)) ? new URL(asUrl(host)).hostname : host;
    export default { toASCII };`,
  // Only used to guess addresses in text, which the board does not do.
  "linkify-it": "export default class {}",
  // Other formats of gray-matter, an older js-yaml for them, and sections: front matter has our own parser.
  "./lib/engines": "module.exports = {};",
  "./engines": "module.exports = {};",
  "section-matter": "",
  // gray-matter only asks for objects and buffers.
  "kind-of":
    'module.exports = (value) => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);',
  // Rules for other text than CommonMark, and for raw HTML, which posts may not contain.
  ...Object.fromEntries(
    [
      ...["./rules_core/linkify.mjs", "./rules_core/replacements.mjs"],
      ...["./rules_core/smartquotes.mjs", "./rules_inline/linkify.mjs"],
      ...["./rules_inline/html_inline.mjs", "./rules_block/html_block.mjs"],
    ].map((rule) => [rule, "export default () => false;"]),
  ),
  "./replacements.js": replacementsSource(),
  // Nobody names a language for them.
  "./locale-replacements.js": "export default {};",
  // Rules that compare posts: a page knows one only, and the bot applies them.
  "./likely-duplicate.ts": `export const likelyDuplicate = ${ruleWithoutFindings};`,
  "./renamed.ts": `export const renamed = ${ruleWithoutFindings};`,
  // Only for the addresses of places, which previews do not link to.
  "./ambiguous-cities.ts": "export const isAmbiguous = () => false;",
  "currency-codes": `export default { codes: () => ${JSON.stringify(currencies)} };`,
  "i18n-iso-countries/codes.json": `export default ${JSON.stringify(countries.map(([code, long]) => [code, long]))};`,
  "iso-639-1": `export default { getAllCodes: () => ${JSON.stringify(languageCodes.join(" "))}.split(" ") };`,
};

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Whether a file is the core's, or one of its packages'; other packages of the editor may need the whole module. */
function isCore(file: string): boolean {
  const path = relative(root, file).replaceAll("\\", "/");
  return /^(?:src|node_modules\/(?:@sindresorhus|gray-matter|markdown-it))\//.test(path);
}

/** Replaces them. */
export const leanModules: Plugin = {
  name: "lean modules",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path, importer }) =>
      path in sources && isCore(importer) ? { path, namespace: "lean" } : undefined,
    );
    onLoad({ filter: /./, namespace: "lean" }, ({ path }) => ({ contents: sources[path] ?? "" }));
  },
};

/**
 * Source of the table for transliteration, without the letters that a decomposition by Unicode gives: what follows in
 * the package removes accents from all others, and letters of other styles, such as “𝐀”, come in long ranges.
 */
function replacementsSource(): string {
  const others = [...replacements].filter(([sign, latin]) => withoutAccents(sign) !== latin);
  const isStyled = ([sign, latin]: readonly [string, string]) => sign.normalize("NFKD") === latin;
  const styled = others.filter(isStyled).map(([sign]) => sign.codePointAt(0) ?? 0);
  const ranges: [first: number, last: number][] = [];
  for (const code of styled.sort((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range && range[1] === code - 1) range[1] = code;
    else ranges.push([code, code]);
  }
  return `
    const replacements = new Map(${JSON.stringify(others.filter((one) => !isStyled(one)))});
    for (const [first, last] of ${JSON.stringify(ranges)}) {
      for (let code = first; code <= last; code++) {
        const sign = String.fromCodePoint(code);
        replacements.set(sign, sign.normalize("NFKD"));
      }
    }
    export default replacements;`;
}

function withoutAccents(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .normalize();
}
