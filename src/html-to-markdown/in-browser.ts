/** Converts HTML to Markdown in a browser, with its own parser. Nothing in the HTML is loaded or run. */
import type { HtmlNode } from "./html-node.ts";
import { markdownFrom } from "./html-to-markdown.ts";

/** Markdown of an HTML text. Empty if there are no words in it. */
export function markdownFromHtml(html: string): string {
  return markdownFrom(nodesIn(new DOMParser().parseFromString(html, "text/html").body));
}

function nodesIn(parent: Node): HtmlNode[] {
  return [...parent.childNodes].flatMap((node): HtmlNode[] => {
    if (node instanceof Text) return [node.data];
    if (!(node instanceof Element)) return [];
    const attributes = new Map([...node.attributes].map(({ name, value }) => [name, value]));
    return [{ name: node.localName, attributes, children: nodesIn(node) }];
  });
}
