/** Rules on the look of a post's texts: what a reader would see other than its author meant it. */

import type { ProblemWords } from "#words/problems.ts";
import type { Finding } from "../problem.ts";
import { sectionsOf, tokensOf } from "./prose.ts";
import { replaceText } from "./repair.ts";
import type { Rule } from "./rule.ts";

export type Flaw = {
  /** The line in the text, counted from 0. */
  line: number;
  words: ProblemWords;
  /** The whole text without flaws of this kind, if that is certain. */
  corrected: string | undefined;
};

/** Finds one kind of flaw in a text, and reports the first. */
export type FindFlaw = (text: string) => Flaw | undefined;

/** A rule that advises on each kind of flaw once in each text. */
export function textRule(name: string, kinds: readonly FindFlaw[]): Rule {
  return {
    name,
    severity: "advice",
    *check({ job }): Iterable<Finding> {
      for (const { field, text } of sectionsOf(job)) {
        for (const find of kinds) {
          const flaw = find(text);
          if (!flaw) continue;
          const { line, words, corrected } = flaw;
          const isRepaired = corrected !== undefined && corrected.trim() !== "" && !find(corrected);
          const repair = isRepaired && { repair: replaceText(field, text, corrected) };
          yield { field, line: line + 1, ...words, ...repair };
        }
      }
    },
  };
}

/** The maximum number of characters that are quoted. */
const quotedLength = 60;

/** The beginning of a text, to quote on one line. */
export function quoteOf(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > quotedLength ? `${line.slice(0, quotedLength)}…` : line;
}

/** The number of the line at a place in a text, counted from 0. */
export function lineAt(text: string, place: number): number {
  return text.slice(0, place).split("\n").length - 1;
}

/** Blocks and spans of code in the source of a text, by the places where they begin and end. */
function codeRanges(text: string): (readonly [from: number, to: number])[] {
  const starts = [0];
  for (const match of text.matchAll(/\n/g)) starts.push(match.index + 1);
  const blocks = tokensOf(text).flatMap(({ type, map }) => {
    if (!map || (type !== "fence" && type !== "code_block")) return [];
    const [from = 0, to = 0] = map;
    return [[starts[from] ?? 0, starts[to] ?? text.length] as const];
  });
  const spans = text.matchAll(/(?<![`\\])(`+)(?!`)[\s\S]{1,500}?(?<!`)\1(?!`)/g);
  return [
    ...blocks,
    ...Array.from(spans, ({ index, 0: all }) => [index, index + all.length] as const),
  ];
}

/** The matches of a global pattern in the source of a text that begin outside code. */
export function matchesInSource(text: string, pattern: RegExp): RegExpExecArray[] {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return [];
  const code = codeRanges(text);
  return found.filter(({ index }) => !code.some(([from, to]) => from <= index && index < to));
}

/** Replaces matches of a global pattern in the source of a text that begin outside code. */
export function replaceInSource(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string,
): string {
  let end = 0;
  const parts = matchesInSource(text, pattern).flatMap((match) => {
    const between = text.slice(end, match.index);
    end = match.index + match[0].length;
    return [between, replace(match)];
  });
  return [...parts, text.slice(end)].join("");
}
