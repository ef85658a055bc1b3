/** Paragraphs, headings, lists, quotes, code and tables: from HTML to Markdown's tree. */
import type { BlockContent, PhrasingContent, Table, TableRow } from "mdast";
import { tidyCharacters } from "../board/job/characters.ts";
import type { HtmlElement, HtmlNode } from "./html-node.ts";
import { hasBlock, isBlock, isDropped, stylesOf, textOf } from "./html-node.ts";
import type { Content, Entry } from "./lists.ts";
import { withLists } from "./lists.ts";
import type { Phrase } from "./phrases.ts";
import { linesOf, phrasesOf, phrasing, wordsOf } from "./phrases.ts";
import type { Lines } from "./typed-lists.ts";
import { joined, paragraph, withTypedLists } from "./typed-lists.ts";

type Part = Content | Entry | Lines;

/** The blocks of nodes, from outermost to innermost. */
export function blocksOf(nodes: readonly HtmlNode[]): Content[] {
  return withLists(withTypedLists(partsOf(nodes)));
}

/** Inline nodes between blocks are paragraphs. */
function partsOf(nodes: readonly HtmlNode[]): Part[] {
  const parts: Part[] = [];
  let run: HtmlNode[] = [];
  const endRun = () => {
    parts.push(...paragraphs(phrasesOf(run)));
    run = [];
  };
  for (const node of nodes) {
    if (typeof node === "string" || !(isBlock(node) || hasBlock(node))) run.push(node);
    else if (!isDropped(node)) {
      endRun();
      parts.push(...partsOfBlock(node));
    }
  }
  endRun();
  return parts;
}

/** Empty lines separate paragraphs. */
function paragraphs(phrases: readonly Phrase[]): Lines[] {
  const found: Lines[] = [];
  let lines: Phrase[][] = [];
  for (const line of [...linesOf(phrases), []]) {
    if (line.length > 0) lines.push(line);
    else if (lines.length > 0) {
      found.push({ type: "lines", lines });
      lines = [];
    }
  }
  return found;
}

function partsOfBlock(element: HtmlElement): Part[] {
  const { name, children } = element;
  const rank = headingRank(element);
  if (rank !== undefined) return heading(element, rank);
  const wordEntry = entryOfWord(element);
  if (wordEntry) return [wordEntry];
  switch (name) {
    case "ul":
    case "ol":
    case "menu":
    case "dir":
      return entriesOf(element, 0);
    // Without a list around it.
    case "li":
      return entry(children, levelOf(element, 0), undefined);
    case "blockquote":
      return quote(element);
    case "pre":
    case "listing":
    case "xmp":
      return codeBlock(element);
    case "table":
      return table(element);
    case "hr":
      return [{ type: "thematicBreak" }];
    case "dt":
    case "summary":
    case "legend":
    case "caption":
      return hasBlock(element) ? partsOf(children) : paragraphs(bold(phrasesOf(children)));
    default:
      return partsOf(children);
  }
}

function bold(phrases: readonly Phrase[]): Phrase[] {
  return phrases.map((phrase) => ({ ...phrase, strong: true }));
}

/** The longest heading. Whole paragraphs in large letters are not meant as headings. */
const longestHeading = 160;

function headingRank({ name, attributes }: HtmlElement): number | undefined {
  const [, rank] = /^h([1-6])$/.exec(name) ?? [];
  if (rank) return Number(rank);
  if (attributes.get("role") === "heading") return Number(attributes.get("aria-level")) || 2;
  const classes = (attributes.get("class") ?? "").split(/\s+/);
  return name === "p" && classes.includes("MsoTitle") ? 1 : undefined;
}

function heading(element: HtmlElement, rank: number): Part[] {
  const parts = partsOf(element.children);
  const [first] = parts;
  if (parts.length !== 1 || first?.type !== "lines") return parts;
  const phrases = joined(first.lines);
  if (wordsOf(phrases).length > longestHeading) return parts;
  // A heading is bold as it is.
  const plain = phrases.map((phrase) => ({ ...phrase, strong: false, emphasis: false }));
  return [
    { type: "heading", depth: Math.min(Math.max(rank, 1), 6) as 1, children: phrasing(plain) },
  ];
}

