import type { Problem } from "../problem.ts";
import type { Login, Moment } from "./facts.ts";

/** Where a submission stands. Derived from GitHub's own facts, and stored nowhere else. */
export type ReviewState =
  /** Its author has not finished it. */
  | { state: "draft" }
  /** Cannot be published as it is. */
  | { state: "invalid"; problems: readonly Problem[] }
  /** In the queue. `answered`: its author has answered to requested changes, so that it comes first. */
  | { state: "waiting"; since: Moment; answered: boolean }
  | { state: "claimed"; by: Login; since: Moment; until: Moment; answered: boolean }
  | { state: "changes-requested"; by: Login; reason: string | null; text: string }
  | { state: "merged"; by: Login }
  | { state: "rejected"; by: Login; reason: string | null }
  | { state: "withdrawn" }
  /** Nothing for reviewers of posts. */
  | { state: "not-a-submission" }
  | { state: "refused"; reasons: readonly string[] };
