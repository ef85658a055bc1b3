/** Rule: advice if a list has typed bullets such as “•”, which are not shown as a list. */
import { parseMarkdown } from "../post/markdown.ts";
import type { Finding } from "../problem.ts";
import * as words from "../words/en/rules.ts";
import { sectionsOf } from "./prose.ts";
import type { Rule } from "./rule.ts";

/** Bullets of word processors, followed by words. */
const bullet = /^\s*[•·‣◦▪●]\s*(?=\S)/u;

/** A list pasted as plain text is shown as paragraphs, or as one. */
export const typedBullets: Rule = {
  name: "typed-bullets",
  severity: "advice",
  *check({ job }): Iterable<Finding> {
    for (const { field, text } of sectionsOf(job)) {
      if (!/[•·‣◦▪●]/u.test(text)) continue;
      const line = parseMarkdown(text)
        .filter(({ type }) => type === "inline")
        .flatMap(({ content }) => content.split("\n"))
        .find((content) => bullet.test(content));
      if (!line) continue;
      const entry = line.trim();
      const shown = entry.length > 40 ? `${entry.slice(0, 40)}…` : entry;
      yield { field, ...words.typedBullet(shown) };
    }
  },
};
