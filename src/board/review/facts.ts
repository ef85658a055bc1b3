/**
 * What is known of a pull request when it is decided upon: GitHub's own facts, the posts there are, and
 * the moment. Plain values, so that a situation can be written down and decided again.
 */
import type { Instant } from "../days.ts";
import type { JobSource } from "../listing/read-board.ts";

/** A moment as GitHub writes it: ISO 8601 in UTC to the second. Moments compare as strings. */
export type Moment = string;

/** Of one spelling or another: GitHub tells logins apart without case. */
export type Login = string;

/** What somebody may do in the repository. https://docs.github.com/rest/collaborators/collaborators */
export type Permission = "admin" | "maintain" | "write" | "triage" | "read" | "none";

export type Person = { login: Login; id: number };

/** A file that a pull request changes. */
export type ChangedFile = {
  path: string;
  change: "added" | "modified" | "removed" | "renamed" | "other";
  /** Where a renamed file was. */
  previousPath?: string;
  /** Of the file at the head, where it still is and lies in `jobs/`: Git's mode, such as `100644`. */
  mode?: string;
  /** The bytes at the head, where the file may be a post; or why they were not read. */
  content?: Uint8Array | { refused: string };
};

export type Commit = {
  sha: string;
  /** Whose account GitHub takes the commit's author for. The author can forge it. */
  author: Login | null;
};

export type Comment = {
  id: number;
  author: Login;
  body: string;
  at: Moment;
  /** Whether it was changed after it was written. */
  edited: boolean;
  /** The bot's own reactions to it. */
  reactions: readonly Reaction[];
};

/** `+1`: carried out. `confused`: not carried out, and answered. */
export type Reaction = "+1" | "confused";

export type Review = {
  id: number;
  author: Login;
  state: "approved" | "changes-requested" | "commented" | "dismissed";
  body: string;
  /** The commit that was the head when it was given. */
  sha: string;
  at: Moment;
};

export type PullEvent = {
  id: number;
  event: "assigned" | "unassigned" | "closed" | "reopened";
  /** Who did it. */
  actor: Login;
  /** Of an assignment: whom it is about. */
  assignee?: Login;
  at: Moment;
};

/** A commit status that the bot has given. The server dates it, so that nobody can forge its day. */
export type CommitStatus = {
  /** Of two of one second the later has the greater one. */
  id: number;
  sha: string;
  state: CommitState;
  description: string;
  at: Moment;
};

/** https://docs.github.com/rest/commits/statuses */
export type CommitState = "success" | "failure" | "pending" | "error";

export type PullRequest = {
  number: number;
  title: string;
  state: "open" | "merged" | "closed";
  draft: boolean;
  author: Person;
  /** Of the last commit. */
  head: string;
  /** `null` while GitHub has not found out yet. */
  mergeable: boolean | null;
  openedAt: Moment;
  /** Who merged it. */
  mergedBy: Login | null;
  labels: readonly string[];
  assignees: readonly Login[];
  /** How many files GitHub counts; `files` stops at GitHub's limit. */
  changedFiles: number;
  /** What merging it would change, as long as it is open and can be merged. */
  files: readonly ChangedFile[];
  /** The oldest first. */
  commits: readonly Commit[];
  comments: readonly Comment[];
  reviews: readonly Review[];
  events: readonly PullEvent[];
  /** Of all commits of the pull request that have one. */
  commitStatuses: readonly CommitStatus[];
};

/** A post in another pull request that is open. */
export type OtherSubmission = {
  number: number;
  author: Login;
  path: string;
  /** The file's text, where GitHub gave it. */
  text?: string;
};

/** Lists are in any order, but for that of the commits. */
export type Facts = {
  now: Instant;
  /** The login under which the bot acts. */
  bot: Login;
  pull: PullRequest;
  /** What may be done by those who have a say here, by their logins in small letters. */
  permissions: Readonly<Record<Login, Permission>>;
  /** Every file in `jobs/` on the main branch as it is now. */
  posts: readonly JobSource[];
  /** Posts in other pull requests that are open, and were opened before this one. */
  others: readonly OtherSubmission[];
  /** An earlier open pull request whose head is the same commit, so that a commit status on it is on both. */
  duplicateHead: number | null;
  /** Who opened the merged pull request that brought the changed post to the board; `null` if none did. */
  addedBy: Person | null;
};
