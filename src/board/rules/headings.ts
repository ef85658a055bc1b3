/** Rule: advice on headings that are not shown as such, and on text that became a heading by accident. */
import * as words from "#words/rules-on-text.ts";
import { paragraphsOf, tokensOf } from "./prose.ts";
import type { FindFlaw } from "./text-rule.ts";
import { quoteOf, textRule } from "./text-rule.ts";

/**
 * `##Heading` in a line of a paragraph. A single # must be followed by a capital letter and no other
 * hashtag: “#1 in Europe”, “#42” and “#python #remote” are not headings. A # that was pasted into the form
 * as plain text has a backslash in the file, with or without a space after it.
 */
const unspaced =
  /^ {0,3}(?:\\?#(?:\\?#){1,5}[\p{L}\p{N}*]|\\?#\p{Lu}(?!.*\s\\?#\S)|\\#(?:\\?#){0,5} +\p{Lu})/u;

const unspacedHeading: FindFlaw = (text) => {
  if (!/^ {0,3}(?:#{1,6}[^\s#]|\\#)/m.test(text)) return undefined;
  const found = paragraphsOf(text).flatMap(({ from, lines }) =>
    lines.flatMap((line, index) => (unspaced.test(line) ? [{ line, at: from + index }] : [])),
  );
  const [first] = found;
  if (!first) return undefined;
  const source = text.split("\n");
  for (const { at } of found) {
    source[at] = (source[at] ?? "").replace(
      /\\?#(?:\\?#)*\s*/,
      (signs) => `${signs.replace(/[\\\s]/g, "")} `,
    );
  }
  return {
    line: first.at,
    words: words.unspacedHeading(
      quoteOf(first.line.replaceAll("\\#", "#")),
      first.line.includes("\\#"),
    ),
    corrected: source.join("\n"),
  };
};

/** Longer than any heading. */
const longest = 100;

/** A paragraph behind a #, or one with a line of hyphens right below it. */
const longHeading: FindFlaw = (text) => {
  const tokens = tokensOf(text);
  const found = tokens.filter((token, index) => {
    const { type, content } = token;
    const open = tokens[index - 1];
    if (type !== "inline" || open?.type !== "heading_open") return false;
    return lengthOf(token) > longest || content.includes("\n");
  });
  const [first] = found;
  if (!first?.map) return undefined;
  const source = text.split("\n");
  for (const { map } of found.toReversed()) {
    const [from = 0, to = 0] = map ?? [];
    // The line below the text is not part of the token.
    if (/^[\s>]*(?:-+|=+)\s*$/.test(source[to] ?? "")) {
      source.splice(to, 1, ...(/-{3}/.test(source[to] ?? "") ? ["", source[to] ?? ""] : []));
    } else source[from] = (source[from] ?? "").replace(/#{1,6}\s+/, "");
  }
  const isByHyphens = !/^\s*(?:[>*+-]|\d+[.)])?\s*#/.test(text.split("\n")[first.map[0]] ?? "");
  return {
    line: first.map[0],
    words: isByHyphens
      ? words.accidentalHeading(quoteOf(first.content))
      : words.longHeading(quoteOf(first.content), lengthOf(first)),
    corrected: source.join("\n"),
  };
};

/** The characters that readers see, without markup and addresses. */
function lengthOf({ children }: ReturnType<typeof tokensOf>[number]): number {
  return (children ?? []).reduce((sum, { content }) => sum + content.length, 0);
}

export const headings = textRule("headings", [unspacedHeading, longHeading]);
