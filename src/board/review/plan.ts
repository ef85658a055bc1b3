/** The plan for a pull request. Plain values: printed by `--dry-run`, applied by services. */

import type { Job } from "../job/schema.ts";
import type { Kind } from "./classify.ts";
import type { CommitState, Login, Reaction } from "./facts.ts";
import type { PostChange } from "./post-change.ts";
import type { ReviewStatus } from "./status.ts";

/** Who is told if GitHub refuses, and the key of that answer. The command or review then counts as refused. */
export type Asked = { by: Login; key: string };

/** One action. A plan lists them in order. `asked`: whose decision led to it, if it was somebody’s. */
export type Action =
  | { do: "set-status"; sha: string; state: CommitState; description: string }
  | { do: "set-title"; title: string }
  | { do: "add-labels"; labels: readonly string[] }
  | { do: "remove-label"; label: string }
  | { do: "assign"; login: Login; asked?: Asked }
  | { do: "unassign"; login: Login }
  /** Merge, if the head is still this commit. */
  | { do: "merge"; sha: string; approvedBy: Login; title: string; asked?: Asked }
  | { do: "close"; asked?: Asked }
  | { do: "reopen"; asked?: Asked }
  /** Change a post on the main branch with a pull request by the bot. */
  | { do: "change-post"; change: PostChange; asked?: Asked }
  /** Create the bot’s status comment, or update it if it exists (`id`). */
  | { do: "write-comment"; id: number | null; body: string }
  /** Post another comment, so that GitHub notifies the people it mentions. `key` prevents a second one. */
  | { do: "post-comment"; key: string; body: string }
  | { do: "react"; comment: number; reaction: Reaction };

export type Plan = {
  kind: Kind;
  /** What could be read of the post, if it is about one. */
  post?: Partial<Job> | undefined;
  /** The status once the plan is applied. */
  status: ReviewStatus;
  actions: readonly Action[];
};
