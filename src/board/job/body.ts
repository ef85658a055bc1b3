/** Reads the text of a job file before its Markdown is looked at. */

import type { ProblemWords } from "#words/problems.ts";
import * as words from "#words/problems.ts";
import type { Finding } from "../problem.ts";
import { findHiddenInAddress, findRefusedCharacter, readSoftCharacters } from "./characters.ts";

export type BodyResult =
  /** `notes` says which characters were read as what they mean. */
  { ok: true; text: string; notes: Finding[] } | { ok: false; finding: Finding };

/**
 * Reads what means only one thing in a text as that thing: special line ends, invisible hints where a line may
 * break, and non-breaking spaces beside the sign of a list entry or heading. Refuses everything else that posts may
 * not contain.
 *
 * @param firstLine the line of the file at which the text starts
 */
export function readBody(body: string, firstLine: number): BodyResult {
  // Each kind of character once, with its first line.
  const notes = new Map<string, Finding>();
  const lines: string[] = [];
  for (const [index, original] of body.split("\n").entries()) {
    const at = { field: null, line: firstLine + index };
    const note = (kind: string, one: ProblemWords) =>
      notes.has(kind) || notes.set(kind, { ...at, ...one });
    const hidden = findHiddenInAddress(original);
    if (hidden) return { ok: false, finding: { ...at, ...words.hiddenCharacterInAddress(hidden) } };
    const { text, soft } = readSoftCharacters(original);
    const refused = findRefusedCharacter(text);
    if (refused) {
      const finding = { field: null, ...words.hiddenCharacterInFile({ ...refused, ...at }) };
      return { ok: false, finding };
    }
    for (const one of soft) note(one.code, words.softCharacter(one, one.endsLine));
    if (text.split("\n").some(hasOddMark)) note("mark", words.unbreakableMark);
    lines.push(text);
  }
  return { ok: true, text: readMarks(lines.join("\n")), notes: [...notes.values()] };
}

const blank = "[ \\t\\u00a0\\u2007\\u202f]";
const mark = new RegExp(`^(${blank}*)([-*+]|\\d{1,9}[.)]|#{1,6})(${blank}+)(?=\\S)`);
const inList = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;

/** Whether a line has other spaces than ordinary ones before or behind the sign of a list entry or heading. */
function hasOddMark(line: string): boolean {
  return /[\u00a0\u2007\u202f]/.test(mark.exec(line)?.[0] ?? "");
}

/**
 * Replaces other spaces around the signs of list entries and headings by ordinary ones. Their indentation only counts
 * within a list: elsewhere it could make the line code.
 */
export function readMarks(text: string): string {
  let before = "";
  return text
    .split("\n")
    .map((line) => {
      const read = hasOddMark(line) ? readMark(line, inList.test(before)) : line;
      if (read.trim() !== "") before = read;
      return read;
    })
    .join("\n");
}

function readMark(line: string, isInList: boolean): string {
  const [whole = "", indentation = "", sign = ""] = mark.exec(line) ?? [];
  return `${isInList ? " ".repeat(indentation.length) : ""}${sign} ${line.slice(whole.length)}`;
}
