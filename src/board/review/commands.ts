/** What reviewers may write on the first line of a comment. */
import type { BoardConfig, Reason } from "../config.ts";

/** Every command, with what it does in the words of the list that is shown. */
export const commandHelp = {
  approve: { usage: "/approve", does: "merge it, so that it is listed within minutes" },
  reject: { usage: "/reject REASON [text]", does: "close it, and tell its author why" },
  "request-changes": {
    usage: "/request-changes REASON [text]",
    does: "ask its author to mend something",
  },
  claim: { usage: "/claim", does: "say that you look after it" },
  release: { usage: "/release", does: "put it back into the queue" },
  feature: { usage: "/feature", does: "mark it as featured" },
  "duplicate-ok": { usage: "/duplicate-ok", does: "say that it is no duplicate" },
  reopen: { usage: "/reopen", does: "open it again after it was closed (its author may, too)" },
  help: { usage: "/help", does: "show this list" },
} as const;

export type CommandName = keyof typeof commandHelp;

export type Command =
  | { name: Exclude<CommandName, "reject" | "request-changes"> }
  | { name: "reject" | "request-changes"; reason: Reason; text: string };

export type ReadCommand =
  | { command: Command }
  /** Meant as a command, and none: why, as a sentence. */
  | { unknown: string };

/** Only small letters, so that a path such as `/etc/hosts` is not taken for one. */
const shape = /^\/([a-z]+(?:-[a-z]+)*)(?:[ \t]+(.*?))?[ \t]*$/;

/** Reads a comment: `undefined` if its first line is no command. Further lines belong to a command’s text. */
export function readCommand(body: string, config: BoardConfig): ReadCommand | undefined {
  const [first = "", ...rest] = body.replaceAll("\r\n", "\n").split("\n");
  const match = shape.exec(first);
  if (!match) return undefined;
  const [, name = "", behind = ""] = match;
  if (!isName(name)) return { unknown: `There is no command \`/${name}\`.` };
  if (name !== "reject" && name !== "request-changes") return { command: { name } };

  const [slug = "", ...words] = behind.split(/[ \t]+/);
  const reason = config.review.reasons.find((known) => known.slug === slug.toLowerCase());
  if (!reason) {
    const usage = `\`${commandHelp[name].usage}\``;
    return {
      unknown: slug
        ? `That is none of the reasons for ${usage}.`
        : `${usage} needs one of the reasons behind it.`,
    };
  }
  const text = [words.join(" "), ...rest].join("\n").trim();
  return { command: { name, reason, text } };
}

function isName(name: string): name is CommandName {
  return Object.hasOwn(commandHelp, name);
}
