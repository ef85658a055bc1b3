/** Rule: advice on headings that are not shown as such, and on text that became a heading by accident. */
import type { Tokens } from "../post/markdown.ts";
import { parseMarkdown } from "../post/markdown.ts";
import type { Finding } from "../problem.ts";
import * as words from "../words/en/rules.ts";
import { sectionsOf } from "./prose.ts";
import type { Rule } from "./rule.ts";

/**
 * `##Heading` in a line of a paragraph. A single # must be followed by a capital letter and no other
 * hashtag: “#1 in Europe”, “#42” and “#python #remote” are not headings. A # that was pasted into the form
 * as plain text has a backslash in the file, with or without a space after it.
 */
const unspaced =
  /^ {0,3}(?:\\?#(?:\\?#){1,5}[\p{L}\p{N}*]|\\?#\p{Lu}(?!.*\s\\?#\S)|\\#(?:\\?#){0,5} +\p{Lu})/u;

/** Longer than any heading: text that became one because of a line of hyphens right below it. */
const longHeading = 100;

export const brokenHeadings: Rule = {
  name: "broken-headings",
  severity: "advice",
  *check({ job }): Iterable<Finding> {
    for (const { field, text } of sectionsOf(job)) {
      if (!/^ {0,3}(?:#{1,6}[^\s#]|\\#)/m.test(text) && !/^ {0,3}(?:-+|=+)[ \t]*$/m.test(text))
        continue;
      const tokens = parseMarkdown(text);
      const line = unspacedHeading(tokens);
      if (line) {
        const shown = shorten(line.replaceAll("\\#", "#"));
        yield { field, ...words.unspacedHeading(shown, line.includes("\\#")) };
      }
      const accident = accidentalHeading(tokens);
      if (accident) yield { field, ...words.accidentalHeading(shorten(accident)) };
    }
  },
};

function unspacedHeading(tokens: Tokens): string | undefined {
  return tokens
    .filter(
      (token, index) => token.type === "inline" && tokens[index - 1]?.type === "paragraph_open",
    )
    .flatMap(({ content }) => content.split("\n"))
    .find((line) => unspaced.test(line));
}

function accidentalHeading(tokens: Tokens): string | undefined {
  return tokens
    .filter((_, index) => {
      const before = tokens[index - 1];
      return before?.type === "heading_open" && (before.markup === "-" || before.markup === "=");
    })
    .map(({ content }) => content)
    .find((content) => content.length > longHeading || content.includes("\n"));
}

function shorten(text: string): string {
  const [line = ""] = text.split("\n");
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
