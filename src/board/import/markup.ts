/**
 * Turns a text of another board, whatever markup it is in, into the Markdown of posts. Boards often say that a text is in
 * one markup, and people have typed another one, so the text itself is looked at.
 */
import MarkdownIt from "markdown-it";
import { imports as words } from "#words/import.ts";
import { tidyMarkdown } from "../form/pasted-text.ts";
import { tidyCharacters } from "../job/characters.ts";
import type { Note } from "./note.ts";
import { dropped, repaired } from "./note.ts";
import { bareText, decodeEntities } from "./plain-text.ts";

/** Converts HTML to Markdown. Browsers and Node have a parser each, so the converter is passed in. */
export type Convert = (html: string) => string;

/** A text and what is known of its markup. */
export type MarkedUp = {
  text: string;
  /** What it is said to be. */
  markup?: "html" | "markdown" | "restructuredtext" | "plain" | undefined;
  /** The HTML that the other board made of it, if that is known. */
  rendered?: string | undefined;
};

type Section = "description" | "requirements" | "company_description";

const blockTag = /<\/?(?:p|ul|ol|li|br|div|h[1-6]|table)(?:\s[^<>]*)?\/?>/i;
const anyTag =
  /<\/?(?:p|ul|ol|li|br|div|h[1-6]|table|b|i|em|strong|a|span|u|font)(?:\s[^<>]*)?\/?>/i;

const renderer = new MarkdownIt("default", { html: false, linkify: false });
const tagRenderer = new MarkdownIt("default", { html: true, linkify: false });

/** The Markdown of a text, as it stands in a section of a post. */
export function readMarkup(
  given: MarkedUp,
  section: Section,
  convert: Convert,
): { markdown: string; notes: Note[] } {
  const text = tidyCharacters(given.text.replace(/\r\n?/g, "\n"));
  if (text.trim() === "" && !given.rendered?.trim()) return { markdown: "", notes: [] };
  const { html, note } = htmlOf({ ...given, text }, section);
  const markdown = withoutOwnHeading(tidyMarkdown(convert(html)), section);
  return { markdown, notes: [...(note ? [note] : []), ...lossesOf(html, section)] };
}

function htmlOf(given: MarkedUp, section: Section): { html: string; note?: Note } {
  const { text, markup, rendered = "" } = given;
  const otherwise = (html: string, read: string) =>
    markup === undefined || read === markup
      ? { html }
      : { html, note: repaired(section, words.otherMarkup(markup, read)) };
  if (isEncoded(text)) return otherwise(decodeEntities(text), "html");
  if (blockTag.test(text)) return otherwise(withParagraphs(text), "html");
  if (markup === "html" && anyTag.test(text)) return { html: withParagraphs(text) };
  if (markup === "markdown" || markup === undefined) {
    return { html: rendered.trim() ? rendered : renderMarkup(text) };
  }
  if (markup !== "plain" && looksLikeMarkdown(text)) {
    return otherwise(renderMarkup(text), "markdown");
  }
  if (!rendered.trim()) return { html: renderMarkup(text) };
  return { html: markup === "restructuredtext" ? fromDocutils(rendered, text, section) : rendered };
}

/** Whether it is HTML that was encoded once more. */
function isEncoded(text: string): boolean {
  return (
    !/<[a-z/]/i.test(text) && /&lt;\/?(?:p|ul|li|br|div|h[1-6]|strong|b)\b[^<>]*?&gt;/i.test(text)
  );
}

/** Some type tags only for lists, and empty lines for paragraphs. */
function withParagraphs(html: string): string {
  return /<(?:p|br|div)\b/i.test(html) ? html : html.replace(/\n\s*\n/g, "\n<p>\n");
}

/** As people mean it: a heading without a blank behind its sign, and a new paragraph on the line below a list. */
function renderMarkup(text: string): string {
  const spaced = text
    .replace(/^(#{1,6})(?=[\p{Lu}\d])/gmu, "$1 ")
    .replace(/^((?:[-*•]|\d+[.)]) .{1,60})\n(?=[\p{Lu}[])/gmu, "$1\n\n");
  return (anyTag.test(text) ? tagRenderer : renderer).render(tidyMarkdown(spaced));
}

const signsOfMarkdown = [
  /^#{1,6}\s*\p{L}/mu,
  /\[[^\]\n]+\]\(https?:/,
  /^```/m,
  // A list without an empty line before it, which only Markdown reads as a list.
  /^(?![-*•\s])(?=.*[\p{L}\p{N}]).+\n[-*] \S/mu,
  /^(?!\d+[.)])(?=.*\p{L}).+\n1[.)] \S/mu,
];

function looksLikeMarkdown(text: string): boolean {
  return signsOfMarkdown.some((sign) => sign.test(text));
}

/** Without the messages and accidents of docutils, and with the heading that it takes for the title of a document. */
function fromDocutils(rendered: string, text: string, section: Section): string {
  const html = rendered
    .replace(/<div class="system-message"[^>]*>[\s\S]*?<\/div>/g, "")
    .replace(/<\/?blockquote[^>]*>/g, (tag) => tag.replace("blockquote", "div"));
  const [, title = ""] =
    /^\s*(?:[=\-~^"#*+]{3,}\n)?[ ]?(\S.*)\n([=\-~^"#*+])\2{2,}\s*\n/.exec(text) ?? [];
  const isLost =
    bareText(title) !== "" && !bareText(html.replace(/<[^>]*>/g, " ")).includes(bareText(title));
  return isLost && !isNameOf(section, title) ? `<h2>${escapeHtml(title)}</h2>${html}` : html;
}

function escapeHtml(text: string): string {
  return renderer.utils.escapeHtml(text);
}

function lossesOf(html: string, section: Section): Note[] {
  const images = html.match(/<img\b/gi)?.length ?? 0;
  const links = [...html.matchAll(/<a\b[^>]*\bhref\s*=\s*["']?\s*([a-z][a-z0-9+.-]*):/gi)]
    .map(([, scheme = ""]) => scheme.toLowerCase())
    .filter((scheme) => !/^(?:https?|mailto)$/.test(scheme));
  const scripts = html.match(/<(?:script|style|iframe|object|embed)\b/gi)?.length ?? 0;
  return [
    ...(images > 0 ? [dropped(section, words.imagesDropped(images))] : []),
    ...(links.length > 0 ? [dropped(section, words.linksDropped(links))] : []),
    ...(scripts > 0 ? [dropped(section, words.scriptsDropped(scripts))] : []),
  ];
}

const names: Readonly<Record<Section, RegExp>> = {
  description: /^(?:job )?(?:description|summary)(?: of the (?:job|role|position))?$/,
  requirements: /^(?:job )?requirements$/,
  company_description:
    /^(?:about (?:us|the company|our company)|company(?: (?:description|profile))?|the company)$/,
};

function isNameOf(section: Section, heading: string): boolean {
  return names[section].test(bareText(heading));
}

/** A heading that only repeats the name of its section says nothing. */
function withoutOwnHeading(markdown: string, section: Section): string {
  const [line, heading, bold] = /^\s*(?:#{1,6} (.+)|\*\*(.+)\*\*:?)(?:\n+|$)/.exec(markdown) ?? [];
  const title = heading ?? bold;
  return line && title && isNameOf(section, title) ? markdown.slice(line.length) : markdown;
}
