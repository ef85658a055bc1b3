/** What a pull request is about, as far as its files and its author tell. */
import type { Job } from "../job/schema.ts";

export type Kind =
  /** Adds a post. */
  | { kind: "new"; file: string }
  /** Changes a post of its author’s own. */
  | { kind: "edit"; file: string; before: Job }
  /**
   * Closes a post of its author’s own, and changes nothing else. `deleted`: by removing the file.
   * `proven`: the author is known to be the owner by more than a name.
   */
  | { kind: "closing"; file: string; before: Job; deleted: boolean; proven: boolean }
  /** Changes posts in the name of the board. */
  | { kind: "maintenance"; files: readonly string[] }
  /** Touches no post. */
  | { kind: "other" }
  /** Must not be merged, whatever its posts say. */
  | { kind: "refused"; reasons: readonly string[] };

/** A pull request that reviewers of posts have to do with. */
export type Submission = Exclude<Kind, { kind: "other" | "refused" }>;

/** The paths of the posts that it touches. */
export function filesOf(kind: Submission): readonly string[] {
  return kind.kind === "maintenance" ? kind.files : [kind.file];
}
