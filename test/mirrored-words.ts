/**
 * Preloaded with `--import`, replaces the words of the board with those of a language that exists only in tests: made
 * from the English ones, with other letters, longer, and read from right to left.
 */
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

const marker = "?mirrored";

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    return specifier.startsWith("#words/")
      ? { ...resolved, url: resolved.url + marker, shortCircuit: true }
      : resolved;
  },
  load(url, context, next) {
    if (!url.endsWith(marker)) return next(url, context);
    const original = url.slice(0, -marker.length);
    const english = readFileSync(fileURLToPath(original), "utf8");
    const names = [...english.matchAll(/^export (?:const|function) (\w+)/gm)].map(
      ([, name]) => name,
    );
    const source = `
      import * as words from ${JSON.stringify(original)};
      import { mirrored } from ${JSON.stringify(import.meta.url)};
      export const { ${names.join(", ")} } = mirrored(words);`;
    return { format: "module", source, shortCircuit: true };
  },
});

/** The words of a module, or a part of them. */
export function mirrored(words: unknown): unknown {
  if (typeof words === "string") return mirrorText(words);
  if (typeof words === "function") {
    return (...values: unknown[]) => mirrored(words(...values));
  }
  if (Array.isArray(words)) return words.map(mirrored);
  if (typeof words !== "object" || words === null) return words;
  if ("direction" in words) return { ...words, language: "he", direction: "rtl" };
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, mirrored(word)]));
}

/** Addresses, code, markup and numbers stay. */
const kept = /(\]\([^)\s]*\)|<[^>]*>|`[^`]*`|\{\{.*?\}\}|%\{\w+\}|&\w+;|\S*[/@\d]\S*|[^\p{L}]+)/u;

const letters = "אבגדהוזחטיכלמנסעפצקרשת";

function mirrorText(text: string): string {
  return text
    .split(kept)
    .map((part, index) => (index % 2 === 1 ? part : mirrorWord(part)))
    .join("");
}

function mirrorWord(word: string): string {
  const other = [...word.toLowerCase()]
    .map((letter) => letters.charAt((letter.codePointAt(0) ?? 0) % letters.length))
    .join("");
  // Many languages need a third more room than English.
  return other + other.slice(0, Math.ceil(word.length / 3));
}
