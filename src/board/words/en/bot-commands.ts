/** The commands of reviewers: help, and what is wrong with one. */
import type { CommandName } from "../../review/commands.ts";

export const unknownCommand = {
  name: (name: string) => `There is no command \`/${name}\`.`,
  reason: (usage: string) => `That is not one of the reasons for \`${usage}\`.`,
  noReason: (usage: string) => `\`${usage}\` needs one of the reasons.`,
} as const;

/** What to write instead, where a command cannot be told from a remark. */
export const unclearCommand = {
  approve: "To approve, write `/approve` alone in a comment.",
  words: (usage: string) => `\`${usage}\` takes no further words. Write it alone on its line.`,
} as const;

export const commandHelp: Readonly<Record<CommandName, string>> = {
  approve: "merge it; it is listed within a few minutes",
  reject: "close it and tell its author why",
  "request-changes": "ask its author for changes",
  claim: "claim it, so that nobody else reviews it at the same time",
  release: "return it to the queue",
  feature: "feature it on the board",
  "duplicate-ok": "confirm that it is not a duplicate",
  reopen: "reopen it after it was closed (its author can, too)",
  help: "show this list",
};

export const commandTable = {
  command: "a line of a comment",
  does: "what it does",
  reasons: (list: string) => `REASON is one of: ${list}.`,
} as const;
