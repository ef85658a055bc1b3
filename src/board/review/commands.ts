/** The commands that reviewers write in comments: each on a separate line, applied or answered. */

import { commandHelp, commandTable, unclearCommand, unknownCommand } from "#words/bot-commands.ts";
import type { BoardConfig, Reason } from "../config.ts";
import { isSameLogin } from "../login.ts";
import type { CommentLine } from "./comment-lines.ts";
import { blank, linesOf } from "./comment-lines.ts";
import type { Comment, Login } from "./facts.ts";

/** Every command as it is written. */
const usage = {
  approve: "/approve",
  reject: "/reject REASON [text]",
  "request-changes": "/request-changes REASON [text]",
  claim: "/claim",
  release: "/release",
  feature: "/feature",
  "duplicate-ok": "/duplicate-ok",
  reopen: "/reopen",
  help: "/help",
} as const;

export type CommandName = keyof typeof usage;

export const commandNames = Object.keys(usage) as CommandName[];

export type Command =
  | { name: Exclude<CommandName, "reject" | "request-changes"> }
  | { name: "reject" | "request-changes"; reason: Reason; text: string };

export type ReadCommand = {
  /** Its position in the comment, from 0, so that each command is applied or answered once. */
  line: number;
  /** Its text, from the rest of its first line on. */
  end: number;
  /** As written, in lowercase. */
  name: string;
} & (
  | { command: Command }
  /** Why something that looks like a command is not one, as a sentence. */
  | { unknown: string }
  /** For a command that may be part of a remark: what to write instead, as a sentence. */
  | { unclear: string }
);

/**
 * Reads the commands in a comment, in order. Lines below `/reject` and `/request-changes` are their text, up to the
 * next command. `/approve` counts only if everything else is a command, too: it cannot be undone, and the text
 * beside it may say “not yet”.
 */
export function readCommands(body: string, config: BoardConfig): ReadCommand[] {
  const lines = linesOf(body);
  const starts: (CommandLine & { line: number })[] = [];
  let hasRemarks = false;
  for (const [line, each] of lines.entries()) {
    if (!each.counts) continue;
    const start = readLine(each);
    const isText = takesText(starts.at(-1)?.name ?? "");
    if (start && isCommand(start, { isText, hasRemarks })) starts.push({ ...start, line });
    else hasRemarks = true;
  }
  return starts.map((start, index): ReadCommand => {
    const { line, name, behind } = start;
    const at = { line, end: line + 1, name };
    if (!isName(name)) return { ...at, unknown: unknownCommand.name(name) };
    if (takesText(name)) {
      const end = starts[index + 1]?.line ?? lines.length;
      const below = lines.slice(line + 1, end).map(({ raw }) => raw);
      return { ...at, end, ...readReason({ ...start, name, below }, config) };
    }
    if (name === "approve" && (behind || hasRemarks))
      return { ...at, unclear: unclearCommand.approve };
    if (name !== "help" && behind) return { ...at, unclear: unclearCommand.words(usage[name]) };
    return { ...at, command: { name } };
  });
}

/**
 * The commands in a comment that the bot applies or answers: those of everybody who works here, and from the
 * author of the pull request those to reopen it. Strangers get no answer, so that nobody can keep the bot busy.
 */
export function heardCommands(
  { author, body }: Pick<Comment, "author" | "body">,
  { sender, worksHere }: { sender: Login; worksHere: boolean },
  config: BoardConfig,
): ReadCommand[] {
  const read = readCommands(body, config);
  if (worksHere) return read;
  return isSameLogin(author, sender) ? read.filter(({ name }) => name === "reopen") : [];
}

/** A line that begins like a command. */
type CommandLine = {
  /** In lowercase. */
  name: string;
  /** Without what separates it from the name. */
  behind: string;
  /** Whether they are separated by more than punctuation, unlike in `/index.html`. */
  isApart: boolean;
  /** The same, from the line as it was written. */
  rawBehind: string;
};

/** Spaces, and punctuation that does not change the meaning. A question mark does: `/approve?` asks. */
const separators = `(?:[.,:;!…。，、：；！]|${blank}|[-–—]+(?=${blank}|$))*`;
/** Not the beginning of a path, such as `/etc/hosts`. */
const shape = new RegExp(
  `^${blank}*/(?<gap>${blank}*)(?<name>[a-z]+(?:-[a-z]+)*)(?![\\p{L}\\p{N}_/]|-[\\p{L}\\p{N}])(?<between>${separators})`,
  "iu",
);
const endsApart = new RegExp(`${blank}$`, "u");

function readLine({ raw, own }: CommentLine): CommandLine | undefined {
  const match = shape.exec(own);
  if (!match) return undefined;
  const [whole, gap, given = "", between = ""] = match;
  const name = given.toLowerCase();
  // With a space after the slash, only known commands can be meant.
  if (gap && !isName(name)) return undefined;
  return {
    name,
    behind: own.slice(whole.length),
    isApart: endsApart.test(between),
    rawBehind: raw.slice(whole.length),
  };
}

/** Whether a line is meant as a command, given what is above it. */
function isCommand(
  { name, behind, isApart }: CommandLine,
  { isText, hasRemarks }: { isText: boolean; hasRemarks: boolean },
): boolean {
  if (takesText(name)) return true;
  const isBare = behind === "";
  if (isName(name)) return isBare || !isText;
  // “/tmp is full” within a remark is not a command.
  return !isText && (isBare || (isApart && !hasRemarks));
}

type TextCommand = "reject" | "request-changes";

function takesText(name: string): name is TextCommand {
  return name === "reject" || name === "request-changes";
}

const reasonShape = new RegExp(
  `^([a-z0-9]+(?:-[a-z0-9]+)*)(?=$|${blank}|[.,:;!…。，、：；！])${separators}`,
  "iu",
);

function readReason(
  { name, behind, rawBehind, below }: CommandLine & { name: TextCommand; below: readonly string[] },
  { review }: BoardConfig,
): { command: Command } | { unknown: string } {
  const [whole = "", slug = ""] = reasonShape.exec(behind) ?? [];
  const reason = review.reasons.find((known) => known.slug === slug.toLowerCase());
  if (!reason) {
    const why = behind ? unknownCommand.reason : unknownCommand.noReason;
    return { unknown: why(usage[name]) };
  }
  const text = [rawBehind.slice(whole.length), ...below].join("\n").trim();
  return { command: { name, reason, text } };
}

function isName(name: string): name is CommandName {
  return Object.hasOwn(usage, name);
}

/** All commands and reasons, as a table in Markdown. */
export function commandsTable({ review }: BoardConfig): string {
  const rows = commandNames.map((name) => `| \`${usage[name]}\` | ${commandHelp[name]} |`);
  const reasons = review.reasons.map(({ slug, title }) => `\`${slug}\` (${title})`);
  return [
    `| ${commandTable.command} | ${commandTable.does} |`,
    "| --- | --- |",
    ...rows,
    "",
    commandTable.reasons(reasons.join(", ")),
  ].join("\n");
}
