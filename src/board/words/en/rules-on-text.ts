/** What the rules on the look of a post's text find, and how to fix it. */
import type { ProblemWords } from "./problems.ts";

export const garbledText: ProblemWords = {
  message: "Readers would see codes instead of some characters, as happens when text is copied.",
  fix: "Correct them.",
};
