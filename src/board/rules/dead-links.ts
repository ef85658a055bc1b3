/** Rule: advice on links in the text that are empty, malformed or not recognized as links. */
import type { Tokens } from "../post/markdown.ts";
import type { Finding } from "../problem.ts";
import * as words from "../words/en/rules.ts";
import { allTokens, proseOf, sectionsOf } from "./prose.ts";
import type { Rule } from "./rule.ts";

/** What looks like an address: a scheme, a path, a host. */
const target =
  "<?((?:[a-z][a-z0-9+.-]*:|[/#]|[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+)[^\\s()<>]{0,200})";

/**
 * Link syntax that is left in the rendered text: `[text](target)` with a target that the board does not
 * link to, `[label]: target`, `<scheme:target>`, `ftp://…`.
 */
const notLinked = [
  new RegExp(`(?<![\\p{L}\\p{N}_\\])])\\[[^[\\]\\n]{1,200}\\]\\(\\s*${target}`, "iu"),
  new RegExp(`^\\[[^[\\]\\n]{1,200}\\]:\\s*${target}`, "imu"),
  /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]{1,200})>/iu,
  /\b(s?ftps?:\/\/[^\s<>()]{1,200})/iu,
];

/** An address without a scheme. After `/`, `@` or a letter it is a part of something else. */
const bareAddress = /(?<![\p{L}\p{N}@/.:_-])www\.[\p{L}\p{N}-]+\.[^\s()<>]{0,200}[\p{L}\p{N}/]/iu;

/** A link that is not recognized is shown as text with its brackets. */
export const deadLinks: Rule = {
  name: "dead-links",
  severity: "advice",
  *check({ job }): Iterable<Finding> {
    for (const { field, text } of sectionsOf(job)) {
      if (/\]\(\s*\)/.test(text) && allTokens(text).some(isEmptyLink)) {
        yield { field, ...words.emptyLink };
      }
      const found = findNotLinked(text);
      const bare = found ? undefined : findBareAddress(text);
      if (found) yield { field, ...words.deadLink(shorten(found)) };
      else if (bare) yield { field, ...words.bareLink(shorten(bare)) };
    }
  },
};

function findNotLinked(text: string): string | undefined {
  if (!notLinked.some((pattern) => pattern.test(text))) return undefined;
  const prose = proseOf(text);
  return notLinked.flatMap((pattern) => pattern.exec(prose)?.[1] ?? [])[0];
}

/** Not in the text of a link, which already leads somewhere. */
function findBareAddress(text: string): string | undefined {
  if (!bareAddress.test(text)) return undefined;
  let links = 0;
  for (const { type, content } of allTokens(text)) {
    if (type === "link_open") links++;
    else if (type === "link_close") links--;
    const found = type === "text" && links === 0 ? bareAddress.exec(content)?.[0] : undefined;
    if (found) return found;
  }
  return undefined;
}

function shorten(address: string): string {
  return address.length > 60 ? `${address.slice(0, 60)}…` : address;
}

function isEmptyLink(token: Tokens[number]): boolean {
  return token.type === "link_open" && !token.attrGet("href");
}
