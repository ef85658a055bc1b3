/**
 * Renders a post's Markdown as HTML. The text is from strangers: no raw HTML, no images, links only to ordinary
 * web and mail addresses. Anything else stays visible as text.
 */
import MarkdownIt from "markdown-it";
import { language } from "#words/language.ts";
import { spellOutRefused } from "../job/characters.ts";
import { deepBlocks } from "../job/deep-blocks.ts";
import { isMailAddress } from "../job/mail-address.ts";
import { refuseWebAddress } from "../job/web-address.ts";
import { bareLinks } from "./bare-links.ts";
import { listNumbers } from "./list-numbers.ts";
import { wholeRows } from "./whole-rows.ts";

export type Tokens = ReturnType<MarkdownIt["parse"]>;

/** Level of the page's heading above the text. */
const headingAbove = 2;

// Up to 20 levels of nesting, as in the CommonMark preset. The default is 100, each of which one line can continue.
const markdown = new MarkdownIt("commonmark", { html: false });
markdown.enable(["table", "strikethrough"]);

// Only addresses with http:// or https:// become links: guessing them from words like `example.py` is noise.
markdown.use(bareLinks);

markdown.use(deepBlocks);
markdown.use(wholeRows);
markdown.use(listNumbers);

// Shown as written: decoding `%00` or `%E2%80%AE` would insert characters that posts may not contain.
markdown.normalizeLinkText = (address) => address;

// A plain address only: `mailto:a@b.example?bcc=…&body=…` writes a mail in the reader's name.
markdown.validateLink = (address) =>
  /^mailto:/i.test(address)
    ? isMailAddress(address.slice("mailto:".length))
    : refuseWebAddress(address) === undefined;

/** Whether the board links to an address as a post's source has it. */
export function mayLink(address: string): boolean {
  return markdown.validateLink(markdown.normalizeLink(address));
}

markdown.core.ruler.push("order_headings", ({ tokens }) => orderHeadings(tokens));

const { rules } = markdown.renderer;

/** Escapes plain text for an element or a quoted attribute. */
export const { escapeHtml } = markdown.utils;

/** The character of an HTML entity, such as `&eacute;`. Other text comes back as it is. */
export const decodeEntity = markdown.utils.unescapeAll;

// https://developers.google.com/search/docs/crawling-indexing/qualify-outbound-links
const linkRelation = "nofollow ugc noopener";

rules.link_open = (tokens, index, options, _env, renderer) => {
  const link = tokens[index];
  // `[words]()` has no address to check. Links do not nest, so the next closing token is its own.
  if (!link?.attrGet("href")) {
    const end = tokens.slice(index).find(({ type }) => type === "link_close");
    for (const token of [link, end]) if (token) token.hidden = true;
  }
  link?.attrSet("rel", linkRelation);
  return renderer.renderToken(tokens, index, options);
};
// Browsers would break “UTC-8” after the hyphen.
rules.text = (tokens, index) =>
  escapeHtml(tokens[index]?.content ?? "").replace(
    /(?<![\p{L}\p{N}-])\p{Lu}{2,5}[-+−]\d{1,2}(?::\d\d)?(?![\p{L}\p{N}-])/gu,
    '<span class="whole">$&</span>',
  );
// A link, so that nothing is loaded and nothing is lost; within a link, which cannot have another, as text.
rules.image = (tokens, index) => {
  const image = tokens[index];
  const address = escapeHtml(image?.attrGet("src") ?? "");
  const [text, title] = [image?.content, image?.attrGet("title")].filter(Boolean);
  const words = escapeHtml(title ? `${text} (${title})` : (text ?? ""));
  if (!address) return words;
  if (isInLink(tokens, index)) return words ? `${words} (${address})` : address;
  return `<a href="${address}" rel="${linkRelation}">${words || address}</a>`;
};
// What scrolls sideways must be reachable by keyboard (WCAG 2.1.1).
const codeBlock = (tokens: Tokens, index: number) =>
  `<pre tabindex="0"><code>${escapeHtml(tokens[index]?.content ?? "")}</code></pre>\n`;
rules.fence = codeBlock;
rules.code_block = codeBlock;
rules.table_open = () =>
  '<div class="table" tabindex="0" role="group" aria-label="Table"><table>\n';
