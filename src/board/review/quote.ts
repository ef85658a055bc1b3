/**
 * Quotes text by strangers in the bot’s comments. GitHub ignores everything inside code: no @mention notifies anybody,
 * no “fixes #1” closes anything, no task box appears, and no hidden tag can be forged.
 * https://spec.commonmark.org/0.31.2/#code-spans and #fenced-code-blocks
 */
import { spellOutRefused } from "../job/characters.ts";

/** Default maximum length of a line in characters. */
const usualLength = 200;

/** One line of text as a code span that no backtick inside can end. */
export function code(text: string, longest = usualLength): string {
  const line = shorten(spellOutRefused(text).replace(/\s+/g, " ").trim(), longest);
  if (line === "") return "(nothing)";
  const fence = "`".repeat(longestRun(line) + 1);
  const pad = /^`|`$/.test(line) ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Text of several lines as a code block. */
export function block(text: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}text\n${spellOutRefused(text).trim()}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** The beginning of a text, cut between two characters. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${[...text.slice(0, longest)].filter((sign) => sign.isWellFormed()).join("")}…`;
}
