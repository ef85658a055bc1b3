/** The texts of a post as rules read them: without markup and code. */
import type { Job, SectionField } from "../job/schema.ts";
import { sectionFields } from "../job/sections.ts";
import type { Tokens } from "../post/markdown.ts";
import { parseMarkdown } from "../post/markdown.ts";

export type Section = { field: SectionField; text: string };

/** The sections of a post, in order. */
export function sectionsOf(job: Job): Section[] {
  return sectionFields.flatMap(({ field }) => {
    const text = job[field];
    return text ? [{ field, text }] : [];
  });
}

/** The texts that were parsed last. Rules look at one post after another. */
const parsed = new Map<string, Tokens>();

/** The blocks of a text, parsed once for all rules. */
export function tokensOf(text: string): Tokens {
  const known = parsed.get(text) ?? parseMarkdown(text);
  if (parsed.size >= 8) parsed.clear();
  parsed.set(text, known);
  return known;
}

/** All tokens of a text, including those within paragraphs, headings and cells. */
export function allTokens(text: string): Tokens {
  return tokensOf(text).flatMap((token) => [token, ...(token.children ?? [])]);
}

/** The words of a text without markup and code. Lines of a paragraph stay lines. */
export function proseOf(text: string): string {
  return tokensOf(text)
    .filter(({ type }) => type === "inline")
    .map(({ children }) => (children ?? []).map(wordsOf).join(""))
    .join("\n\n");
}

function wordsOf({ type, content }: Tokens[number]): string {
  if (type.endsWith("break")) return "\n";
  return type === "code_inline" ? " " : content;
}

/** A paragraph as its source has it, without the marks of the blocks around it. */
export type Paragraph = {
  /** The line of the text with which it begins, counted from 0. */
  from: number;
  lines: string[];
  /** How many blocks it is in. */
  depth: number;
  /** Whether it stands right behind the mark of a list's entry. */
  beginsEntry: boolean;
};

/** The paragraphs of a text, in lists and quotations too. */
export function paragraphsOf(text: string): Paragraph[] {
  const tokens = tokensOf(text);
  return tokens.flatMap(({ type, map, content }, index) => {
    const open = tokens[index - 1];
    if (type !== "inline" || !map || open?.type !== "paragraph_open") return [];
    const beginsEntry = tokens[index - 2]?.type === "list_item_open";
    return [{ from: map[0], lines: content.split("\n"), depth: open.level, beginsEntry }];
  });
}

/** Some words of a section. */
export type Passage = { field: SectionField; words: string };

/**
 * The first passage outside code that matches one of the patterns. They are tried on the raw text first,
 * because parsing Markdown is slow and most patterns match nothing.
 */
export function findPassage(
  sections: readonly Section[],
  patterns: readonly RegExp[],
): Passage | undefined {
  for (const { field, text } of sections) {
    const plain = text.replace(/[*_]/g, "");
    if (!patterns.some((pattern) => pattern.test(plain))) continue;
    const prose = proseOf(text).replace(/\s+/g, " ");
    for (const pattern of patterns) {
      const match = pattern.exec(prose);
      if (match && !isDenied(prose.slice(0, match.index))) return { field, words: match[0].trim() };
    }
  }
  return undefined;
}

/** Whether the words before a match negate it, as in “we do not offer unpaid internships”. */
function isDenied(before: string): boolean {
  const clause =
    before
      .slice(-60)
      .split(/[.!?;:]\s/)
      .at(-1) ?? "";
  return /\b(?:no|not|never|nor|neither|none|without|don['’]t|doesn['’]t|isn['’]t|aren['’]t|won['’]t|instead of|rather than|refuse)\b/i.test(
    clause,
  );
}
