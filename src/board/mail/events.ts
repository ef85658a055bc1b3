/** Of what people are told by mail. An event has happened; what is only planned is none. */
import type { Day } from "../days.ts";
import type { Job } from "../job/schema.ts";
import type { Login, Moment } from "../review/facts.ts";

/**
 * Days for which something is news. So a board that begins to send mail, or has lost what was sent, does
 * not tell its whole past.
 */
export const newsDays = 7;

/** The post that an event is about, as far as it could be read, and the pull request by which it came. */
export type MailSubject = { pull: number; file: string; post: Partial<Job> };

/** A reviewer's word, as the submitter was told it too. `reason`: one of the board's. */
export type Word = { by: Login; reason: string | null; text: string };

export type MailEvent =
  /** It can be published as it is, and waits for a reviewer. */
  | { what: "submitted"; kind: "new" | "edit" | "closing"; by: Login }
  /**
   * `anchor`: the part of the conversation's page. `text` is empty where somebody commented on lines.
   * `rationed`: whoever wrote it does not review, so that not any number of these is told.
   */
  | { what: "commented"; by: Login; text: string; anchor: string; rationed?: true }
  | ({ what: "changes-requested"; anchor: string } & Word)
  | ({ what: "rejected"; anchor: string } & Word)
  /** `on`: the day it was merged, and so is listed from. */
  | { what: "approved"; kind: "new" | "edit"; by: Login; on: Day }
  /** A listed post has few days left. `renew`: address at which its owner can, if that may be. */
  | { what: "closing-soon"; lastDay: Day; renew?: string; close: string }
  /** `again`: address at which the same post can be sent anew. */
  | { what: "closed"; on: Day; reason: NonNullable<Job["closed"]>["reason"]; again: string };

/** An event and when it happened. */
export type DatedEvent = { event: MailEvent; at: Moment };

/** Tells an event of a pull request from its others, however often it is read. */
export function eventId(event: MailEvent): string {
  switch (event.what) {
    case "commented":
    case "changes-requested":
    case "rejected":
      return `${event.what}-${event.anchor}`;
    case "closing-soon":
      return `${event.what}-${event.lastDay}`;
    case "closed":
      return `${event.what}-${event.on}`;
    default:
      return event.what;
  }
}
