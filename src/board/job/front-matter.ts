/**
 * Reads front matter strictly, and writes it.
 *
 * gray-matter and YAML allow far more than a job post needs, and most of it has been used for attacks:
 * other languages after the fence (`---js` runs code), closing fences with text after them, anchors that
 * expand without end, tags that create other types. So the fences are checked before gray-matter sees the
 * fields, and the YAML events are checked before values are constructed.
 */
import matter from "gray-matter";
import {
  CORE_SCHEMA,
  constructFromEvents,
  dump,
  EVENT_ID,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
} from "js-yaml";
import type { ProblemWords } from "#words/problems.ts";
import * as words from "#words/problems.ts";
import type { Finding } from "../problem.ts";

/** Carries findings through gray-matter; thrown and caught in this file only. */
class Refusal extends Error {
  readonly findings: Finding[];
  constructor(...findings: Finding[]) {
    super(findings[0]?.message);
    this.findings = findings;
  }
}

const FENCE = "---";
/** Blanks behind it are not visible, and mean nothing. */
const fenceLine = /^---[ \t]*$/;

/**
 * Maximum number of characters in the fields, several times what real posts need. gray-matter takes three
 * seconds for 60 KiB of empty lines, and a thousand unknown fields would be a thousand problems.
 */
export const maxFrontMatter = 8 * 1024;

/** The part of a file that ends with the closing fence, and the text below it. Without that fence there is no text. */
export function splitAtFence(text: string): { head: string; body: string; bodyLine: number } {
  const lines = text.split("\n");
  const closing = lines.findIndex((line, index) => index > 0 && line.startsWith(FENCE));
  const end = closing === -1 ? lines.length : closing + 1;
  return {
    head: lines.slice(0, end).join("\n"),
    body: lines.slice(end).join("\n"),
    bodyLine: end + 1,
  };
}

export type FieldsResult =
  /** An object without a prototype. */
  | { ok: true; fields: Record<string, unknown> }
  /** `rule` is the check that failed. */
  | { ok: false; rule: "fences" | "yaml"; findings: Finding[] };

/** Reads the fields between the fences, or says why they cannot be read. */
export function readFields(head: string): FieldsResult {
  const lines = head.split("\n");
  const fences = checkFences(lines);
  if (fences) return { ok: false, rule: "fences", findings: [{ field: null, ...fences }] };
  try {
    // With options gray-matter does not use its cache, which returns {} after a failure.
    const { data } = matter([FENCE, ...lines.slice(1, -1), FENCE, ""].join("\n"), {
      language: "yaml",
      engines: { yaml: { parse: parseYaml, stringify: writeYaml } },
    });
    return { ok: true, fields: data };
  } catch (error) {
    return { ok: false, rule: "yaml", findings: explain(error) };
  }
}

/** Writes front matter and body with one blank line between them. */
export function writeFrontMatter(fields: object, body: string): string {
  return `${FENCE}\n${writeYaml(fields)}${FENCE}\n\n${body}`;
}

/**
 * The first line and the closing line must be `---` and nothing visible: gray-matter takes a word after the opening
 * fence as the name of a language, and any line that starts with the fence as the closing one.
 */
function checkFences(lines: readonly string[]): ProblemWords | undefined {
  const closing = lines.length - 1;
  const last = lines[closing] ?? "";
  if (!fenceLine.test(lines[0] ?? "")) return words.firstLine;
  if (closing === 0 || !last.startsWith(FENCE)) return words.fieldsNotClosed;
  const fields = lines.slice(0, closing).join("\n");
  if (fields.length > maxFrontMatter) return words.fieldsTooLong(maxFrontMatter);
  return fenceLine.test(last) ? undefined : words.moreAfterHyphens(closing + 1);
}

