/** Rule: advice on links that lead nowhere or that nobody sees, and on images, which the board does not show. */

import * as words from "#words/rules-on-text.ts";
import { isInLink, linkDefinitions, mayLink } from "../post/markdown.ts";
import { allTokens, proseOf } from "./prose.ts";
import type { FindFlaw } from "./text-rule.ts";
import { lineAt, matchesInSource, quoteOf, replaceInSource, textRule } from "./text-rule.ts";

/** What looks like an address: a scheme, a path, a host, a file. */
const target =
  "<?((?:[a-z][a-z0-9+.-]*:|[/#]|\\.{1,2}/|[\\p{L}\\p{N}.+_-]{1,64}@|[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+)[^\\s()<>]{0,200})";

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

/** The same in the source, with what may follow the address. */
const written =
  /!?\[([^[\]\n]{1,200})\]\([ \t]{0,4}<?([^\s()<>]{0,300})>?(?:[ \t]{1,4}(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'))?[ \t]{0,4}\)/gu;
const definition =
  /(?<=^(?: {0,3}(?:>|[-*+]|\d{1,9}[.)]))* {0,4})\[([^[\]\n]{1,200})\]:[ \t]*\n?[ \t]*<?([^\s<>]{1,300})>?[^\n]*$/gmu;

const deadLink: FindFlaw = (text) => {
  if (!notLinked.some((pattern) => pattern.test(text))) return undefined;
  const prose = proseOf(text);
  const found = notLinked
    .flatMap((pattern) => pattern.exec(prose)?.[1] ?? [])
    .find((address) => !mayLink(address));
  if (!found) return undefined;
  const withLinks = replaceInSource(text, written, ([all, label = "", address = ""]) => {
    if (mayLink(address)) return all;
    const whole = wholeAddress(address);
    return whole ? `[${label}](${whole})` : label;
  });
  return {
    line: lineAt(text, Math.max(0, text.indexOf(found))),
    words: words.deadLink(quoteOf(found)),
    corrected: replaceInSource(withLinks, definition, ([all, label = "", address = ""]) => {
      const whole = mayLink(address) ? undefined : wholeAddress(address);
      return whole ? `[${label}]: ${whole}` : all;
    }),
  };
};

/** Ends of file names that look like the end of a host name. */
const fileEnd = /\.(?:md|html?|pdf|docx?|txt|py|js|ts|png|jpe?g|php|aspx?)$/i;

/** The address that was meant, if only its scheme is missing. */
function wholeAddress(address: string): string | undefined {
  if (/^[^\s@/:]+@[^\s@/:]+$/.test(address)) return withScheme("mailto:", address);
  const [host = ""] = address.split(/[/?#]/);
  if (!/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(host) || fileEnd.test(host)) return undefined;
  return withScheme("https://", address);
}

function withScheme(scheme: string, address: string): string | undefined {
  const whole = scheme + address;
  return mayLink(whole) ? whole : undefined;
}

const emptyLink: FindFlaw = (text) => {
  const pattern = /\[([^[\]\n]{1,200})\]\([ \t]{0,4}(?:<>)?[ \t]{0,4}\)/gu;
  if (text.search(pattern) < 0) return undefined;
  if (!allTokens(text).some((token) => token.type === "link_open" && !token.attrGet("href"))) {
    return undefined;
  }
  const [first] = matchesInSource(text, pattern);
  return {
    line: lineAt(text, first?.index ?? 0),
    words: words.emptyLink,
    corrected: replaceInSource(text, pattern, ([, label = ""]) => label),
  };
};

/** An address without a scheme. After `/`, `@`, `](`, `]:` or a letter it is a part of something else. */
const bareAddress =
  /(?<![\p{L}\p{N}@/.:_-]|\](?:\(|:\s*))www\.[\p{L}\p{N}-]+\.[^\s()<>*]{0,200}[\p{L}\p{N}/]/giu;

const bareLink: FindFlaw = (text) => {
  const found = findBareAddress(text);
  if (!found) return undefined;
  return {
    line: lineAt(text, Math.max(0, text.indexOf(found))),
    words: words.bareLink(quoteOf(found)),
    // Not within the words of a link.
    corrected: replaceInSource(
      text,
      new RegExp(`\\[[^\\]\\n]*\\]\\([^)\\n]*\\)|${bareAddress.source}`, "giu"),
      ([all]) => (all.startsWith("[") ? all : `https://${all}`),
    ),
  };
};

/** Not in the text of a link, which already leads somewhere. */
function findBareAddress(text: string): string | undefined {
  if (text.search(bareAddress) < 0) return undefined;
  return allTokens(text).flatMap(({ type, content }, index, all) => {
    const found = type === "text" ? content.match(bareAddress) : null;
    return found && !isInLink(all, index) ? found : [];
  })[0];
}

/** `[label]: address` shows nothing unless the text has `[label]` elsewhere. */
const unusedDefinition: FindFlaw = (text) => {
  if (text.search(definition) < 0) return undefined;
  const definitions = matchesInSource(text, definition);
  const rest = replaceInSource(text, definition, () => "")
    .toLowerCase()
    .replace(/\s+/g, " ");
  const isDefined = linkDefinitions(text);
  const isUnused = ({ 1: label = "", 2: address = "" }: RegExpExecArray) =>
    mayLink(address) &&
    !rest.includes(`[${label.toLowerCase().replace(/\s+/g, " ").trim()}]`) &&
    isDefined(label);
  const first = definitions.find(isUnused);
  if (!first) return undefined;
  return {
    line: lineAt(text, first.index),
    words: words.unusedDefinition(quoteOf(first[0])),
    corrected: replaceInSource(text, definition, (match) =>
      isUnused(match) ? `[${match[1]}](${match[2]})\n` : match[0],
    ).replace(/\n{3,}/g, "\n\n"),
  };
};

const image: FindFlaw = (text) => {
  const asLink = text.includes("![") ? imagesAsLinks(text) : [];
  if (asLink.length === 0) return undefined;
  const pattern = /!\[([^[\]\n]{0,200})\](?=\(\s*<?([^\s()<>]{0,300}))/gu;
  const [first] = matchesInSource(text, pattern);
  return {
    line: lineAt(text, first?.index ?? Math.max(0, text.indexOf("!["))),
    words: asLink[0] ? words.image : words.unlinkedImage,
    corrected: asLink.every(Boolean)
      ? replaceInSource(text, pattern, ([, label, address]) => `[${label || address}]`)
      : undefined,
  };
};

/** For each image of a text, whether readers see a link to it. Links do not nest, and need an address. */
function imagesAsLinks(text: string): boolean[] {
  return allTokens(text).flatMap((token, index, all) =>
    token.type === "image" ? [Boolean(token.attrGet("src")) && !isInLink(all, index)] : [],
  );
}

/** A link whose end was forgotten: `[words](https://example.com`. */
const openLink: FindFlaw = (text) => {
  if (!allTokens(text).some(({ type, content }) => type === "text" && content.includes("]("))) {
    return undefined;
  }
  const pattern =
    /\[([^[\]\n]{1,200})\]\((https?:\/\/[^\s()<>]{1,500})(?![^\s()<>]|[ \t]{0,4}["')])((?:[ \t]+[^\s()<>"']{1,200}){1,5}\))?/gu;
  const [first] = matchesInSource(text, pattern);
  if (!first) return undefined;
  const [all, , address = "", rest] = first;
  return {
    line: lineAt(text, first.index),
    words: (rest && hasPath(address) ? words.blankInLink : words.openLink)(quoteOf(all)),
    corrected: replaceInSource(text, pattern, ([, label, address = "", rest = ""]) => {
      const inside = hasPath(address) ? rest.slice(0, -1).trimEnd().replace(/\s/g, "%20") : "";
      return `[${label}](${address}${inside})${inside ? "" : rest.slice(0, -1)}`;
    }),
  };
};

/** A path can have blanks, which Markdown does not accept. Behind the name of a host they end the address. */
function hasPath(address: string): boolean {
  return /^https?:\/\/[^/]+\//.test(address);
}

export const links = textRule("links", [
  openLink,
  emptyLink,
  deadLink,
  bareLink,
  unusedDefinition,
  image,
]);
