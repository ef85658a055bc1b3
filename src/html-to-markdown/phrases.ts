/** The words within a paragraph, with their emphasis and links: from HTML to Markdown's tree. */
import type { PhrasingContent } from "mdast";
import { findRefusedCharacter, tidyCharacters } from "../board/job/characters.ts";
import type { HtmlElement, HtmlNode } from "./html-node.ts";
import { isDropped, stylesOf } from "./html-node.ts";
import { linkAddress } from "./link-address.ts";

type Format = { strong: boolean; emphasis: boolean; deleted: boolean; code: boolean; href: string };

/** Words of one format, or a line break. */
export type Phrase = Format & { text: string };

const plain: Format = { strong: false, emphasis: false, deleted: false, code: false, href: "" };

/** A line break between phrases. White space of the source never contains it. */
const lineBreak = "\u0085";

/** The phrases of nodes without blocks. */
export function phrasesOf(nodes: readonly HtmlNode[], format: Format = plain): Phrase[] {
  return nodes.flatMap((node) => {
    if (typeof node === "string") return textPhrases(node, format);
    if (node.name === "br") return [{ ...plain, text: lineBreak }];
    if (node.name === "img") return emojiOf(node, format);
    if (isDropped(node)) return [];
    const inner = phrasesOf(node.children, formatIn(node, format));
    return node.name === "q"
      ? [{ ...format, text: "“" }, ...inner, { ...format, text: "”" }]
      : inner;
  });
}

function textPhrases(text: string, format: Format): Phrase[] {
  const clean = withoutRefused(tidyCharacters(text).replaceAll(lineBreak, " ")).replace(
    /\s+/g,
    " ",
  );
  if (format.href || format.code) return [{ ...format, text: clean }];
  // Addresses in the text would otherwise be escaped like words.
  return clean.split(/(https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]}”’])/).map((part, index) => ({
    ...format,
    href: index % 2 === 1 ? (linkAddress(part) ?? "") : "",
    text: index % 2 === 1 ? (linkAddress(part) ?? part) : part,
  }));
}

/** Characters that posts may not contain would only be reported. */
function withoutRefused(text: string): string {
  return findRefusedCharacter(text)
    ? [...text].filter((one) => /\s/.test(one) || !findRefusedCharacter(one)).join("")
    : text;
}

/** Mail programs and chats show emoji as images. */
function emojiOf({ attributes }: HtmlElement, format: Format): Phrase[] {
  const text = attributes.get("alt") ?? "";
  return /^\p{Emoji_Presentation}\p{Emoji}*$/u.test(text) ? [{ ...format, text }] : [];
}

function formatIn(element: HtmlElement, outer: Format): Format {
  const { name, attributes } = element;
  const styles = stylesOf(element);
  const weight = styles.get("font-weight");
  const style = styles.get("font-style");
  const line = `${styles.get("text-decoration")} ${styles.get("text-decoration-line")}`;
  const isCode = ["code", "tt", "kbd", "samp", "var"].includes(name);
  const href = name === "a" ? linkAddress(attributes.get("href") ?? "") : undefined;
  return {
    strong: weight
      ? /^(?:bold|bolder|[6-9]00)$/.test(weight)
      : outer.strong || /^(?:b|strong)$/.test(name),
    emphasis: style
      ? /^(?:italic|oblique)/.test(style)
      : outer.emphasis || /^(?:i|em|cite|dfn)$/.test(name),
    deleted: outer.deleted || /^(?:s|del|strike)$/.test(name) || line.includes("line-through"),
    code: outer.code || isCode,
    href: href || outer.href,
  };
}

/** The lines of phrases, which line breaks separate. White space is collapsed as on a page. */
export function linesOf(phrases: readonly Phrase[]): Phrase[][] {
  const lines: Phrase[][] = [[]];
  for (const phrase of phrases) {
    if (phrase.text === lineBreak) lines.push([]);
    else lines.at(-1)?.push(phrase);
  }
  return lines.map((line) => trimStart(trimEnd(collapse(line))));
}

function collapse(phrases: readonly Phrase[]): Phrase[] {
  const collapsed: Phrase[] = [];
  for (const phrase of phrases) {
    const before = collapsed.at(-1);
    const text = before?.text.endsWith(" ") ? phrase.text.replace(/^ /, "") : phrase.text;
    if (text === "") continue;
    if (before && isSame(before, phrase)) before.text += text;
    else collapsed.push({ ...phrase, text });
  }
  return collapsed;
}

function isSame(a: Format, b: Format): boolean {
  return hasSameMarks(a, b) && a.code === b.code && a.href === b.href;
}

function trimStart(phrases: readonly Phrase[]): Phrase[] {
  const [first, ...rest] = phrases;
  if (!first) return [];
  const text = first.text.trimStart();
  return text ? [{ ...first, text }, ...rest] : trimStart(rest);
}

function trimEnd(phrases: readonly Phrase[]): Phrase[] {
  const last = phrases.at(-1);
  if (!last) return [];
  const text = last.text.trimEnd();
  return text ? [...phrases.slice(0, -1), { ...last, text }] : trimEnd(phrases.slice(0, -1));
}

