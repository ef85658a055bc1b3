/** Words for the status of a submission. The bot, My posts, the editor and the reports all use this table. */
import type { SubmissionStatus } from "../../review/label-names.ts";

export type StatusWords = {
  /** One to three words: a badge, a heading, a line of a report. */
  label: string;
  /** What it means, as a sentence for the author. */
  summary: string;
  /** What the author should do, or what happens next. */
  next: string;
};

/** A commit status that begins with it is read back. */
export const changesRequested = "Changes requested";

/** `sent`: the bot has not checked it yet. */
export const statusWords: Readonly<Record<SubmissionStatus | "sent", StatusWords>> = {
  sent: {
    label: "Sent",
    summary: "The board will check your post within a few minutes.",
    next: "A volunteer will then review it. GitHub emails you about the result.",
  },
  draft: {
    label: "Draft",
    summary: "Drafts are not reviewed.",
    next: "Press “Ready for review” on GitHub when your post is finished.",
  },
  invalid: {
    label: "Problems to fix",
    summary: "Your post can’t be published yet.",
    next: "Fix the problems that the board has listed. It then checks your post again automatically.",
  },
  refused: {
    label: "Refused",
    summary: "This submission can’t be accepted.",
    next: "Read the reasons, then send your post again as a new submission.",
  },
  waiting: {
    label: "Waiting for review",
    summary: "Your post is ready for review.",
    next: "A volunteer will review it. GitHub emails you about the result. You can still change your post.",
  },
  claimed: {
    label: "In review",
    summary: "A volunteer is reviewing your post.",
    next: "GitHub emails you about the result. You can still change your post.",
  },
  "changes-requested": {
    label: changesRequested,
    summary: "A reviewer asked you to change something.",
    next: "Make the change. Your post then goes back to the reviewers automatically.",
  },
  approved: {
    label: "Approved",
    // Also of a closing, for which an owner needs no reviewer.
    summary: "This was accepted.",
    next: "The board is updated within a few minutes.",
  },
  rejected: {
    label: "Rejected",
    summary: "A reviewer did not accept your post.",
    next: "See the discussion for the reason. To try again, fix your post and write “/reopen” there.",
  },
  withdrawn: {
    label: "Withdrawn",
    summary: "You withdrew your post.",
    next: "To send it again, write “/reopen” in the discussion.",
  },
};

/** Headings of what an author is asked to do, in the bot’s comment and where the post is edited. */
export const taskHeadings = {
  requests: "What reviewers wrote",
  problems: "Problems to fix before it can be published",
} as const;
