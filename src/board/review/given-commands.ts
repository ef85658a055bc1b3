/** The commands in comments that were not refused, and who gave them when. */
import type { BoardConfig } from "../config.ts";
import type { Command } from "./commands.ts";
import { readCommands } from "./commands.ts";
import { byTime } from "./current-commits.ts";
import type { Comment, Facts, Login, Moment } from "./facts.ts";
import type { Asked } from "./plan.ts";
import { commandKey, isAnswered } from "./tags.ts";

export type GivenCommand = {
  by: Login;
  at: Moment;
  /** The comment’s id, and the line in it. */
  comment: number;
  line: number;
  command: Command;
};

/** Who is told, and under which key, if GitHub refuses what a command asks for. */
export function askedBy({
  by,
  comment,
  line,
}: Pick<GivenCommand, "by" | "comment" | "line">): Asked {
  return { by, key: commandKey("answer", comment, line) };
}

/**
 * The oldest first. Of several in one comment, which has one reaction of each kind, those that were refused are
 * known by the bot’s answers.
 */
export function givenCommands(
  facts: Pick<Facts, "pull" | "bot">,
  comments: readonly Comment[],
  config: BoardConfig,
): GivenCommand[] {
  return comments.toSorted(byTime).flatMap(({ id, author: by, at, body }) =>
    readCommands(body, config).flatMap((read) => {
      const { line } = read;
      const isRefused = isAnswered(facts, commandKey("answer", id, line));
      if (!("command" in read) || isRefused) return [];
      return [{ by, at, comment: id, line, command: read.command }];
    }),
  );
}
