import type { Tokens } from "../post/markdown.ts";
import type { Finding } from "../problem.ts";
import { allTokens, proseOf, sectionsOf } from "./prose.ts";
import type { Rule } from "./rule.ts";

/** What an author means to be followed: a scheme, a path, a host. */
const target =
  "<?((?:[a-z][a-z0-9+.-]*:|[/#]|[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+)[^\\s()<>]{0,200})";

/**
 * What is left in the words after all links have been made: `[text](target)` where the target is no
 * address that the board links to, `[label]: target`, `<scheme:target>`, `ftp://…`.
 */
const notLinked = [
  new RegExp(`(?<![\\p{L}\\p{N}_\\])])\\[[^[\\]\\n]{1,200}\\]\\(\\s*${target}`, "iu"),
  new RegExp(`^\\[[^[\\]\\n]{1,200}\\]:\\s*${target}`, "imu"),
  /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]{1,200})>/iu,
  /\b(s?ftps?:\/\/[^\s<>()]{1,200})/iu,
];

/** A link that is not made one stays in the text with its brackets, and nobody can follow it. */
export const deadLinks: Rule = {
  name: "dead-links",
  severity: "advice",
  *check({ job }): Iterable<Finding> {
    for (const { field, text } of sectionsOf(job)) {
      if (/\]\(\s*\)/.test(text) && allTokens(text).some(isEmptyLink)) {
        yield {
          field,
          message: "A link in the text has no address.",
          fix: "Put the address between its round brackets, or remove both pairs of brackets.",
        };
      }
      if (!notLinked.some((pattern) => pattern.test(text))) continue;
      const prose = proseOf(text);
      const [found] = notLinked.flatMap((pattern) => pattern.exec(prose)?.[1] ?? []);
      if (!found) continue;
      const shown = found.length > 60 ? `${found.slice(0, 60)}…` : found;
      yield {
        field,
        message: `“${shown}” is shown as text and not as a link.`,
        fix: "Use a full address that begins with https://, or a plain mail address as in <mailto:jobs@example.com>.",
      };
    }
  },
};

function isEmptyLink(token: Tokens[number]): boolean {
  return token.type === "link_open" && !token.attrGet("href");
}
