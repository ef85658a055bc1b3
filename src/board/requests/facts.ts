/** Everything a decision about a request is based on, as plain values. */
import type { Day, Instant } from "../days.ts";
import type { JobSource } from "../listing/read-board.ts";
import type { Comment, Facts, Moment, Person } from "../review/facts.ts";

export type RequestFacts = Pick<Facts, "bot" | "permissions" | "addedBy"> & {
  now: Instant;
  /** URL of the repository, without a trailing slash. */
  repository: string;
  issue: {
    number: number;
    author: Person;
    openedAt: Moment;
    state: "open" | "closed";
    body: string;
    labels: readonly string[];
    comments: readonly Comment[];
  };
  /** The file of the post that it names, if there is one; in the archive if the post is closed. */
  post: JobSource | undefined;
  /** The day it was first listed, from Git’s history. */
  firstListed: Day | undefined;
};
