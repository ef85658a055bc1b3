/** Events that people are notified of by mail. Something that is only planned is not an event. */
import type { Day } from "../days.ts";
import type { Job } from "../job/schema.ts";
import type { Login, Moment } from "../review/facts.ts";

/**
 * Older events are not sent, so that a board does not mail its whole history when mail is first set up, or
 * when the record of sent mail is lost.
 */
export const newsDays = 7;

/** The post of an event, with the fields that could be read, and its pull request. */
export type MailSubject = {
  pull: number;
  file: string;
  post: Partial<Job>;
  /** Where its author can change the post while it is reviewed. */
  edit?: string;
};

/**
 * What a reviewer wrote to the submitter. `reason`: the slug of one of the board’s. `line`: of the comment, where
 * the command is not on the first.
 */
export type ReviewerText = { by: Login; reason: string | null; text: string; line?: number };

export type MailEvent =
  /** It passed all checks and is waiting for review. */
  | { what: "submitted"; kind: "new" | "edit" | "closing"; by: Login }
  /**
   * `anchor`: of the comment on the pull request's page. `text` is empty for comments on lines.
   * `rationed`: its author is not a reviewer, so only a limited number is sent.
   */
  | { what: "commented"; by: Login; text: string; anchor: string; rationed?: true }
  | ({ what: "changes-requested"; anchor: string } & ReviewerText)
  | ({ what: "rejected"; anchor: string } & ReviewerText)
  /** `on`: the day of the merge, from which the post is listed. */
  | { what: "approved"; kind: "new" | "edit"; by: Login; on: Day }
  /** `renew`: the form for it; without one, the post cannot be renewed again. */
  | { what: "closing-soon"; lastDay: Day; renew?: string; close: string }
  /** `again`: where the same post can be sent again. */
  | { what: "closed"; on: Day; reason: NonNullable<Job["closed"]>["reason"]; again: string };

export type DatedEvent = { event: MailEvent; at: Moment };

/** Identifies an event within its pull request. Part of the record of sent mail. */
export function eventId(event: MailEvent): string {
  switch (event.what) {
    case "commented":
      return `${event.what}-${event.anchor}`;
    case "changes-requested":
    case "rejected":
      return `${event.what}-${event.anchor}${event.line === undefined ? "" : `-${event.line}`}`;
    case "closing-soon":
      return `${event.what}-${event.lastDay}`;
    case "closed":
      return `${event.what}-${event.on}`;
    default:
      return event.what;
  }
}
