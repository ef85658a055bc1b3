/**
 * Reads front matter strictly, and writes it.
 *
 * gray-matter and YAML allow far more than a job post needs, and most of it has been used for attacks:
 * other languages after the fence (`---js` runs code), closing fences with text after them, anchors that
 * expand without end, tags that create other types. So the fences are checked before gray-matter sees the
 * text, and the YAML events are checked before values are constructed.
 */
import matter from "gray-matter";
import {
  CORE_SCHEMA,
  constructFromEvents,
  dump,
  EVENT_ID,
  parseEvents,
  YAMLException,
} from "js-yaml";
import type { Finding } from "../problem.ts";
import type { ProblemWords } from "../words/en/problems.ts";
import * as words from "../words/en/problems.ts";

export type FrontMatter = {
  /** An object without a prototype. */
  fields: Record<string, unknown>;
  /** The text below the closing fence. */
  body: string;
};

/** Carries a finding through gray-matter; thrown and caught in this file only. */
class Refusal extends Error {
  readonly words: ProblemWords;
  constructor(words: ProblemWords) {
    super(words.message);
    this.words = words;
  }
}

const FENCE = "---";

/**
 * Maximum number of characters in the fields, several times what real posts need. gray-matter takes three
 * seconds for 60 KiB of empty lines, and a thousand unknown fields would be a thousand problems.
 */
export const maxFrontMatter = 8 * 1024;

/** Reads a text with front matter, or says why it cannot be read. `rule` is the check that failed. */
export function readFrontMatter(
  text: string,
): { ok: true; value: FrontMatter } | { ok: false; rule: "fences" | "yaml"; finding: Finding } {
  const fences = checkFences(text);
  if (fences) return { ok: false, rule: "fences", finding: { field: null, ...fences } };
  try {
    // With options gray-matter does not use its cache, which returns {} after a failure.
    const file = matter(text, {
      language: "yaml",
      engines: { yaml: { parse: parseYaml, stringify: writeYaml } },
    });
    return { ok: true, value: { fields: file.data, body: file.content } };
  } catch (error) {
    return { ok: false, rule: "yaml", finding: { field: null, ...explain(error) } };
  }
}

/** Writes front matter and body with one blank line between them. */
export function writeFrontMatter({ fields, body }: FrontMatter): string {
  return `${FENCE}\n${writeYaml(fields)}${FENCE}\n\n${body}`;
}

/**
 * The first line and the closing line must be exactly `---`: gray-matter takes a word after the opening
 * fence as the name of a language, and any line that starts with the fence as the closing one.
 */
function checkFences(text: string): ProblemWords | undefined {
  const lines = text.split("\n");
  if (lines[0] !== FENCE) return words.firstLine;
  const closing = lines.findIndex((line, index) => index > 0 && line.startsWith(FENCE));
  if (closing === -1) return words.fieldsNotClosed;
  const fields = lines.slice(0, closing).join("\n");
  if (fields.length > maxFrontMatter) return words.fieldsTooLong(maxFrontMatter);
  return lines[closing] === FENCE ? undefined : words.moreAfterHyphens(closing + 1);
}

function parseYaml(source: string): Record<string, unknown> {
  const events = parseEvents(source, { maxDepth: 5 });
  for (const event of events) {
    if (event.type === EVENT_ID.ALIAS || ("anchorStart" in event && event.anchorStart !== -1)) {
      throw new Refusal(words.yamlAnchor);
    }
    if ("tagStart" in event && event.tagStart !== -1) {
      throw new Refusal(words.yamlTag);
    }
    if (event.type === EVENT_ID.DOCUMENT && event.directives.length > 0) {
      throw new Refusal(words.yamlDirective);
    }
  }
  const documents = constructFromEvents(events, { source, schema: CORE_SCHEMA, maxAliases: 0 });
  const [fields] = documents;
  if (documents.length !== 1 || !isMapping(fields)) {
    throw new Refusal(words.noFields);
  }
  return withoutPrototype(fields);
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

function explain(error: unknown): ProblemWords {
  if (error instanceof Refusal) return error.words;
  if (!(error instanceof YAMLException)) return words.fieldsUnreadable;
  // gray-matter passes on the text after the three hyphens, so line 0 is theirs.
  return words.yamlError(error.reason, error.mark?.line ? error.mark.line + 1 : undefined);
}
