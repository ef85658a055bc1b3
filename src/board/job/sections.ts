/**
 * The body of a job file has several fields, each below its own heading. The Markdown parser finds the
 * headings, so the same words in a code block, quotation or list are ordinary text.
 */
import MarkdownIt from "markdown-it";
import { deepBlocks } from "./deep-blocks.ts";
import type { SectionField } from "./schema.ts";
import { jobSchema } from "./schema.ts";

/** The fields in the body, in order, with the heading above each ("" for none). */
export const sectionFields: readonly { field: SectionField; heading: string }[] = Object.entries(
  jobSchema.properties,
).flatMap(([field, notes]) =>
  "section" in notes ? [{ field: field as SectionField, heading: notes.section }] : [],
);

export type Sections = { [Field in SectionField]?: string };

const parser = new MarkdownIt("commonmark", { html: false });
// Only blocks matter, and parsing inline content would double the work.
parser.core.ruler.enableOnly(["normalize", "block"]);
parser.use(deepBlocks);
const headings = new Map(sectionFields.map(({ field, heading }) => [heading.toLowerCase(), field]));

/** Splits a body at its section headings. `repeated` has the fields whose heading appears twice. */
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

/** Joins sections in the order of the schema, with one newline at the end. */
export function joinSections(sections: Sections): string {
  const parts = sectionFields.flatMap(({ field, heading }) => {
    const text = trimBlankLines(sections[field] ?? "");
    if (!text) return [];
    return heading ? [`## ${heading}\n\n${text}`] : [text];
  });
  return `${parts.join("\n\n")}\n`;
}

/** Top-level second-level headings that name a section. Lines count from 0. */
function sectionHeadings(body: string): { field: SectionField; from: number; to: number }[] {
  // Parsing is slow, so it is skipped if none of the names occurs.
  const lower = body.toLowerCase();
  if (![...headings.keys()].some((name) => name && lower.includes(name))) return [];
  const tokens = parser.parse(body, {});
  return tokens.flatMap((token, index) => {
    if (token.type !== "heading_open" || token.tag !== "h2" || token.level !== 0) return [];
    const field = headings.get(tokens[index + 1]?.content.trim().toLowerCase() || "-");
    return field && token.map ? [{ field, from: token.map[0], to: token.map[1] }] : [];
  });
}

/** Removes blank lines at the start and end, but keeps the indentation of the first line. */
export function trimBlankLines(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, "").trimEnd();
}
