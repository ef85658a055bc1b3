/** Paragraphs, headings, lists, quotes, code and tables: from HTML to Markdown's tree. */
import type { BlockContent, PhrasingContent, Table, TableRow } from "mdast";
import type { ListMark } from "../board/form/list-marks.ts";
import { findListMarks, ListLevels } from "../board/form/list-marks.ts";
import { tidyCharacters } from "../board/job/characters.ts";
import type { HtmlElement, HtmlNode } from "./html-node.ts";
import { hasBlock, isBlock, isDropped, stylesOf, textOf } from "./html-node.ts";
import type { Content, Entry } from "./lists.ts";
import { replaceRows, withLists } from "./lists.ts";
import type { Phrase } from "./phrases.ts";
import { linesOf, phrasesOf, phrasing, withoutStart, wordsOf } from "./phrases.ts";

/** Lines that line breaks separate, before it is known which are entries of a list. */
type Lines = { type: "lines"; lines: Phrase[][] };

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

/** Word on the web writes each entry as a list of its own, and says how deep it is. */
function levelOf({ attributes }: HtmlElement, level: number): number {
  const stated = Number(attributes.get("data-aria-level") ?? Number.NaN);
  return Number.isInteger(stated) ? stated - 1 : level;
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
  const value = tidyCharacters(textOf(element)).replace(/^\n+|\s+$/g, "");
  return value ? [{ type: "code", value }] : [];
}

/** Tables that only place things on the page are read cell after cell, so that nothing in them is lost. */
function table(element: HtmlElement): Part[] {
  const rows = rowsOf(element);
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

/** Makes lists of lines that begin with typed bullets or numbers, and paragraphs of all others. */
function withTypedLists(parts: readonly Part[]): (Content | Entry)[] {
  return replaceRows(parts, (part): part is Lines => part.type === "lines", typedLists);
}

function typedLists(row: readonly Lines[]): (Content | Entry)[] {
  const marks = findListMarks(row.flatMap(({ lines }) => lines.map(wordsOf)));
  const made: (Content | Entry)[] = [];
  let levels = new ListLevels();
  let index = 0;
  for (const { lines } of row) {
    for (const group of grouped(lines, marks.slice(index, index + lines.length))) {
      const { mark, words } = group;
      if (!mark) levels = new ListLevels();
      made.push(
        mark ? typedEntry(mark, words, levels) : paragraph({ type: "lines", lines: words }),
      );
    }
    index += lines.length;
  }
  return made;
}

type Group = { mark: ListMark | undefined; words: Phrase[][] };

/** The lines of each entry, and those between the entries of lists. */
function grouped(lines: readonly Phrase[][], marks: readonly (ListMark | undefined)[]): Group[] {
  const groups: Group[] = [];
  for (const [index, line] of lines.entries()) {
    const last = groups.at(-1);
    const mark = marks[index];
    const goesOn = last?.mark ? isWrapped(line, lines[index - 1] ?? []) : true;
    if (last && !mark && goesOn) last.words.push(line);
    else groups.push({ mark, words: [line] });
  }
  return groups;
}

/** A line at least this long may have been wrapped by a PDF viewer. */
const fullLine = 60;

function isWrapped(line: readonly Phrase[], before: readonly Phrase[]): boolean {
  const words = wordsOf(line);
  return !words.endsWith(":") && (/^\p{Ll}/u.test(words) || wordsOf(before).length >= fullLine);
}

function typedEntry(mark: ListMark, lines: readonly Phrase[][], levels: ListLevels): Entry {
  const line = withoutStart(joined(lines), mark.width);
  const children = [paragraph({ type: "lines", lines: [line] })];
  return { type: "entry", level: levels.next(0, mark.kind), number: mark.number, children };
}

/** Several lines as one. */
function joined(lines: readonly Phrase[][]): Phrase[] {
  return lines.flatMap((line, index) =>
    index === 0 || !line[0] ? line : [{ ...line[0], text: " " }, ...line],
  );
}

function paragraph({ lines }: Lines): Content {
  const children = lines.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? phrasing(line) : [{ type: "break" }, ...phrasing(line)],
  );
  return { type: "paragraph", children };
}
