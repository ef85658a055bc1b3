/** What reviewers may write on the first line of a comment. */
import type { BoardConfig, Reason } from "../config.ts";
import { commandHelp, commandTable, unknownCommand } from "../words/en/bot-commands.ts";

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

export type Command =
  | { name: Exclude<CommandName, "reject" | "request-changes"> }
  | { name: "reject" | "request-changes"; reason: Reason; text: string };

export type ReadCommand =
  | { command: Command }
  /** Looks like a command but is not one: why, as a sentence. */
  | { unknown: string };

/** Lower-case letters only, so that a path such as `/etc/hosts` is no command. */
const shape = /^\/([a-z]+(?:-[a-z]+)*)(?:[ \t]+(.*?))?[ \t]*$/;

/** Reads a comment: `undefined` if its first line is not a command. Further lines are the command’s text. */
export function readCommand(body: string, config: BoardConfig): ReadCommand | undefined {
  const [first = "", ...rest] = body.replaceAll("\r\n", "\n").split("\n");
  const match = shape.exec(first);
  if (!match) return undefined;
  const [, name = "", behind = ""] = match;
  if (!isName(name)) return { unknown: unknownCommand.name(name) };
  if (name !== "reject" && name !== "request-changes") return { command: { name } };

  const [slug = "", ...words] = behind.split(/[ \t]+/);
  const reason = config.review.reasons.find((known) => known.slug === slug.toLowerCase());
  if (!reason) {
    const why = slug ? unknownCommand.reason : unknownCommand.noReason;
    return { unknown: why(usage[name]) };
  }
  const text = [words.join(" "), ...rest].join("\n").trim();
  return { command: { name, reason, text } };
}

function isName(name: string): name is CommandName {
  return Object.hasOwn(usage, name);
}

/** All commands and reasons, as a table in Markdown. */
export function commandsTable({ review }: BoardConfig): string {
  const names = Object.keys(usage) as CommandName[];
  const rows = names.map((name) => `| \`${usage[name]}\` | ${commandHelp[name]} |`);
  const reasons = review.reasons.map(({ slug, title }) => `\`${slug}\` (${title})`);
  return [
    `| ${commandTable.command} | ${commandTable.does} |`,
    "| --- | --- |",
    ...rows,
    "",
    commandTable.reasons(reasons.join(", ")),
  ].join("\n");
}
