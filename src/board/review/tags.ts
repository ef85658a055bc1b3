/** The hidden marks by which the bot knows its own comments again. A rerun then changes and never repeats. */

const begin = "<!-- job-board";

/** What the bot has looked at last. */
export type Look = {
  sha: string;
  /** The last verdict that the commit had before that look; 0 if it had none. */
  after: number;
};

/** Stands in that comment, and says what the bot has looked at last. */
export function lookTag({ sha, after }: Look): string {
  return `${begin}: head ${sha} after ${after} -->`;
}

/** Reads it from the comment. */
export function readLook(body: string): Look | undefined {
  const [, sha, after] = /<!-- job-board: head (\w+) after (\d+) -->/.exec(body) ?? [];
  return sha === undefined ? undefined : { sha, after: Number(after) };
}

/** Ends the one comment that says how things stand. */
export const statusTag = `${begin} -->`;

/** Ends a comment that was written once, such as `answer-123`. */
export function noticeTag(key: string): string {
  return `${begin}: ${key} -->`;
}
