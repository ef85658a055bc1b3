/** What withdraws an approval before the bot merges. */
import type { BoardConfig } from "../config.ts";
import { isSameLogin } from "../login.ts";
import { readCommand } from "./commands.ts";
import type { Comment, Login, Review } from "./facts.ts";
import { byTime } from "./head.ts";

/** Something that somebody with a say has done. */
export type ReviewerEvent = ({ type: "review" } & Review) | ({ type: "comment" } & Comment);

/**
 * Who has spoken against a post after an approval of it: anybody who may decide on it, by asking for
 * changes or rejecting it, and whoever gave the approval also by letting go of the post.
 *
 * @param events everything that is new, by people who may decide on the post
 */
export function objectorTo(
  approval: ReviewerEvent,
  events: readonly ReviewerEvent[],
  config: BoardConfig,
): Login | undefined {
  return events.find(
    (event) =>
      byTime(event, approval) > 0 &&
      objects(event, isSameLogin(event.author, approval.author), config),
  )?.author;
}

function objects(event: ReviewerEvent, isOwn: boolean, config: BoardConfig): boolean {
  if (event.type === "review") return event.state === "changes-requested";
  const read = event.edited ? undefined : readCommand(event.body, config);
  if (!read || !("command" in read)) return false;
  const { name } = read.command;
  return name === "reject" || name === "request-changes" || (isOwn && name === "release");
}
