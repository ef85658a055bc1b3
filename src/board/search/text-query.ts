/** Reads what somebody typed: words, `"phrases"`, and `-` before what posts must not have. */
import { longestBeginning } from "./beginnings.ts";
import { foldWord, otherNumbers, termsOf, wordsIn } from "./terms.ts";

/** A word that was typed. */
export type TypedWord = {
  written: string;
  /** As it is in posts. */
  terms: readonly string[];
  /** Its singular or plural. */
  others: readonly string[];
  /** What a longer word must begin with to count, for the word that may not be typed to its end. */
  beginning: string | undefined;
};

/** One word, or several that must follow one another. */
export type Clause = readonly TypedWord[];

export type TextQuery = {
  required: readonly Clause[];
  excluded: readonly Clause[];
};

/** More take longer than they help. */
const mostClauses = 12;

export function readTextQuery(text: string): TextQuery {
  const required: Clause[] = [];
  const excluded: Clause[] = [];
  for (const { 1: minus, 2: phrase, 3: word } of text.matchAll(
    /(?<!\S)(-?)(?:["“”]([^"“”]*)["“”]?|(\S+))/g,
  )) {
    const words = wordsIn(phrase ?? word ?? "").map(typedWord);
    if (words.length === 0) continue;
    const clauses = phrase === undefined && !minus ? words.map((one) => [one]) : [words];
    (minus ? excluded : required).push(...clauses);
  }
  const clause = required.at(-1);
  const last = /[\p{L}\p{N}]$/u.test(text) ? clause?.at(-1) : undefined;
  if (clause && last && isLast(text, last)) {
    required.pop();
    required.push(whileTyping(clause, last));
  }
  return {
    required: required.slice(0, mostClauses),
    excluded: excluded.slice(0, mostClauses),
  };
}

/** A clause whose last word may go on. In a phrase, one or two letters say too little to look for. */
function whileTyping(clause: Clause, last: TypedWord): Clause {
  const beginning = foldWord(last.written);
  const before = clause.slice(0, -1);
  if (before.length > 0 && beginning.length <= longestBeginning) return before;
  return [...before, { ...last, beginning }];
}

/** Whether a word is at the end of a text, and not of something that posts must not have. */
function isLast(text: string, { written }: TypedWord): boolean {
  const end = text.trimEnd().split(/\s/).at(-1) ?? "";
  return !end.startsWith("-") && wordsIn(end).at(-1) === written;
}

function typedWord(written: string): TypedWord {
  const terms = termsOf(written);
  return {
    written,
    terms,
    others: terms.flatMap(otherNumbers),
    beginning: undefined,
  };
}
