/** Converts HTML to Markdown in Node, with a parser that reads as browsers do. */
import type { DefaultTreeAdapterTypes } from "parse5";
import { parseFragment } from "parse5";
import type { HtmlNode } from "./html-node.ts";
import { markdownFrom } from "./html-to-markdown.ts";

/** Markdown of an HTML text. Empty if there are no words in it. */
export function markdownFromHtml(html: string): string {
  return markdownFrom(nodesIn(parseFragment(html)));
}

function nodesIn({ childNodes }: DefaultTreeAdapterTypes.ParentNode): HtmlNode[] {
  return childNodes.flatMap((node): HtmlNode[] => {
    if ("value" in node) return [node.value];
    if (!("tagName" in node)) return [];
    const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
    return [{ name: node.tagName, attributes, children: nodesIn(node) }];
  });
}
