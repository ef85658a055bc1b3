/** Converts HTML to Markdown in a browser, with its own parser. Nothing in the HTML is loaded or run. */
import type { HtmlNode } from "./html-node.ts";
import { markdownFrom } from "./html-to-markdown.ts";

/** Markdown of an HTML text. Empty if there are no words in it. */
export function markdownFromHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(hideStyles(html), "text/html");
  return markdownFrom(nodesIn(body));
}

/** Where inline styles are while the HTML is parsed. */
const hidden = "data-pasted-style";

/** The policy of the page forbids styles, and the browser would report each, although nothing is shown. */
function hideStyles(html: string): string {
  return html
    .replace(/<style\b[^>]*>.*?<\/style\s*>/gis, "")
    .replace(/<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi, (tag) =>
      tag.replace(/(?<=\s)style(?=\s*=)/gi, hidden),
    );
}

function nodesIn(parent: Node): HtmlNode[] {
  return [...parent.childNodes].flatMap((node): HtmlNode[] => {
    if (node instanceof Text) return [node.data];
    if (!(node instanceof Element)) return [];
    const attributes = new Map(
      [...node.attributes].map(({ name, value }) => [name === hidden ? "style" : name, value]),
    );
    return [{ name: node.localName, attributes, children: nodesIn(node) }];
  });
}
