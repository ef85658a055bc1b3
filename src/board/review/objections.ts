/** Stops a merge: an approval does not count if somebody objects after it and before the bot merges. */
import type { BoardConfig } from "../config.ts";
import { isSameLogin } from "../login.ts";
import { readCommand } from "./commands.ts";
import { byTime } from "./current-commits.ts";
import type { Comment, Login, Review } from "./facts.ts";

/** A review or comment by somebody who may decide on the post. */
export type ReviewerEvent = ({ type: "review" } & Review) | ({ type: "comment" } & Comment);

/**
 * Who objected after an approval: anybody who may decide, by asking for changes or rejecting the post, and the
 * approver also by releasing their claim.
 *
 * @param events all new events by people who may decide on the post
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
