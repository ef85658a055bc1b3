/**
 * Converts HTML that people paste, or that another board exports, to Markdown as posts have it: headings below the
 * page's, nested lists, tables, links without tracking; no styles, images, scripts or empty paragraphs.
 *
 * It is pure: `in-browser.ts` and `in-node.ts` parse the HTML.
 */
import type { Heading, Root, Table, TableRow } from "mdast";
import type { Info, Options, State } from "mdast-util-to-markdown";
import { defaultHandlers, toMarkdown } from "mdast-util-to-markdown";
import { blocksOf } from "./blocks.ts";
import type { HtmlNode } from "./html-node.ts";
import type { Content } from "./lists.ts";
import { limitDepth } from "./lists.ts";

/** The first level of headings in a text: those above are the page's and the file's. */
const firstLevel = 3;

/** Markdown of a parsed text. Empty if there are no words in it. */
export function markdownFrom(nodes: readonly HtmlNode[]): string {
  const root: Root = { type: "root", children: orderHeadings(limitDepth(blocksOf(nodes))) };
  return toMarkdown(root, options).trimEnd();
}

/** The highest level becomes the first, the next one the second, and so on. */
function orderHeadings(blocks: readonly Content[]): Content[] {
  const isHeading = (block: Content): block is Heading => block.type === "heading";
  const depths = [...new Set(blocks.filter(isHeading).map(({ depth }) => depth))].toSorted();
  const level = (depth: Heading["depth"]) => Math.min(firstLevel + depths.indexOf(depth), 6);
  return blocks.map((block) =>
    isHeading(block) ? { ...block, depth: level(block.depth) as Heading["depth"] } : block,
  );
}

const options: Options = {
  bullet: "-",
  rule: "-",
  listItemIndent: "one",
  incrementListMarker: true,
  // Text on the next line would be a row of the table, also in a list.
  join: [({ type }) => (type === "table" ? 1 : undefined)],
  unsafe: [{ character: "~", after: "~", inConstruct: "phrasing" }],
  handlers: {
    delete: ({ children }, _, state, info) =>
      `~~${state.containerPhrasing({ type: "paragraph", children }, info)}~~`,
    link: (node, parent, state, info) =>
      defaultHandlers.link(node, parent, state, info).replace(/\]\(\S*\)$/, withoutNeedlessEscapes),
    table: ({ children }: Table, _, state, info) => tableText(children, state, info),
    text: (node, parent, state, info) =>
      withoutNeedlessEscapes(defaultHandlers.text(node, parent, state, info)),
  },
};

/** The first row is the header. */
function tableText(rows: readonly TableRow[], state: State, info: Info): string {
  const lines = rows.map(({ children }) => {
    const cells = children.map((cell) =>
      state.containerPhrasing(cell, info).replaceAll("|", "\\|"),
    );
    return `| ${cells.join(" | ")} |`;
  });
  const columns = rows[0]?.children.length ?? 0;
  return lines.toSpliced(1, 0, `|${" - |".repeat(columns)}`).join("\n");
}

/** The writer escapes signs wherever they may have a meaning; these have none where they are. */
function withoutNeedlessEscapes(text: string): string {
  return text
    .replace(/\\&(?!#?\w{1,31};)/g, "&")
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, "_")
    .replace(/\\\[(?=[^[\]\n]*\](?![[(:]))/g, "[");
}
