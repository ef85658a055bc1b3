/** Rule: advice if the text contains HTML tags, which are shown as text. */
import type { Finding } from "../problem.ts";
import * as words from "../words/en/rules.ts";
import { proseOf, sectionsOf } from "./prose.ts";
import type { Rule } from "./rule.ts";

// Real element names only: `std::vector<Pose>` and “salary <negotiable>” are not HTML.
const tag =
  /<\/?(?:a|article|audio|b|big|blockquote|body|br|button|center|code|dd|details|div|dl|dt|em|embed|font|form|h[1-6]|head|hr|html|i|iframe|img|input|ins|li|link|meta|object|ol|p|pre|script|section|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|tr|u|ul|video)(?:\s[^<>]*)?\/?>|<!--/i;

/** HTML is shown as text, which is rarely intended. */
export const rawHtml: Rule = {
  name: "raw-html",
  severity: "advice",
  *check({ job }): Iterable<Finding> {
    for (const { field, text } of sectionsOf(job)) {
      if (!tag.test(text)) continue;
      const found = tag.exec(proseOf(text))?.[0];
      if (!found) continue;
      const shown = found.length > 40 ? `${found.slice(0, 40)}…` : found;
      yield { field, ...words.rawHtml(shown) };
    }
  },
};
