/** Lines that begin with typed bullets or numbers: from lines to entries of lists, and to paragraphs. */
import type { PhrasingContent } from "mdast";
import type { ListMark } from "../board/form/list-marks.ts";
import { entriesOnLine, findListMarks, isLoneMark, ListLevels } from "../board/form/list-marks.ts";
import type { Content, Entry } from "./lists.ts";
import { replaceRows } from "./lists.ts";
import type { Phrase } from "./phrases.ts";
import { phrasing, withoutStart, wordsOf } from "./phrases.ts";

/** Lines that line breaks separate, before it is known which are entries of a list. */
export type Lines = { type: "lines"; lines: Phrase[][] };

/** Makes lists of lines that begin with typed bullets or numbers, and paragraphs of all others. */
export function withTypedLists(parts: readonly (Content | Entry | Lines)[]): (Content | Entry)[] {
  return replaceRows(
    parts,
    (part): part is Lines => part.type === "lines",
    (row) => typedLists(withMarksBeside(row)),
  );
}

/** Puts bullets that stand alone, as in PDF viewers, on the line of the words after them. */
function withMarksBeside(row: readonly Lines[]): Lines[] {
  let mark: Phrase[] = [];
  return row.flatMap(({ lines }, index): Lines[] => {
    const whole = lines.flatMap(entriesOf).flatMap((line, at, all) => {
      const isLast = index === row.length - 1 && at === all.length - 1;
      const marked = joined([mark, line].filter(({ length }) => length > 0));
      const isLone = mark.length === 0 && isLoneMark(wordsOf(line)) && !isLast;
      mark = isLone ? line : [];
      return isLone ? [] : [marked];
    });
    return whole.length > 0 ? [{ type: "lines", lines: whole }] : [];
  });
}

/** The entries of a list on one line. */
function entriesOf(line: Phrase[]): Phrase[][] {
  const [phrase, ...others] = line;
  if (!phrase || others.length > 0) return [line];
  return entriesOnLine(phrase.text).map((text) => [{ ...phrase, text }]);
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
export function joined(lines: readonly Phrase[][]): Phrase[] {
  return lines.flatMap((line, index) =>
    index === 0 || !line[0] ? line : [{ ...line[0], text: " " }, ...line],
  );
}

export function paragraph({ lines }: Lines): Content {
  const children = lines.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? phrasing(line) : [{ type: "break" }, ...phrasing(line)],
  );
  return { type: "paragraph", children };
}
