import type { Finding } from "../problem.ts";
import { allTokens, sectionsOf } from "./prose.ts";
import type { Rule } from "./rule.ts";

/** Pictures would come from strangers' servers, and tell them who reads the page. */
export const images: Rule = {
  name: "images",
  severity: "advice",
  *check({ job }): Iterable<Finding> {
    for (const { field, text } of sectionsOf(job)) {
      if (!text.includes("![") || !allTokens(text).some(({ type }) => type === "image")) continue;
      yield {
        field,
        message: "The text holds a picture, which will not be shown.",
        fix: "Remove it, or say in words what it shows; an ordinary link can lead to it.",
      };
    }
  },
};
