import { remoteTerms } from "./place.ts";
import type { Post } from "./post.ts";
import { sectionFields } from "./sections.ts";

/**
 * All that a post says, in one piece of HTML that is complete without its page: where a remote job
 * can be done from, and every section under its heading.
 *
 * @param heading turns a heading, which is plain text of ours, into HTML
 */
export function postHtml(post: Post, heading: (text: string) => string): string {
  const html = {
    description: post.descriptionHtml,
    requirements: post.requirementsHtml,
    company_description: post.companyHtml,
  };
  const terms = remoteTerms(post.job);
  const sections = sectionFields.flatMap((section) => {
    const text = html[section.field];
    if (!text) return [];
    return section.heading ? [heading(section.heading), text] : [text];
  });
  return [...(terms ? [`<p>${terms}.</p>\n`] : []), ...sections].join("");
}
