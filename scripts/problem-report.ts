/** Formats problems of posts, and archived posts, as plain text for a terminal or a log. */
import { styleText } from "node:util";
import { corrected, lineLabel } from "#words/problems.ts";
import * as words from "#words/terminal.ts";
import { archive } from "#words/terminal-posts.ts";
import type { ArchiveStep } from "../src/board/listing/archiving.ts";
import type { Problem } from "../src/board/problem.ts";

type Stream = NodeJS.WritableStream & { isTTY?: boolean };

/**
 * Groups problems by file, errors first, each with its fix below it. Colored only if the stream is a
 * terminal; no meaning depends on color.
 */
export function reportProblems(problems: readonly Problem[], stream: Stream): string {
  const byFile = Map.groupBy(problems, ({ file }) => file);
  return [...byFile]
    .map(([file, found]) => {
      const ordered = found.toSorted((a, b) => rank(a) - rank(b));
      const name = styleText("bold", printable(file), { stream });
      return [name, ...ordered.map((problem) => reportOne(problem, stream))].join("\n");
    })
    .join("\n\n");
}

/** “3 errors and 1 piece of advice in 2 files”. */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const files = new Set(problems.map(({ file }) => file)).size;
  return words.problems({ errors, advice: problems.length - errors, files });
}

function reportOne(problem: Problem, stream: Stream): string {
  const { field, line, rule, severity, message, fix, repair } = problem;
  const color = severity === "error" ? "red" : "yellow";
  const label = styleText(color, severity.padEnd(6), { stream });
  const where = field === null ? "" : `${field}: `;
  const at = line === undefined ? "" : `${lineLabel(line)} `;
  const repaired = repair?.shown ? [corrected, ...repair.shown.split("\n")] : [];
  return [
    `  ${label}  ${printable(where + at + message)} (${rule})`,
    ...[fix, ...repaired].map((text) => `          ${printable(text)}`),
  ].join("\n");
}

function rank({ severity }: Problem): number {
  return severity === "error" ? 0 : 1;
}

/** File names and values come from strangers: characters that move the cursor or color the screen are escaped. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

/** JSON in which such characters are escaped, which leaves the values as they are. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`,
    ).join(""),
  );
}

/** A post that is archived: where it moves, why and when it closed. */
export function describeStep({ from, to, closed }: ArchiveStep): string {
  return archive.step(from === to ? to : `${from} -> ${to}`, closed.reason, closed.on);
}
