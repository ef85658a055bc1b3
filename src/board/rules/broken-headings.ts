import type { Tokens } from "../post/markdown.ts";
import { parseMarkdown } from "../post/markdown.ts";
import type { Finding } from "../problem.ts";
import * as words from "../words/en/rules.ts";
import { sectionsOf } from "./prose.ts";
import type { Rule } from "./rule.ts";

/**
 * `##Heading`, in any paragraph's line. A single # needs a capital behind it and no other hashtag
 * beside it: “#1 in Europe”, “#42” and “#python #remote” mean what they say. A # that was pasted into
 * the form as plain text stands in the file behind a backslash, whether a space follows it or not.
 */
const unspaced =
  /^ {0,3}(?:\\?#(?:\\?#){1,5}[\p{L}\p{N}*]|\\?#\p{Lu}(?!.*\s\\?#\S)|\\#(?:\\?#){0,5} +\p{Lu})/u;

/** Longer than a heading is: text that a line of hyphens right below turned into one. */
const longHeading = 100;

/** A heading that is not set as one, and text that is set as a heading by accident. */
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
