/**
 * Rule: advice if lines are not shown as they are written: lists with marks that Markdown does not know, short lines
 * that run together in one paragraph, and text in a box for code.
 */

import * as words from "#words/rules-on-text.ts";
import type { ListMark } from "../form/list-marks.ts";
import { findListMarks, isLoneMark } from "../form/list-marks.ts";
import { tidyMarkdown } from "../form/pasted-text.ts";
import type { Paragraph } from "./prose.ts";
import { paragraphsOf, tokensOf } from "./prose.ts";
import type { FindFlaw } from "./text-rule.ts";
import { quoteOf, textRule } from "./text-rule.ts";

// ── Lists

/** Marks that begin nothing but entries, even alone: bullets, and what symbol fonts leave. */
const bullet = /^[\p{Co}•‣·■-◿]|^[o§ØüÜqnvà](?:\t|\s{2})/u;

/** A backslash before a mark is not shown. */
function asShown(line: string): string {
  return line.replace(/^\s*\\(?=[-+*])|(?<=^\s*\d{1,2})\\(?=[.)])/, "");
}

type TypedMarks = {
  /** The lines of the text as readers see them; "" for those that are no part of a paragraph. */
  shown: string[];
  /** The lines with a mark that is shown as text. */
  found: number[];
};

function typedMarks(text: string): TypedMarks {
  const shown = text.split("\n").map(() => "");
  /** The line behind each paragraph, by its first line. */
  const ends = new Map<number, number>();
  const entries = new Set<number>();
  for (const { from, lines, beginsEntry } of paragraphsOf(text)) {
    // An entry of a list can go on with a dash: “- Python\n  – five years”.
    const isDash = (line: string) => /^\s*[–—]/.test(line);
    const goesOn = beginsEntry && lines.filter(isDash).length === 1;
    for (const [index, line] of lines.entries()) {
      shown[from + index] = goesOn && isDash(line) ? "" : asShown(line);
    }
    ends.set(from, from + lines.length);
    if (beginsEntry) entries.add(from);
  }
  const marks = findListMarks(shown);
  // An emoji or a letter can begin a paragraph, but hardly several of its lines.
  const isLine = (index: number) => {
    const end = ends.get(index);
    const isSame = (other?: ListMark) => other?.kind === marks[index]?.kind;
    return end === undefined || marks.slice(index + 1, end).some(isSame);
  };
  const found = [...shown.keys()].filter((index) => {
    const mark = marks[index];
    return mark && !entries.has(index) && (mark.width > 0 || isLine(index));
  });
  return { shown, found: isList(found, shown) ? found : [] };
}

/** A single mark makes a list only if it is a bullet, or below a line that leads to one. */
function isList([first, ...others]: readonly number[], shown: readonly string[]): boolean {
  if (first === undefined) return false;
  if (others.length > 0 || bullet.test(shown[first] ?? "")) return true;
  const before = shown.slice(0, first).findLast((line) => line.trim());
  return before?.trim().endsWith(":") ?? false;
}

const typedList: FindFlaw = (text) => {
  const { shown, found } = typedMarks(text);
  const [first] = found;
  if (first === undefined) return undefined;
  const source = text.split("\n");
  const all = new Set(found);
  for (const index of found) {
    const line = asShown(source[index] ?? "");
    // Only a list that begins with 1 can follow a line of text.
    const isNumbered = /^\s*\d+[.)]\s/.test(line) && !all.has(index - 1);
    source[index] = isNumbered && source[index - 1]?.trim() ? `\n${line}` : line;
  }
  const quoted = found.slice(0, 3).flatMap((index) => {
    const line = shown[index]?.trim() ?? "";
    return isLoneMark(line) ? [line, shown[index + 1]?.trim()] : [line];
  });
  return {
    line: first,
    words: words.typedList(quoteOf(quoted.join(" "))),
    corrected: tidyMarkdown(source.join("\n")),
  };
};

// ── Lines that run together

/** Nobody wraps text at fewer characters. */
const narrowest = 50;

const label = /^[*_]{0,3}\p{L}[^.!?:]{0,30}:[*_]{0,3}\s+\S/u;

const runTogether: FindFlaw = (text) => {
  const typed = new Set(typedMarks(text).found);
  const found = paragraphsOf(text).filter(
    (paragraph) =>
      hasLostLines(paragraph) &&
      !paragraph.lines.some((_, index) => typed.has(paragraph.from + index)),
  );
  const [first] = found;
  if (!first) return undefined;
  const source = text.split("\n");
  // From the end, so that the places before it stay.
  for (const { from, lines, depth } of found.toReversed()) {
    const old = source.slice(from, from + lines.length);
    const now = depth === 0 ? apart(old) : entries(old);
    if (now) source.splice(from, lines.length, ...now);
  }
  return {
    line: first.from,
    words: words.runTogether(quoteOf(first.lines.map((line) => line.trim()).join(" "))),
    corrected: source.join("\n"),
  };
};

