/** Rule: advice if the text contains images, which the board does not show. */
import type { Finding } from "../problem.ts";
import * as words from "../words/en/rules.ts";
import { allTokens, sectionsOf } from "./prose.ts";
import type { Rule } from "./rule.ts";

/** Images would load from strangers' servers, and reveal who reads the page. */
export const images: Rule = {
  name: "images",
  severity: "advice",
  *check({ job }): Iterable<Finding> {
    for (const { field, text } of sectionsOf(job)) {
      if (!text.includes("![") || !allTokens(text).some(({ type }) => type === "image")) continue;
      yield { field, ...words.images };
    }
  },
};