/** Without the first characters: those of a list mark. */
export function withoutStart(phrases: readonly Phrase[], width: number): Phrase[] {
  const [first, ...rest] = phrases;
  if (!first || width === 0) return [...phrases];
  const kept = first.text.slice(width);
  if (kept) return trimStart([{ ...first, text: kept }, ...rest]);
  return trimStart(withoutStart(rest, width - first.text.length));
}

export function wordsOf(phrases: readonly Phrase[]): string {
  return phrases.map(({ text }) => text).join("");
}

/** Markdown's tree of a line. */
export function phrasing(phrases: readonly Phrase[]): PhrasingContent[] {
  return grouped(outsideMarks(phrases), ["href", "strong", "emphasis", "deleted"]);
}

/**
 * Moves blanks, and punctuation beside a word, out of emphasis: Markdown would show the signs of `**Tasks:**Write`
 * or `** Tasks **`.
 */
function outsideMarks(phrases: readonly Phrase[]): Phrase[] {
  const parts = phrases.flatMap((phrase, index): Phrase[] => {
    if (!isMarked(phrase)) return [phrase];
    const start = lengthOutside(phrase.text, phrase, phrases[index - 1], "before");
    const rest = phrase.text.slice(start);
    const end = rest.length - lengthOutside(rest, phrase, phrases[index + 1], "after");
    const outside = { ...phrase, strong: false, emphasis: false, deleted: false };
    return [
      { ...outside, text: phrase.text.slice(0, start) },
      { ...phrase, text: rest.slice(0, end) },
      { ...outside, text: rest.slice(end) },
    ].filter(({ text }) => text !== "");
  });
  return collapse(parts);
}

const outer = {
  before: { word: /[\p{L}\p{N}]$/u, blanks: /^\s*/, signs: /^[\s\p{P}\p{S}]*/u },
  after: { word: /^[\p{L}\p{N}]/u, blanks: /\s*$/, signs: /[\s\p{P}\p{S}]*$/u },
};

/** How many characters at one end of a phrase move out of its emphasis. */
function lengthOutside(
  text: string,
  phrase: Phrase,
  neighbor: Phrase | undefined,
  side: keyof typeof outer,
): number {
  if (neighbor && hasSameMarks(neighbor, phrase)) return 0;
  const { word, blanks, signs } = outer[side];
  const moved = word.test(neighbor?.text ?? "") ? signs : blanks;
  return moved.exec(text)?.[0].length ?? 0;
}

function isMarked({ strong, emphasis, deleted }: Format): boolean {
  return strong || emphasis || deleted;
}

function hasSameMarks(a: Format, b: Format): boolean {
  return a.strong === b.strong && a.emphasis === b.emphasis && a.deleted === b.deleted;
}

type Wrapper = "href" | "strong" | "emphasis" | "deleted";

function grouped(phrases: readonly Phrase[], wrappers: readonly Wrapper[]): PhrasingContent[] {
  const [wrapper, ...inner] = wrappers;
  if (!wrapper) return phrases.map(leaf);
  const groups: { value: string | boolean; phrases: Phrase[] }[] = [];
  for (const phrase of phrases) {
    const last = groups.at(-1);
    if (last && last.value === phrase[wrapper]) last.phrases.push(phrase);
    else groups.push({ value: phrase[wrapper], phrases: [phrase] });
  }
  return groups.flatMap(({ value, phrases: members }) => {
    const children = grouped(members, inner);
    return value ? wrap[wrapper](children, members) : children;
  });
}

type Wrap = (children: PhrasingContent[], members: readonly Phrase[]) => PhrasingContent[];

const wrap: Readonly<Record<Wrapper, Wrap>> = {
  href: linked,
  strong: (children) => [{ type: "strong", children }],
  emphasis: (children) => [{ type: "emphasis", children }],
  deleted: (children) => [{ type: "delete", children }],
};

/** Blanks at the ends of a link stay outside. A link that shows its own address shows the one without tracking. */
function linked(children: PhrasingContent[], members: readonly Phrase[]): PhrasingContent[] {
  const words = wordsOf(members);
  const url = members[0]?.href ?? "";
  if (words.trim() === "") return [];
  const isAddress =
    /^(?:https?:\/\/|mailto:)\S+$/i.test(words.trim()) && linkAddress(words.trim()) === url;
  const link: PhrasingContent = {
    type: "link",
    url,
    children: isAddress ? [{ type: "text", value: url }] : trimmed(children),
  };
  return [...(/^\s/.test(words) ? [space] : []), link, ...(/\s$/.test(words) ? [space] : [])];
}

const space: PhrasingContent = { type: "text", value: " " };

function trimmed(children: readonly PhrasingContent[]): PhrasingContent[] {
  return children.map((child, index) => {
    if (child.type !== "text") return child;
    const start = index === 0 ? child.value.trimStart() : child.value;
    return { ...child, value: index === children.length - 1 ? start.trimEnd() : start };
  });
}

function leaf({ code, text }: Phrase): PhrasingContent {
  return code && text.trim() ? { type: "inlineCode", value: text } : { type: "text", value: text };
}
