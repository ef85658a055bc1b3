/** Stops a merge: an approval does not count if somebody objects after it and before the bot merges. */
import { isSameLogin } from "../login.ts";
import type { ReadCommand } from "./commands.ts";
import type { Comment, Login, Review } from "./facts.ts";

/** A review, or one command of a comment. */
export type ReviewerEvent = ({ type: "review" } & Review) | CommandEvent;

export type CommandEvent = { type: "command"; read: ReadCommand } & Pick<
  Comment,
  "id" | "author" | "at" | "edited"
> & {
    /** How many commands the bot listens to in that comment. */
    among: number;
    /** Commands after it that can be applied. */
    later: readonly ReadCommand[];
  };

/**
 * Who objected after an approval: anybody who may decide, by asking for changes or rejecting the post, and the
 * approver also by releasing their claim.
 *
 * @param later what people who may decide on the post have done since
 */
export function objectorTo(
  approval: ReviewerEvent,
  later: readonly ReviewerEvent[],
): Login | undefined {
  return later.find((event) => objects(event, isSameLogin(event.author, approval.author)))?.author;
}

function objects(event: ReviewerEvent, isOwn: boolean): boolean {
  if (event.type === "review") return event.state === "changes-requested";
  const { read, edited } = event;
  if (edited || !("command" in read)) return false;
  const { name } = read.command;
  return name === "reject" || name === "request-changes" || (isOwn && name === "release");
}
