/** Rule: advice if the reader met characters in the text that it reads as what they mean. */
import type { Rule } from "./rule.ts";

export const softCharacters: Rule = {
  name: "soft-characters",
  severity: "advice",
  check: ({ notes = [] }) => notes,
};
