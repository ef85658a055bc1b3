/** The hidden marks by which the bot knows its own comments again. A rerun then changes and never repeats. */

const begin = "<!-- job-board";

/** Stands in that comment, and says at which commit the bot has looked last. */
export function headTag(sha: string): string {
  return `${begin}: head ${sha} -->`;
}

/** Ends the one comment that says how things stand. */
export const statusTag = `${begin} -->`;

/** Ends a comment that was written once, such as `answer-123`. */
export function noticeTag(key: string): string {
  return `${begin}: ${key} -->`;
}