function parseYaml(source: string): Record<string, unknown> {
  const events = parseEvents(source, { maxDepth: 5 });
  for (const event of events) {
    if (event.type === EVENT_ID.ALIAS || ("anchorStart" in event && event.anchorStart !== -1)) {
      throw new Refusal({ field: null, ...words.yamlAnchor });
    }
    if ("tagStart" in event && event.tagStart !== -1) {
      throw new Refusal({ field: null, ...words.yamlTag });
    }
    if (event.type === EVENT_ID.DOCUMENT && event.directives.length > 0) {
      throw new Refusal({ field: null, ...words.yamlDirective });
    }
  }
  const comments = findComments(source, events);
  if (comments.length > 0) throw new Refusal(...comments);
  const documents = constructFromEvents(events, { source, schema: CORE_SCHEMA, maxAliases: 0 });
  const [fields] = documents;
  if (documents.length !== 1 || !isMapping(fields)) {
    throw new Refusal({ field: null, ...words.noFields });
  }
  return withoutPrototype(fields);
}

/**
 * Comments behind a value without quotes, which are hardly meant as such: of “Robots #1 GmbH” only “Robots” would be
 * left. Comments on lines of their own, and behind quotes and brackets, are accepted.
 */
function findComments(source: string, events: ReturnType<typeof parseEvents>): Finding[] {
  return events.flatMap((event, index): Finding[] => {
    if (event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.PLAIN) return [];
    const next = events[index + 1];
    const hasNoValue = next?.type === EVENT_ID.SCALAR && next.valueStart < 0;
    return event.valueStart < 0 ? [] : findComment(source, event, hasNoValue);
  });
}

type Range = { valueStart: number; valueEnd: number };

/** @param isKey whether it is the name of a field with nothing but a comment behind it */
function findComment(source: string, { valueStart, valueEnd }: Range, isKey: boolean): Finding[] {
  const [rest = ""] = /.*/.exec(source.slice(valueEnd)) ?? [];
  const [, comment] = (isKey ? /^:[ \t]+(#.*)/ : /^[ \t]+(#.*)/).exec(rest) ?? [];
  if (comment === undefined) return [];
  const value = (isKey ? comment : source.slice(valueStart, valueEnd) + rest)
    .replace(/\s+/g, " ")
    .trim();
  const fields = source.slice(0, valueEnd + 1).matchAll(/^\w+(?=:)/gm);
  const field = [...fields].at(-1)?.[0] ?? null;
  const start = isKey ? valueEnd + 1 : valueStart;
  const isWhole = field !== null && source.slice(0, start).trimEnd().endsWith(`\n${field}:`);
  const shown = `${isWhole ? `${field}: ` : ""}'${value.replaceAll("'", "''")}'`;
  const repair = { values: isWhole ? { [field]: value } : {}, shown };
  const line = source.slice(0, valueEnd).split("\n").length;
  const dropped = comment.length > 60 ? `${comment.slice(0, 60)}…` : comment.trim();
  return [{ field, line, ...words.commentInValue(dropped), repair }];
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A deep copy with null prototypes, so that `__proto__` is an ordinary key. */
function withoutPrototype(source: Record<string, unknown>): Record<string, unknown> {
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy);
    return isMapping(value) ? withoutPrototype(value) : value;
  };
  const target: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(source)) target[key] = copy(source[key]);
  return target;
}

/** One field per line, with lists and objects in brackets. Objects in a list have a line each. */
function writeYaml(fields: object): string {
  const options = { lineWidth: -1, noRefs: true, schema: CORE_SCHEMA };
  return Object.entries(fields)
    .map(([field, value]) => {
      const isListOfObjects = Array.isArray(value) && value.some(isMapping);
      return dump({ [field]: value }, { ...options, flowLevel: isListOfObjects ? 2 : 1 });
    })
    .join("");
}

function explain(error: unknown): Finding[] {
  if (error instanceof Refusal) return error.findings;
  if (!(error instanceof YAMLException)) return [{ field: null, ...words.fieldsUnreadable }];
  // gray-matter passes on the text after the three hyphens, so line 0 is theirs.
  const line = error.mark?.line ? error.mark.line + 1 : undefined;
  return [{ field: null, ...words.yamlError(error.reason, line) }];
}
