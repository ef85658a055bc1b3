/**
 * The facts that a decision about a pull request is based on: what GitHub knows, the posts, and the time. Plain values,
 * so that a situation can be stored and decided again.
 */
import type { Instant, Moment } from "../days.ts";
import type { JobSource } from "../listing/read-board.ts";

export type { Moment };

/** GitHub compares logins case-insensitively. */
export type Login = string;

/** A person’s role in the repository. https://docs.github.com/rest/collaborators/collaborators */
export type Permission = "admin" | "maintain" | "write" | "triage" | "read" | "none";

export type Person = { login: Login; id: number };

/** A file that a pull request changes. */
export type ChangedFile = {
  path: string;
  change: "added" | "modified" | "removed" | "renamed" | "other";
  /** The former path of a renamed file. */
  previousPath?: string;
  /** Git’s mode, such as `100644`, if the file exists at the head and is in `jobs/`. */
  mode?: string;
  /** The bytes at the head if the file may be a post, or why they were not read. */
  content?: Uint8Array | { refused: string };
};

export type Commit = {
  sha: string;
  /** The account that GitHub shows as the author. It can be forged. */
  author: Login | null;
};

export type Comment = {
  id: number;
  author: Login;
  body: string;
  at: Moment;
  /** Whether it was edited. */
  edited: boolean;
  /** The bot’s reactions to it. */
  reactions: readonly Reaction[];
};

/** `+1`: done. `confused`: not done, and answered with the reason. */
export type Reaction = "+1" | "confused";

export type Review = {
  id: number;
  author: Login;
  state: "approved" | "changes-requested" | "commented" | "dismissed";
  body: string;
  /** The head at the time of the review. */
  sha: string;
  at: Moment;
};

export type PullEvent = {
  /** Of two in the same second, the later one has the greater id. */
  id: number;
  event: "assigned" | "unassigned" | "closed" | "reopened";
  /** Who did it. */
  actor: Login;
  /** For assignments: who was assigned or unassigned. */
  assignee?: Login;
  at: Moment;
};

/** A commit status set by the bot. GitHub dates it, so its time can’t be forged. */
export type CommitStatus = {
  /** Of two in the same second, the later one has the greater id. */
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
  /** The SHA of the last commit. */
  head: string;
  /** The branch that it comes from, which tells how it was sent. */
  branch: string;
  /** `null` while GitHub does not know yet. */
  mergeable: boolean | null;
  openedAt: Moment;
  /** Who merged it. */
  mergedBy: Login | null;
  labels: readonly string[];
  assignees: readonly Login[];
  /** The number of changed files; `files` has fewer if there are too many. */
  changedFiles: number;
  /** Its commits are too large to read, so none of its files are known. */
  isTooLarge?: true;
  /** What merging would change, while it is open and can be merged. */
  files: readonly ChangedFile[];
  /** Oldest first. */
  commits: readonly Commit[];
  comments: readonly Comment[];
  reviews: readonly Review[];
  events: readonly PullEvent[];
  /** Of all commits of the pull request. */
  commitStatuses: readonly CommitStatus[];
};

/** A post in another open pull request. */
export type OtherSubmission = {
  number: number;
  author: Login;
  path: string;
  /** The file’s bytes, if they could be read. */
  content?: Uint8Array;
};

/** The lists are in no particular order, except for the commits. */
export type Facts = {
  now: Instant;
  /** The bot’s login. */
  bot: Login;
  pull: PullRequest;
  /** The permissions of everybody involved, by login in lowercase. */
  permissions: Readonly<Record<Login, Permission>>;
  /** Every file in `jobs/` on the main branch now. */
  posts: readonly JobSource[];
  /** Posts in open pull requests that were opened before this one. */
  others: readonly OtherSubmission[];
  /** An earlier open pull request with the same head, which therefore shares its commit status. */
  duplicateHead: number | null;
  /** Who opened the merged pull request that added the changed post; `null` if none did. */
  addedBy: Person | null;
};