rules.table_close = () => "</table></div>\n";
// Classes instead of the `style` attributes that pages forbid (see content-security-policy.ts).
const cellOpen: NonNullable<(typeof rules)[string]> = (tokens, index, options, _env, renderer) => {
  const token = tokens[index];
  const alignment = /^text-align:(left|center|right)$/.exec(token?.attrGet("style") ?? "")?.[1];
  if (token) token.attrs = alignment ? [["class", alignment]] : null;
  return renderer.renderToken(tokens, index, options);
};
rules.th_open = cellOpen;
rules.td_open = cellOpen;

/** Whether a token is in a link with an address. Links do not nest, so the last tag before it tells. */
export function isInLink(tokens: Tokens, index: number): boolean {
  for (let at = index - 1; at >= 0; at -= 1) {
    const { type } = tokens[at] ?? {};
    if (type === "link_open") return Boolean(tokens[at]?.attrGet("href"));
    if (type === "link_close") return false;
  }
  return false;
}

/** Renders a section of a post as safe HTML. */
export function renderMarkdown(text: string): string {
  return render(text, parseMarkdown(text));
}

/**
 * Renders a section and its excerpt: its first words without markup, with an ellipsis. Both at once, because
 * parsing is expensive.
 */
export function renderWithExcerpt(
  text: string,
  maxWords: number,
): { html: string; excerpt: string } {
  const tokens = parseMarkdown(text);
  return { html: render(text, tokens), excerpt: excerptOf(text, tokens, maxWords) };
}

/** The words of one line, without markup. */
export function plainText(line: string): string {
  return excerptOf(line, parseMarkdown(line), line.length);
}

function render(text: string, tokens: Tokens): string {
  return withoutSmuggled(text, markdown.renderer.render(tokens, markdown.options, {}));
}

/** The markdown-it tokens that `renderMarkdown` renders. */
export function parseMarkdown(text: string): Tokens {
  return markdown.parse(text, {});
}

/** Tells which labels a text defines links for, as in `[label]: address`. Such lines are not shown. */
export function linkDefinitions(text: string): (label: string) => boolean {
  const environment: { references?: object } = {};
  markdown.parse(text, environment);
  const { references = {} } = environment;
  return (label) => Object.hasOwn(references, markdown.utils.normalizeReference(label));
}

/** Limit of the average word length in an excerpt, for scripts without spaces. */
const wordLength = 8;
const graphemes = new Intl.Segmenter(language, { granularity: "grapheme" });

function excerptOf(text: string, tokens: Tokens, maxWords: number): string {
  const words: string[] = [];
  for (const token of tokens) {
    const inline = token.children?.map(textOf).join("") ?? "";
    words.push(...inline.split(/\s+/).filter(Boolean));
    if (words.length > maxWords) break;
  }
  const some = words.slice(0, maxWords).join(" ");
  const short = cutAfter(some, maxWords * wordLength);
  const more = words.length > maxWords || short !== some ? " …" : "";
  return withoutSmuggled(text, short + more);
}

/** The start of a text, cut at a space or else between two grapheme clusters. */
function cutAfter(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.lastIndexOf(" ", length);
  if (end > length / 2) return text.slice(0, end);
  return text.slice(0, graphemes.segment(text).containing(length)?.index);
}

/**
 * References such as `&#x202e;` could insert characters that the job file reader rejects. They are shown as
 * their codes, in text and attributes.
 */
function withoutSmuggled(source: string, rendered: string): string {
  return source.includes("&") ? spellOutRefused(rendered) : rendered;
}

function textOf({ type, content }: Tokens[number]): string {
  return type.endsWith("break") ? " " : content;
}

/** Adjusts headings to follow the page's headings without skipping a level. */
function orderHeadings(tokens: Tokens): void {
  const outer: number[] = [];
  for (const token of tokens) {
    if (token.type !== "heading_open" && token.type !== "heading_close") continue;
    const level = Number(token.tag.slice(1));
    if (token.type === "heading_open") {
      while (outer.length > 0 && (outer.at(-1) ?? 0) >= level) outer.pop();
      outer.push(level);
    }
    token.tag = `h${Math.min(headingAbove + outer.length, 6)}`;
  }
}
