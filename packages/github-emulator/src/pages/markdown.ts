/** Comments as HTML. They are written by anybody: nearly no HTML of theirs, no images, and only plain links. */
import { raw } from "hono/html";
import MarkdownIt from "markdown-it";
import type { Html } from "./layout.ts";

const markdown = new MarkdownIt("commonmark", { html: true }).enable(["table", "strikethrough"]);
const { escapeHtml } = markdown.utils;

/** The bot folds lists and breaks lines by these; whatever else looks like a tag stays text. */
const plainTags = /(<\/?(?:details|summary|br)>)/;
// Addresses on this machine are what the emulator is about, and a post's renderer would refuse them.
markdown.validateLink = (address) => /^(?:https?:\/\/|mailto:|[/#?])/i.test(address);
markdown.renderer.rules.image = (tokens, index) => escapeHtml(tokens[index]?.content ?? "");
for (const name of ["html_block", "html_inline"] as const) {
  markdown.renderer.rules[name] = (tokens, index) =>
    (tokens[index]?.content ?? "")
      .split(plainTags)
      .map((part) => (plainTags.test(part) ? part : escapeHtml(part)))
      .join("");
}
for (const name of ["fence", "code_block"] as const) {
  markdown.renderer.rules[name] = (tokens, index) =>
    `<pre tabindex="0"><code>${escapeHtml(tokens[index]?.content ?? "")}</code></pre>\n`;
}
// The page's own headings stand above those of a comment.
markdown.core.ruler.push("lower_headings", ({ tokens }) => {
  for (const token of tokens) if (token.type.startsWith("heading_")) token.tag = "h3";
});

/** A comment without the hidden marks in it, which GitHub does not show either. */
export function comment(text: string | null | undefined): Html {
  return raw(markdown.render((text ?? "").replace(/<!--.*?-->/gs, "")));
}
