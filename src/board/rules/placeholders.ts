/** Rule: advice if a post contains placeholders, such as “TODO”, “lorem ipsum” or example.com. */

import * as words from "#words/rules.ts";
import { partsOfPlaces } from "../job/places.ts";
import type { Finding } from "../problem.ts";
import { proseOf, sectionsOf } from "./prose.ts";
import type { Rule } from "./rule.ts";

/** Leftovers of templates and drafts. Case-sensitive if the lowercase word is an ordinary one. */
const patterns = [
  /\blorem ipsum\b/i,
  /(?:^|[\s([])(?:TODO|FIXME)(?=\s*:|\s*[\])]|\s*$)/m,
  /(?<![\p{L}\p{N}])X{3,}(?![\p{L}\p{N}])/u,
  /\[(?:(?:insert|enter|add|your|the|name of|company|employer|client|job|position|role|city|location|country|salary|amount|date|link|url|e-?mail|phone|number)\b)[^\]\n]{0,60}\](?!\(|\[|:)/i,
  /<(?:insert|enter|your|company|employer|job|position|city|location|salary|date)\b[^>\n]{0,60}>/i,
  /\b(?:your (?:company name|text|description)|(?:text|description) goes) here\b/i,
  /\b(?:company|employer)_name\b/i,
];

const fillers =
  /^(?:test(?:ing)?(?: (?:post|job|title|company))?|asdf\w*|qwert\w*|foo|bar|foo ?bar|(?:job |your )?title|(?:my |your )?company(?: name)?|untitled|n\/?a|none|tb[ad]|[-.?x*_]+)$/i;

/** Reserved for examples (RFC 2606). Samples may use them. */
const exampleHost =
  /^https?:\/\/(?:[^/?#]*\.)?example\.(?:com|org|net)(?:[:/?#]|$)|@(?:.*\.)?example\.(?:com|org|net)$/i;

export const placeholders: Rule = {
  name: "placeholders",
  severity: "advice",
  *check({ job }, { config }): Iterable<Finding> {
    const lines = (["title", "company", "contact"] as const).map((field) => ({
      ...{ field, value: job[field] },
    }));
    for (const { field, value } of [...lines, ...partsOfPlaces(job, ["city"])]) {
      if (value && (fillers.test(value) || patterns.some((pattern) => pattern.test(value)))) {
        yield { field, ...words.placeholder(value) };
      }
    }
    for (const { field, text } of sectionsOf(job)) {
      if (!patterns.some((pattern) => pattern.test(text))) continue;
      const prose = proseOf(text);
      const [match] = patterns.flatMap((pattern) => pattern.exec(prose)?.[0].trim() || []);
      if (match) yield { field, ...words.placeholder(match) };
    }
    if (config.demo) return;
    for (const field of ["apply_url", "email"] as const) {
      const value = job[field];
      if (value && exampleHost.test(value)) yield { field, ...words.placeholder(value) };
    }
  },
};
