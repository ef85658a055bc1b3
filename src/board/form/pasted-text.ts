/** Cleans up text pasted from word processors. */
import MarkdownIt from "markdown-it";
import { deepBlocks } from "../job/deep-blocks.ts";
import type { ListMark } from "./list-marks.ts";
import { entriesOnLine, findListMarks, isLoneMark, ListLevels } from "./list-marks.ts";

const parser = new MarkdownIt("commonmark", { html: false });
// Only the positions of blocks are needed.
parser.core.ruler.enableOnly(["normalize", "block"]);
parser.use(deepBlocks);

/** A line that leads to a list below it. */
const leadIn = /:[*_]*\\?$/;

/** Collapses several empty lines into one, and turns typed list marks into Markdown's. Code stays as it is. */
export function tidyMarkdown(text: string): string {
  const code = codeLines(text);
  const lines = text.split("\n").map((line, index) => ({ line, isCode: code.has(index) }));
  return withoutDoubleBlanks(withLists(withMarksBeside(lines.flatMap(apart))))
    .map(({ line }) => line)
    .join("\n");
}

type Line = { line: string; isCode: boolean };

function apart({ line, isCode }: Line): Line[] {
  return isCode
    ? [{ line, isCode }]
    : entriesOnLine(line).map((entry) => ({ line: entry, isCode }));
}

/** Puts bullets that stand alone on the line of the words after them. */
function withMarksBeside(lines: readonly Line[]): Line[] {
  const written: Line[] = [];
  for (const line of lines) {
    const mark = written.at(-1);
    const isAlone = mark && !mark.isCode && isLoneMark(mark.line);
    if (!isAlone || line.isCode || isLoneMark(line.line)) written.push({ ...line });
    else if (line.line.trim() !== "") mark.line = `${mark.line.trimEnd()} ${line.line.trim()}`;
  }
  return written;
}

function withoutDoubleBlanks(lines: readonly Line[]): Line[] {
  return lines.flatMap(({ line, isCode }, index) => {
    if (isCode || line.trim() !== "") return [{ line, isCode }];
    const before = lines[index - 1];
    const isFirst = !before || before.isCode || before.line.trim() !== "";
    return isFirst ? [{ line: "", isCode }] : [];
  });
}

function withLists(lines: readonly Line[]): Line[] {
  const marks = findListMarks(lines.map(wordsIn));
  const written: Line[] = [];
  let list = new ListWriter();
  for (const [index, line] of lines.entries()) {
    const mark = marks[index];
    if (mark) {
      writeEntry(list, line, mark, written);
      continue;
    }
    const isBelowEntry = marks[index - 1] !== undefined;
    const leadsOn = marks[index + 1] !== undefined && leadIn.test(line.line.trimEnd());
    // Otherwise it would be read as part of the entry above it.
    if (leadsOn && isBelowEntry) written.push({ line: "", isCode: false });
    if (leadsOn || !isBelowEntry) list = new ListWriter();
    written.push({ ...line });
  }
  return written;
}

function writeEntry(list: ListWriter, { line }: Line, mark: ListMark, written: Line[]): void {
  const isFirst = list.isEmpty;
  const entry = list.write(line, mark);
  if (entry !== line) endParagraph(written, isFirst && (mark.number ?? 1) !== 1);
  written.push({ line: entry, isCode: false });
}

function wordsIn({ line, isCode }: Line): string {
  return isCode ? "" : line;
}

/**
 * Prepares for a list after the last line.
 *
 * @param isApart whether Markdown needs an empty line, as before a list that does not begin with 1
 */
function endParagraph(written: Line[], isApart: boolean): void {
  const last = written.at(-1);
  if (!last || last.isCode || last.line.trim() === "") return;
  // The editor ends a line within a paragraph with a backslash, which would be visible before a list.
  last.line = last.line.replace(/\\$/, "");
  if (isApart) written.push({ line: "", isCode: false });
}

/** Writes the entries of one list after another. */
class ListWriter {
  readonly #levels = new ListLevels();
  /** Where the words of the entry at each level begin. */
  readonly #columns: number[] = [];

  get isEmpty(): boolean {
    return this.#columns.length === 0;
  }

  write(line: string, { kind, number, width }: ListMark): string {
    const indentation = /^\s*/.exec(line)?.[0] ?? "";
    const indent = [...indentation].reduce((sum, sign) => sum + (sign === "\t" ? 4 : 1), 0);
    this.#columns.length = this.#levels.next(indent, kind);
    const isMarkdown = /^\s*(?:[-*+]|\d+[.)])\s/.test(line);
    const column = this.#columns.at(-1) ?? 0;
    const sign = number === undefined ? "-" : `${number}.`;
    this.#columns.push((isMarkdown ? indent : column) + sign.length + 1);
    return isMarkdown
      ? line
      : `${" ".repeat(column)}${sign} ${line.slice(indentation.length + width)}`;
  }
}

/** The lines of code blocks, counted from 0. Indented list marks of word processors are no code. */
function codeLines(text: string): ReadonlySet<number> {
  const lines = text.split("\n");
  const blocks = parser.parse(text, {}).flatMap(({ type, map }) => {
    const [from = 0, to = 0] = map ?? [];
    if (type === "fence") return [[from, to] as const];
    return type === "code_block" && !isTypedList(lines.slice(from, to))
      ? [[from, to] as const]
      : [];
  });
  return new Set(
    blocks.flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index)),
  );
}

/** Whether all lines begin with signs that only word processors use. */
function isTypedList(lines: readonly string[]): boolean {
  const marks = findListMarks(lines);
  return lines.every((line, index) => !line.trim() || isSign(marks[index]));
}

/** Emoji and letters, which stay as part of the words, are no signs. */
function isSign(mark: ListMark | undefined): boolean {
  return mark !== undefined && mark.width > 0 && !["dash", "star", "number"].includes(mark.kind);
}
