/** The text of a post as HTML for feeds and the markup that search engines read. */

import * as words from "#words/post.ts";
import type { SectionField } from "../job/schema.ts";
import { sectionFields } from "../job/sections.ts";
import { escapeHtml } from "./markdown.ts";
import { linkedPlaces } from "./place.ts";
import type { Post } from "./post.ts";
import { restrictions as restrictionsOf } from "./restrictions.ts";

/**
 * The full text of a post as HTML, complete without its page: every section under its heading, in the order
 * of the page.
 *
 * @param heading turns a heading, which is escaped, into HTML
 */
export function postHtml(post: Post, heading: (text: string) => string): string {
  const html = {
    description: post.descriptionHtml,
    requirements: post.requirementsHtml,
    company_description: post.companyHtml,
  };
  const { requirementsHeading } = post;
  const own: { [Field in SectionField]?: string } = requirementsHeading
    ? { requirements: escapeHtml(requirementsHeading) }
    : {};
  const [description, ...others] = sectionFields.map((section) => ({
    heading: own[section.field] ?? section.heading,
    html: html[section.field],
  }));
  const locations = { heading: words.locations, html: locationsHtml(post) };
  const restrictions = { heading: words.restrictions, html: listHtml(restrictionsOf(post.job)) };
  return [description, locations, restrictions, ...others]
    .flatMap((section) => {
      if (!section?.html) return [];
      return section.heading ? [heading(section.heading), section.html] : [section.html];
    })
    .join("");
}

/** One place is next to the title wherever the text is shown. */
function locationsHtml({ job }: Post): string {
  const places = linkedPlaces(job).map(({ text }) => text);
  return places.length > 1 ? listHtml(places) : "";
}

function listHtml(texts: readonly string[]): string {
  const items = texts.map((text) => `<li>${escapeHtml(text)}</li>\n`);
  return items.length > 0 ? `<ul>\n${items.join("")}</ul>\n` : "";
}
