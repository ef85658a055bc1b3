/**
 * The body of a job file has several fields, each below its own heading. The Markdown parser finds the
 * headings, so the same words in a code block, quotation or list are ordinary text.
 */
import MarkdownIt from "markdown-it";
import type { BoardConfig } from "../config.ts";
import { sectionHeadings as translated } from "../words/every-language.ts";
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

/** The setting that says which headings mean “Requirements”. */
type Headings = Pick<BoardConfig, "requirementsHeadings">;

const parser = new MarkdownIt("commonmark", { html: false });
// Only blocks matter, and parsing inline content would double the work.
parser.core.ruler.enableOnly(["normalize", "block"]);
parser.use(deepBlocks);
/** Also in the board’s other languages. Only the first one is ever written. */
const headings = new Map(
  sectionFields.flatMap(({ field, heading }) =>
    [heading, ...translated[field]].map((text) => [text.toLowerCase(), field] as const),
  ),
);

/**
 * Splits a body at its section headings. `repeated` has the fields whose heading appears twice.
 *
 * Without “## Requirements”, the first heading that means it starts the requirements, whatever its level. It stays
 * above their text, on the level of the board's own heading, because it is shown instead of that.
 */
export function splitSections(
  body: string,
  config: Headings,
): { sections: Sections; repeated: SectionField[] } {
  const lines = body.split("\n");
  const sections: Sections = {};
  const repeated: SectionField[] = [];
  let field: SectionField | undefined = headings.get("");
  let start = 0;
  let own = "";
  const finish = (end: number) => {
    const text = trimBlankLines(lines.slice(start, end).join("\n"));
    if (field && text) sections[field] = own ? `## ${own}\n\n${text}` : text;
  };
  for (const heading of sectionHeadings(body, config)) {
    finish(heading.from);
    if (heading.field in sections || heading.field === field) repeated.push(heading.field);
    field = heading.field;
    start = heading.to;
    own = heading.own ?? "";
  }
  finish(lines.length);
  return { sections, repeated };
}

/**
 * Joins sections in the order of the schema, with one newline at the end. Requirements below a heading of their
 * author's get no other, if they are found without it.
 */
export function joinSections(sections: Sections, config: Headings): string {
  if (splitOwnHeading(sections.requirements ?? "", config).heading) {
    const body = join(sections, true);
    const found = splitSections(body, config).sections;
    if (sectionFields.every(({ field }) => found[field] === sections[field])) return body;
  }
  return join(sections, false);
}

function join(sections: Sections, hasOwnHeading: boolean): string {
  const parts = sectionFields.flatMap(({ field, heading }) => {
    const text = trimBlankLines(sections[field] ?? "");
    if (!text) return [];
    const isBelow = heading && !(hasOwnHeading && field === "requirements");
    return isBelow ? [`## ${heading}\n\n${text}`] : [text];
  });
  return `${parts.join("\n\n")}\n`;
}

/** The author's own heading above requirements, in Markdown, and the text below it. */
export function splitOwnHeading(
  requirements: string,
  config: Headings,
): { heading?: string; text: string } {
  const [line, heading = ""] = /^## (.+)\n+(?=.)/.exec(requirements) ?? [];
  if (line === undefined || !meansRequirements(heading, config)) return { text: requirements };
  return { heading, text: requirements.slice(line.length) };
}

type SectionHeading = { field: SectionField; from: number; to: number; own?: string };

/** Top-level headings that start a section. Lines count from 0. */
function sectionHeadings(body: string, config: Headings): SectionHeading[] {
  // Parsing is slow.
  if (!/^ {0,3}(?:#|-+[ \t]*$|=+[ \t]*$)/m.test(body)) return [];
  const tokens = parser.parse(body, {});
  const all = tokens.flatMap((token, index) => {
    if (token.type !== "heading_open" || token.level !== 0 || !token.map) return [];
    const [from, to] = token.map;
    return [{ from, to, level: token.tag, text: tokens[index + 1]?.content.trim() ?? "" }];
  });
  const literal = all.flatMap(({ from, to, level, text }): SectionHeading[] => {
    const field = level === "h2" ? headings.get(text.toLowerCase() || "-") : undefined;
    return field ? [{ field, from, to }] : [];
  });
  if (literal.some(({ field }) => field === "requirements")) return literal;
  const meant = all.find(({ text }) => isRequirements(text) || meansRequirements(text, config));
  if (!meant) return literal;
  const { from, to, text } = meant;
  const heading = { from, to, field: "requirements" as const };
  const found = isRequirements(text) ? heading : { ...heading, own: text };
  return [...literal, found].sort((one, other) => one.from - other.from);
}

/** The same word as the board's heading, on another level or with signs around it. */
function isRequirements(heading: string): boolean {
  return requirements.has(keyOf(heading));
}

const requirements = new Set(["Requirements", ...translated.requirements].map(keyOf));

const known = new WeakMap<readonly string[], ReadonlySet<string>>();

function meansRequirements(heading: string, { requirementsHeadings: all }: Headings): boolean {
  const keys = known.get(all) ?? new Set(all.map(keyOf));
  known.set(all, keys);
  const key = keyOf(heading.replace(aroundMeaning, ""));
  return !isRequirements(heading) && (keys.has(key) || requirements.has(key));
}

/** A number before a heading, or a note behind it. */
const aroundMeaning = /^\W*\d{1,2}[.)]\s|\s\([^()]*\)\W*$/g;

/** A heading without case, punctuation and markup. */
function keyOf(heading: string): string {
  return heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[&+/]/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Removes blank lines at the start and end, but keeps the indentation of the first line. */
export function trimBlankLines(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, "").trimEnd();
}
