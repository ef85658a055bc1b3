/**
 * What the form for owners' requests asks, in .github/ISSUE_TEMPLATE. The bot reads the answers, and links in old comments
 * contain these texts, so they must not change.
 */

/** The form’s choices. */
export const requestTypes = {
  filled: "Close it: the job is filled",
  renew: "Renew it: the job is still open",
  remove: "Remove it, text and all",
  correct: "Something in it is wrong",
} as const;

/** The form’s questions by their ids. GitHub turns each into a heading. */
export const questions = {
  post: "Which post?",
  wish: "What should be done?",
  words: "Anything to add?",
} as const;

/** Asked instead of `questions.wish` in the form for everybody. */
export const reportQuestion = "What is wrong with it?";

export function requestTitle(slug: string): string {
  return `My post: ${slug}`;
}
