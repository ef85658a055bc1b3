/** Problems as plain text for a terminal or a log. */
import { styleText } from "node:util";
import type { Problem } from "../src/board/problem.ts";

type Stream = NodeJS.WritableStream & { isTTY?: boolean };

/**
 * Groups problems by file, errors first, each with its mend below it. Coloured only where the
 * stream is a terminal; every word is there without colour.
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
  const advice = problems.length - errors;
  const files = new Set(problems.map(({ file }) => file)).size;
  const parts = [
    ...(errors ? [count(errors, "error")] : []),
    ...(advice ? [count(advice, "piece of advice", "pieces of advice")] : []),
  ];
  return parts.length > 0 ? `${parts.join(" and ")} in ${count(files, "file")}` : "no problems";
}

/** “1 post”, “2 posts”. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function reportOne({ field, rule, severity, message, fix }: Problem, stream: Stream): string {
  const colour = severity === "error" ? "red" : "yellow";
  const label = styleText(colour, severity.padEnd(6), { stream });
  const where = field === null ? "" : `${field}: `;
  return [
    `  ${label}  ${printable(where + message)} (${rule})`,
    `          ${printable(fix)}`,
  ].join("\n");
}

function rank({ severity }: Problem): number {
  return severity === "error" ? 0 : 1;
}

/** File names and values are a stranger's: what would move the cursor or colour the screen is spelt out. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
