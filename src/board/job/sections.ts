/**
 * The body of a job file holds several fields, each below a heading of its own. Where a heading
 * stands is asked of the Markdown parser, so that the same words inside a code block, a quotation
 * or a list are text like any other.
 */
import MarkdownIt from "markdown-it";
import type { SectionField } from "./schema.ts";
import { jobSchema } from "./schema.ts";

/** The fields that stand in the body, in their order, with the heading above each ("" for none). */
export const sectionFields: readonly { field: SectionField; heading: string }[] = Object.entries(
  jobSchema.properties,
).flatMap(([field, notes]) =>
  "section" in notes ? [{ field: field as SectionField, heading: notes.section }] : [],
);

export type Sections = { [Field in SectionField]?: string };

const parser = new MarkdownIt("commonmark", { html: false });
// Only the blocks matter, and what stands within a line is half of the work.
parser.core.ruler.enableOnly(["normalize", "block"]);
const headings = new Map(sectionFields.map(({ field, heading }) => [heading.toLowerCase(), field]));

/** Divides a body at its section headings. `repeated` names the fields whose heading comes twice. */
export function splitSections(body: string): { sections: Sections; repeated: SectionField[] } {
  const lines = body.split("\n");
  const sections: Sections = {};
  const repeated: SectionField[] = [];
  let field: SectionField | undefined = headings.get("");
  let start = 0;
  const finish = (end: number) => {
    const text = trimBlankLines(lines.slice(start, end).join("\n"));
    if (field && text) sections[field] = text;
  };
  for (const heading of sectionHeadings(body)) {
    finish(heading.from);
    if (heading.field in sections || heading.field === field) repeated.push(heading.field);
    field = heading.field;
    start = heading.to;
  }
  finish(lines.length);
  return { sections, repeated };
}

/** Puts sections together again, in the order of the schema, with one line end at the end. */
export function joinSections(sections: Sections): string {
  const parts = sectionFields.flatMap(({ field, heading }) => {
    const text = trimBlankLines(sections[field] ?? "");
    if (!text) return [];
    return heading ? [`## ${heading}\n\n${text}`] : [text];
  });
  return `${parts.join("\n\n")}\n`;
}

/** Headings of the second level, outside any other block, that name a section. Lines count from 0. */
function sectionHeadings(body: string): { field: SectionField; from: number; to: number }[] {
  // Most lines are no headings, and parsing is dear: skip it where none of the names occurs.
  const lower = body.toLowerCase();
  if (![...headings.keys()].some((name) => name && lower.includes(name))) return [];
  const tokens = parser.parse(body, {});
  return tokens.flatMap((token, index) => {
    if (token.type !== "heading_open" || token.tag !== "h2" || token.level !== 0) return [];
    const field = headings.get(tokens[index + 1]?.content.trim().toLowerCase() || "-");
    return field && token.map ? [{ field, from: token.map[0], to: token.map[1] }] : [];
  });
}

/** Without empty lines around it; the indentation of its first line stays. */
export function trimBlankLines(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, "").trimEnd();
}