/** Entries of a list, also of one in another list without an entry around it, as in Google Docs. */
function entriesOf({ name, attributes, children }: HtmlElement, level: number): Entry[] {
  const entries: Entry[] = [];
  let next = Number(attributes.get("start") ?? 1);
  for (const child of children) {
    const number = name === "ol" ? next : undefined;
    if (typeof child === "string") entries.push(...entry([child], level, number));
    else if (/^(?:ul|ol|menu|dir)$/.test(child.name)) entries.push(...entriesOf(child, level + 1));
    else if (child.name === "li") {
      const own = entry(child.children, levelOf(child, level), number);
      next += own.length;
      entries.push(...own);
    } else entries.push(...entry([child], level, number));
  }
  return entries;
}

/** Word on the web writes each entry as a list of its own, as Slack does with each level, and says how deep it is. */
function levelOf({ attributes }: HtmlElement, level: number): number {
  const [fromOne, fromZero] = ["data-aria-level", "data-stringify-indent"].map((name) =>
    Number(attributes.get(name) ?? Number.NaN),
  );
  const stated = [Number(fromOne) - 1, Number(fromZero)].find(Number.isInteger);
  return stated ?? level;
}

/** None if there are no words in it. */
function entry(nodes: readonly HtmlNode[], level: number, number: number | undefined): Entry[] {
  const children = withoutMark(blocksOf(nodes)).map(asEntryContent);
  return children.length > 0 ? [{ type: "entry", level, number, children }] : [];
}

/** In a list, a heading is bold text. */
function asEntryContent(block: Content): Content {
  if (block.type !== "heading") return block;
  return { type: "paragraph", children: [{ type: "strong", children: block.children }] };
}

/** Some lists have a typed bullet in each entry, too: the list in it is the entry. */
function withoutMark(blocks: Content[]): Content[] {
  const [first, ...rest] = blocks;
  if (first?.type !== "list" || first.children.length !== 1 || rest.length > 0) return blocks;
  return first.children.flatMap(({ children }) => children as Content[]);
}

/**
 * A list paragraph of Word, which writes no lists: `<p style="mso-list:l0 level2 lfo1">`, with the bullet or number
 * in a `<span style="mso-list:Ignore">`.
 */
function entryOfWord(element: HtmlElement): Entry | undefined {
  const [, level] = /\blevel(\d)/.exec(stylesOf(element).get("mso-list") ?? "") ?? [];
  if (level === undefined || hasBlock(element)) return undefined;
  const mark = markOfWord(element.children)?.trim() ?? "";
  const children = withLists(
    paragraphs(phrasesOf(withoutWordMark(element.children))).map(paragraph),
  );
  if (children.length === 0) return undefined;
  return { type: "entry", level: Number(level) - 1, number: numberOf(mark), children };
}

/** Markdown has no lists with letters or Roman numbers, so those are counted from 1. */
function numberOf(mark: string): number | undefined {
  const [, digits] = /^\(?(?:\d+\.)*(\d+)[.)]?$/.exec(mark) ?? [];
  if (digits) return Number(digits);
  return /^\(?[a-z]{1,4}[.)]$/i.test(mark) ? 1 : undefined;
}

function isWordMark(node: HtmlNode): boolean {
  return typeof node !== "string" && stylesOf(node).get("mso-list") === "ignore";
}

function markOfWord(nodes: readonly HtmlNode[]): string | undefined {
  for (const node of nodes) {
    if (typeof node === "string") continue;
    const mark = isWordMark(node) ? textOf(node) : markOfWord(node.children);
    if (mark !== undefined) return mark.replace(/\u00a0/g, " ");
  }
  return undefined;
}

function withoutWordMark(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes
    .filter((node) => !isWordMark(node))
    .map((node) =>
      typeof node === "string" ? node : { ...node, children: withoutWordMark(node.children) },
    );
}

/** Mail programs write an indentation as a quote. */
function quote(element: HtmlElement): Part[] {
  const isIndented = [...stylesOf(element).keys()].some((name) => name.startsWith("margin"));
  if (isIndented) return partsOf(element.children);
  const children = blocksOf(element.children).flatMap((block) =>
    block.type === "blockquote" ? block.children : [block],
  );
  return children.length > 0 ? [{ type: "blockquote", children: children as BlockContent[] }] : [];
}

function codeBlock(element: HtmlElement): Part[] {
  const value = tidyCharacters(codeOf(element)).replace(/^\n+|\s+$/g, "");
  return value ? [{ type: "code", value }] : [];
}

