/** What takes an approval back before it is carried out. */
import type { BoardConfig } from "../config.ts";
import { readCommand } from "./commands.ts";
import type { Comment, Login, Review } from "./facts.ts";
import { byTime } from "./head.ts";
import { isSame } from "./people.ts";

/** Something that a person with a say has done. */
export type Act = ({ act: "review" } & Review) | ({ act: "comment" } & Comment);

/**
 * Who has spoken against a post after an approval of it: anybody who may decide on it, by asking for
 * changes or rejecting it, and whoever gave the approval also by letting go of the post.
 *
 * @param acts everything that is new, by people who may decide on the post
 */
export function objectorTo(
  approval: Act,
  acts: readonly Act[],
  config: BoardConfig,
): Login | undefined {
  return acts.find(
    (act) => byTime(act, approval) > 0 && objects(act, isSame(act.author, approval.author), config),
  )?.author;
}

function objects(act: Act, isOwn: boolean, config: BoardConfig): boolean {
  if (act.act === "review") return act.state === "changes-requested";
  const read = act.edited ? undefined : readCommand(act.body, config);
  if (!read || !("command" in read)) return false;
  const { name } = read.command;
  return name === "reject" || name === "request-changes" || (isOwn && name === "release");
}
