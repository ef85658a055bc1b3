/** What a pull request is about, as far as its files and its author tell. */
export type Kind =
  /** Adds a post. */
  | { kind: "new"; file: string }
  /** Changes a post of its author's own. */
  | { kind: "edit"; file: string }
  /** Closes a post of its author's own, and changes nothing else. `deleted`: by removing the file. */
  | { kind: "closing"; file: string; deleted: boolean; proven: boolean }
  /** Changes posts in the name of the board. */
  | { kind: "maintenance"; files: readonly string[] }
  /** Touches no post. */
  | { kind: "other" }
  /** Must not be merged whatever its posts say. */
  | { kind: "refused"; reasons: readonly string[] };
