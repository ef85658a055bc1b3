/** What is known of a request when it is decided upon. Plain values, as for a pull request. */
import type { Day, Instant } from "../days.ts";
import type { JobSource } from "../listing/read-board.ts";
import type { Comment, Facts, Moment, Person } from "../review/facts.ts";

export type RequestFacts = Pick<Facts, "bot" | "permissions" | "addedBy"> & {
  now: Instant;
  issue: {
    number: number;
    author: Person;
    openedAt: Moment;
    state: "open" | "closed";
    body: string;
    labels: readonly string[];
    comments: readonly Comment[];
  };
  /** The file of the post that it names, if there is one; a closed post’s lies in the archive. */
  post: JobSource | undefined;
  /** Since when the post is listed, if history tells. */
  firstListed: Day | undefined;
};
