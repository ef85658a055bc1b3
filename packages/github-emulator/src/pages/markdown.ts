/** Renders comments. Anybody can write them, so there is almost no HTML, no images, and only plain links. */
import { raw } from "hono/html";
import MarkdownIt from "markdown-it";
import type { Html } from "./layout.ts";

const markdown = new MarkdownIt("commonmark", { html: true }).enable(["table", "strikethrough"]);
const { escapeHtml } = markdown.utils;

/** The tags that comments may use. Any other tag is shown as text. */
const plainTags = /(<\/?(?:details|summary|br)>)/;
// Unlike markdown-it, allow addresses on this machine, and nothing but web pages and mail.
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
// Headings of a comment come below those of the page.
markdown.core.ruler.push("lower_headings", ({ tokens }) => {
  for (const token of tokens) if (token.type.startsWith("heading_")) token.tag = "h3";
});

/** Renders a comment without HTML comments, as GitHub does. */
export function comment(text: string | null | undefined): Html {
  return raw(markdown.render((text ?? "").replace(/<!--.*?-->/gs, "")));
}
