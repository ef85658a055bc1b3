/** The body of a message: written once, as plain text and as HTML. */
import { htmlLanguage } from "../html-language.ts";
import { spellOutRefused } from "../job/characters.ts";
import { escapeHtml } from "../post/markdown.ts";
import { shorten } from "../review/quote.ts";

export type Part =
  /** Text by the board. */
  | { paragraph: string }
  /** Text by strangers, each with a label. */
  | { facts: readonly (readonly [label: string, value: string])[] }
  /** Text by a stranger. */
  | { quote: string }
  | { link: string; address: string };

/** Maximum line length in characters. https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1 */
const width = 72;

export function plainText(parts: readonly Part[], signature: readonly string[]): string {
  const body = parts.map(textOf).join("\n\n");
  // Mail programs omit everything after this line from replies.
  return `${body}\n\n-- \n${signature.join("\n")}\n`;
}

export function html(title: string, parts: readonly Part[], signature: readonly string[]): string {
  const foot = signature.map(escapeHtml).join("<br>");
  return [
    "<!doctype html>",
    `<html ${htmlLanguage}><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body>`,
    ...parts.map(htmlOf),
    `<hr><p><small>${foot}</small></p></body></html>`,
  ].join("\n");
}

function textOf(part: Part): string {
  if ("paragraph" in part) return wrap(part.paragraph, width).join("\n");
  if ("quote" in part) {
    return lines(part.quote)
      .flatMap((each) => (each.trim() === "" ? [""] : wrap(each, width - 2)))
      .map((each) => `> ${each}`.trimEnd())
      .join("\n");
  }
  // An address on a line of its own, so that no program breaks it.
  if ("link" in part) return `${part.link}:\n${part.address}`;
  const longest = Math.max(...part.facts.map(([label]) => label.length));
  return part.facts
    .map(([label, value]) => `${`${label}:`.padEnd(longest + 2)}${isolated(value)}`)
    .join("\n");
}

function htmlOf(part: Part): string {
  if ("paragraph" in part) return `<p>${escapeHtml(part.paragraph)}</p>`;
  if ("quote" in part) {
    const quoted = lines(part.quote).map(escapeHtml).join("<br>\n");
    return `<blockquote dir="auto">${quoted}</blockquote>`;
  }
  if ("link" in part) {
    return `<p><a href="${escapeHtml(part.address)}">${escapeHtml(part.link)}</a></p>`;
  }
  const rows = part.facts.map(
    ([label, value]) => `<b>${escapeHtml(label)}:</b> <bdi>${escapeHtml(line(value))}</bdi>`,
  );
  return `<p>${rows.join("<br>\n")}</p>`;
}

/** Wraps to lines of at most this many characters. A longer word gets a line of its own. */
function wrap(text: string, longest: number): string[] {
  return text.match(new RegExp(`\\S.{0,${longest - 2}}(?=\\s|$)|\\S+`, "gu")) ?? [];
}

/** Letters of Hebrew, Arabic, Syriac, Thaana, N’Ko, and related scripts. */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** U+2068 and U+2069: isolate the direction of the text between them. https://www.unicode.org/reports/tr9/ */
const isolation = ["\u2068", "\u2069"] as const;

/** One line of at most this many characters. */
export function line(text: string, longest = 200): string {
  return shorten(spellOutRefused(text.replace(/[\s\u2028\u2029]+/g, " ").trim()), longest);
}

/** Like `line`, for the middle of a sentence: right-to-left text does not move the punctuation around it. */
export function isolated(text: string, longest?: number): string {
  const short = line(text, longest);
  return rightToLeft.test(short) ? isolation.join(short) : short;
}

/** Several lines, of at most this many characters in total. */
export function lines(text: string, longest = 3000): string[] {
  const plain = text.replace(/\r\n?|[\u2028\u2029]/g, "\n").trim();
  return spellOutRefused(shorten(plain, longest)).split("\n");
}