function apart(lines: readonly string[]): string[] {
  const [first = "", ...rest] = lines;
  if (first.trimEnd().endsWith(":")) return [first, "", ...rest.map((line) => `- ${line.trim()}`)];
  return lines.flatMap((line, index) => (index === 0 ? [line] : ["", line]));
}

/** Only the first line has the mark of a list. */
function entries(lines: readonly string[]): string[] | undefined {
  const [first = "", ...rest] = lines;
  const mark = /^[-*+] +/.exec(first)?.[0];
  if (!mark) return undefined;
  return [first, ...rest.map((line) => mark + line.trim())];
}

/** Whether lines are meant as such, because a wrapped text would have put more words on each. */
function hasLostLines({ lines }: Paragraph): boolean {
  // HTML and definitions of links have advice of their own.
  if (lines.some((line) => /^\s*(?:<\/?[a-z]|\[[^\]]+\]:)/i.test(line))) return false;
  const widest = Math.max(narrowest, ...lines.map(({ length }) => length));
  const ends = lines
    .slice(0, -1)
    .map((line, index) => isLost(line, lines[index + 1] ?? "", widest));
  const count = ends.filter(Boolean).length;
  if (lines.length === 2) return count === 1 && lines.every((line) => label.test(line));
  return count >= 2 && count * 2 >= ends.length;
}

/** A capital letter or number, a letter that counts, or a sign before a word. */
const startsNew =
  /^[*_~"“„'([#@]*[\p{Lu}\p{Lt}\p{N}\p{So}]|^\(?\p{L}[.)]\s|^[-–—~+=>»]{1,3}\s*\p{L}/u;

/** Whether a line was meant to end here. */
function isLost(line: string, next: string, widest: number): boolean {
  // A line break that is shown.
  if (/\\$| {2}$/.test(line)) return false;
  const text = line.trim().replace(/[*_)\]"”’]+$/, "");
  if (/[.!?…:;,\-–—&/。！？、，]$/u.test(text)) return false;
  const [word = ""] = next.trim().split(/\s/);
  if (line.trim().length + 1 + word.length > widest) return false;
  const isShort = [line, next].every((one) => one.trim().split(/\s+/).length <= 3);
  return isShort || startsNew.test(next.trim());
}

// ── Boxes for code

const codeSign =
  /[={}<>`\\|^]|;\s*$|^\s*(?:[$@]|#|\/\/|--|>>>|\.{3}\s)|\$[{(A-Za-z]|\w\((?!s\)|in\)|\w\/)|::|->|__/;
const command =
  /^\s*(?:pip3?|npm|npx|curl|wget|git|docker\S*|python[\d.]*|apt(?:-get)?|brew|cd|ls|make|sudo|poetry|uv|conda|export|ssh|echo|cat|kubectl|helm|select|from|import|insert|update|create|delete|def|class|return|for|if|while|with|print|async|await|try|except|let|const|var|function|SELECT|FROM|INSERT|UPDATE|CREATE|DELETE)\s/;

const proseInCode: FindFlaw = (text) => {
  const boxes = tokensOf(text).filter(isProseBox);
  const [first] = boxes;
  if (!first?.map) return undefined;
  const source: (string | undefined)[] = text.split("\n");
  for (const box of boxes) unbox(source, box);
  return {
    line: first.map[0],
    words: words.proseInCode(quoteOf(first.content), first.type === "fence"),
    corrected: tidyMarkdown(source.filter((line) => line !== undefined).join("\n")),
  };
};

type Box = ReturnType<typeof tokensOf>[number];

/** Whether people wrote it for people: most lines are words, and at least one is a sentence or a list's entry. */
function isProseBox({ type, info, content }: Box): boolean {
  if (type !== "code_block" && (type !== "fence" || info.trim())) return false;
  const lines = content.split("\n").filter((line) => line.trim());
  if (lines.some((line) => codeSign.test(line) || command.test(line))) return false;
  const marks = findListMarks(lines);
  const hasList = marks.filter(Boolean).length >= 2 && type === "code_block";
  return hasList || lines.some((line) => wordsIn(line) >= (type === "fence" ? 8 : 4));
}

/** How many words a line has, if it has little else. */
function wordsIn(line: string): number {
  const all = line.trim().split(/\s+/);
  const plain = all.filter((one) => /^["“„'(]?[\p{L}\p{M}’'-]+[.,:;!?)"”']*$/u.test(one));
  return plain.length >= all.length * 0.6 ? plain.length : 0;
}

/** Takes the indentation of a box away, or the lines around it. */
function unbox(source: (string | undefined)[], { type, map, level }: Box): void {
  const [from = 0, to = 0] = map ?? [];
  for (let index = from; index < to; index++) {
    const line = source[index] ?? "";
    const isFence = type === "fence" && /^[\s>]*(?:`{3,}|~{3,})\s*$/.test(line);
    if (isFence) source[index] = undefined;
    else if (type === "code_block") {
      source[index] = level === 0 ? line.trimStart() : line.replace(/ {4}|\t/, "");
    }
  }
}

export const lostLines = textRule("lost-lines", [typedList, runTogether, proseInCode]);
