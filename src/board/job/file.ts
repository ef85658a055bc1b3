/** Reads and writes job files. The only parser and the only writer of posts. */

import * as words from "#words/problems.ts";
import type { BoardConfig } from "../config.ts";
import type { Finding, Problem } from "../problem.ts";
import { readBody } from "./body.ts";
import { findRefusedCharacter } from "./characters.ts";
import { checkJob } from "./check.ts";
import { readFields, splitAtFence, writeFrontMatter } from "./front-matter.ts";
import { fieldLabel, fieldsForPlaces } from "./places.ts";
import type { Job, JobField } from "./schema.ts";
import { jobFields } from "./schema.ts";
import { joinSections, sectionFields, splitSections } from "./sections.ts";

/** The maximum size of a job file in bytes, checked before anything is parsed. */
export const maxFileBytes = 64 * 1024;

export type ReadResult =
  | ({ ok: true; job: Job } & Read)
  /** `fields` has the values, sections included, if only the schema rejected them. */
  | ({ ok: false; problems: Problem[]; fields?: Record<string, unknown> } & Read);

/** `notes` says what in the text was read as what it means, for advice; it is missing if there is nothing to say. */
type Read = { notes?: Finding[] };

/**
 * Reads a job file, whatever way it came. What has only one meaning is read: a byte order mark at the start, Windows'
 * line ends, blanks behind the fences, and soft characters in the text. Everything else is read strictly: invisible
 * characters among the fields could hide one from a reviewer.
 *
 * Each step relies on the checks of the steps before it, so reading stops at the first step with a problem, and
 * reports all problems of that step.
 *
 * @param file path of the file, for the problems
 * @param content the file's bytes, or its text if it is already decoded
 */
export function readJobFile(
  file: string,
  content: Uint8Array | string,
  config: BoardConfig,
): ReadResult {
  const refuse = (rule: string, ...findings: Finding[]) => ({
    ok: false as const,
    problems: findings.map((finding) => ({ file, rule, severity: "error" as const, ...finding })),
  });

  const size =
    typeof content === "string" ? new TextEncoder().encode(content).length : content.length;
  if (size > maxFileBytes) {
    return refuse("size", { field: null, ...words.fileTooLarge(maxFileBytes / 1024) });
  }

  const text = typeof content === "string" ? content : decode(content);
  if (text === undefined) return refuse("encoding", { field: null, ...words.notUtf8 });

  const lines = text.replace(byteOrderMark, "").replaceAll("\r\n", "\n");
  const { head, body, bodyLine } = splitAtFence(lines);
  const character = findRefusedCharacter(head);
  if (character)
    return refuse("characters", { field: null, ...words.hiddenCharacterInFile(character) });

  const frontMatter = readFields(head);
  if (!frontMatter.ok) return refuse(frontMatter.rule, ...frontMatter.findings);

  // In quotes a character can be written as an escape, so the values are checked too.
  const { fields } = frontMatter;
  const escaped = Object.entries(fields).flatMap(([field, value]): Finding[] => {
    const inName = findRefusedCharacter(field);
    if (inName) return [{ field: null, ...words.hiddenCharacterInName(inName) }];
    const character = findRefusedCharacter(stringsIn(value).join("\n"));
    return character
      ? [{ field, ...words.hiddenCharacterInValue(fieldLabel(field), character) }]
      : [];
  });
  if (escaped.length > 0) return refuse("characters", ...escaped);

  const inBody = readBody(body, bodyLine);
  if (!inBody.ok) return refuse("characters", inBody.finding);

  const misplaced = sectionFields.filter(({ field }) => field in fields);
  if (misplaced.length > 0) {
    const findings = misplaced.map(({ field, heading }) => ({
      field,
      ...words.sectionAmongFields(fieldLabel(field), heading),
    }));
    return refuse("sections", ...findings);
  }

  const { sections, repeated } = splitSections(inBody.text, config);
  if (repeated.length > 0) {
    const findings = repeated.map((field) => ({ field, ...words.headingTwice(fieldLabel(field)) }));
    return refuse("sections", ...findings);
  }

  const all = { ...fields, ...sections };
  const { job, findings } = checkJob(all, config);
  const notes = inBody.notes.length > 0 && { notes: inBody.notes };
  return {
    ...(job ? { ok: true, job } : { ...refuse("schema", ...findings), fields: all }),
    ...notes,
  };
}

export type WriteResult = { ok: true; text: string } | { ok: false; problems: Problem[] };

/**
 * Writes a job in its canonical form: fields in the order of the schema, then the sections. Rejects a job
 * that would not be read back the same, for example because a text contains one of the board's own headings
 * or an unclosed code block.
 */
export function writeJobFile(file: string, job: Job, config: BoardConfig): WriteResult {
  const body = joinSections(job, config);
  const { sections } = splitSections(body, config);
  const changed = sectionFields.find(({ field }) => (sections[field] ?? "") !== (job[field] ?? ""));
  if (changed) {
    const { field } = changed;
    const found = { field, rule: "sections", ...words.notReadBack(fieldLabel(field)) };
    return { ok: false, problems: [{ file, severity: "error", ...found }] };
  }

  const inBody: ReadonlySet<JobField> = new Set<JobField>(sectionFields.map(({ field }) => field));
  const all = inCanonicalForm(job);
  const fields = Object.fromEntries(
    jobFields
      .filter((field) => !inBody.has(field) && all[field] !== undefined)
      .map((field) => [field, all[field]]),
  );
  const text = writeFrontMatter(fields, body);
  const reread = readJobFile(file, text, config);
  return reread.ok ? { ok: true, text } : reread;
}

/** One place is written as city, region and country. */
function inCanonicalForm({ places, ...job }: Job): Job {
  return places ? { ...job, ...fieldsForPlaces(places) } : job;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // It is not UTF-8.
  }
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...stringsIn(inner)]);
}

const byteOrderMark = /^\ufeff/;