/** The words of code as they are, with blocks in it on lines of their own, and without buttons such as “Copy”. */
function codeOf({ children }: HtmlElement): string {
  let code = "";
  let isEnded = false;
  for (const child of children) {
    const isElement = typeof child !== "string";
    if (isElement && isDropped(child)) continue;
    const part = isElement && child.children.length > 0 ? codeOf(child) : textOf(child);
    const isLine = isElement && isBlock(child);
    if (code && part && (isLine || isEnded) && !code.endsWith("\n")) code += "\n";
    code += part;
    isEnded = isLine;
  }
  return code;
}

/** Tables that only place things on the page are read cell after cell, so that nothing in them is lost. */
function table(element: HtmlElement): Part[] {
  const rows = spreadDown(rowsOf(element));
  const caption = element.children.filter(
    (child) => typeof child !== "string" && child.name === "caption",
  );
  const contents = rows.map((row) => row.map(({ children }) => blocksOf(children)));
  const filled = contents.filter((row) => row.some((cell) => cell.length > 0));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const isLayout =
    /^(?:presentation|none)$/.test(element.attributes.get("role") ?? "") ||
    width < 2 ||
    filled.length < 2 ||
    filled.flat(2).some(({ type }) => type !== "paragraph");
  if (isLayout)
    return [...partsOf(caption), ...rows.flat().flatMap(({ children }) => partsOf(children))];
  const data: Table = {
    type: "table",
    children: filled.map(
      (row, index): TableRow => ({
        type: "tableRow",
        children: Array.from({ length: width }, (_, column) => ({
          type: "tableCell",
          children:
            index === 0 ? plainOf(cellContent(row[column] ?? [])) : cellContent(row[column] ?? []),
        })),
      }),
    ),
  };
  return [...partsOf(caption), data];
}

function rowsOf(element: HtmlElement): HtmlElement[][] {
  return element.children.flatMap((child) => {
    if (typeof child === "string" || isDropped(child)) return [];
    if (/^(?:thead|tbody|tfoot)$/.test(child.name)) return rowsOf(child);
    if (child.name !== "tr") return [];
    return [child.children.flatMap((cell) => (isCell(cell) ? spread(cell) : []))];
  });
}

function isCell(node: HtmlNode): node is HtmlElement {
  return typeof node !== "string" && /^t[dh]$/.test(node.name) && !isDropped(node);
}

/** A cell that spans several columns, followed by an empty one for each of the others. */
function spread(cell: HtmlElement): HtmlElement[] {
  const columns = Math.min(Number(cell.attributes.get("colspan")) || 1, 20);
  return [cell, ...Array.from({ length: columns - 1 }, () => ({ ...cell, children: [] }))];
}

/** Below a cell that spans several rows, an empty one in each of the others. */
function spreadDown(rows: readonly HtmlElement[][]): HtmlElement[][] {
  /** How many rows the cell of each column still spans. */
  const spanned: number[] = [];
  return rows.map((row) => {
    const cells = [...row];
    const spread: HtmlElement[] = [];
    for (let column = 0; cells.length > 0 || column < spanned.length; column += 1) {
      const isSpanned = (spanned[column] ?? 0) > 0;
      const cell = isSpanned ? emptyCell : cells.shift();
      const rowCount = Math.min(Number(cell?.attributes.get("rowspan")) || 1, 100);
      spanned[column] = (isSpanned ? (spanned[column] ?? 0) : rowCount) - 1;
      if (cell) spread.push(cell);
    }
    return spread;
  });
}

const emptyCell: HtmlElement = { name: "td", attributes: new Map(), children: [] };

/** A cell has one line in Markdown. */
function cellContent(blocks: readonly Content[]): PhrasingContent[] {
  return blocks.flatMap((block, index) => {
    if (block.type !== "paragraph") return [];
    const own = block.children.map(
      (child): PhrasingContent => (child.type === "break" ? { type: "text", value: " " } : child),
    );
    return index === 0 ? own : [{ type: "text", value: " " } as const, ...own];
  });
}

/** Cells of the header are bold as they are. */
function plainOf(content: PhrasingContent[]): PhrasingContent[] {
  return content.flatMap((child) => (child.type === "strong" ? child.children : [child]));
}
