/** The text of a post as HTML for feeds and the markup that search engines read. */
import { sectionFields } from "../job/sections.ts";
import { escapeHtml } from "./markdown.ts";
import type { Post } from "./post.ts";
import { restrictions } from "./restrictions.ts";

/**
 * The full text of a post as HTML, complete without its page: every section under its heading, in the order
 * of the page.
 *
 * @param heading turns a heading, which is plain text of ours, into HTML
 */
export function postHtml(post: Post, heading: (text: string) => string): string {
  const html = {
    description: post.descriptionHtml,
    requirements: post.requirementsHtml,
    company_description: post.companyHtml,
  };
  const [description, ...others] = sectionFields.map((section) => ({
    heading: section.heading,
    html: html[section.field],
  }));
  return [description, { heading: "Restrictions", html: restrictionsHtml(post) }, ...others]
    .flatMap((section) => {
      if (!section?.html) return [];
      return section.heading ? [heading(section.heading), section.html] : [section.html];
    })
    .join("");
}

function restrictionsHtml({ job }: Post): string {
  const items = restrictions(job).map((restriction) => `<li>${escapeHtml(restriction)}</li>\n`);
  return items.length > 0 ? `<ul>\n${items.join("")}</ul>\n` : "";
}
