/** The core's own checks, applied to a form that may be half filled in. */

import type { BoardConfig } from "../src/board/config.ts";
import type { Day } from "../src/board/days.ts";
import { findRefusedCharacter } from "../src/board/job/characters.ts";
import { checkJob } from "../src/board/job/check.ts";
import { writeJobFile } from "../src/board/job/file.ts";
import { parseJobPath } from "../src/board/job/path.ts";
import type { Job, JobField } from "../src/board/job/schema.ts";
import { fieldNotes } from "../src/board/job/schema.ts";
import type { Finding, Problem } from "../src/board/problem.ts";
import { applyRules, rules } from "../src/board/rules/index.ts";
import { Neighbours } from "../src/board/rules/neighbours.ts";
import type { Draft } from "./form-data.ts";
import { localLogin } from "./stamp.ts";

/** The name under which the core's reader reports characters. */
const charactersRule = "characters";

/** What a draft is judged by, beside itself. */
export type DraftContext = {
  /** The path that its file has or will have. */
  file: string;
  /** Whether the file is there already: then rules that spare merged posts spare it too. */
  isMerged: boolean;
  config: BoardConfig;
  today: Day;
};

/**
 * All that is wrong with a draft, and all advice on it. The schema is applied to every field; the
 * rules, which look at a whole job, to the draft with stand-ins for what is missing or wrong, and
 * what they say of a stand-in is left out.
 */
export function checkDraft(draft: Draft, draftContext: DraftContext): Problem[] {
  const { file, isMerged, config, today } = draftContext;
  const { job, findings, standIns } = completeDraft(draft, config, today);
  const bySchema = findings.map((finding) => ({
    ...{ file, rule: "schema", severity: "error" as const },
    ...finding,
  }));
  const byCharacter = refusedCharacters(draft, file);
  const written = writeJobFile(file, job, config);
  const byWriter = written.ok ? [] : written.problems.filter(({ rule }) => rule !== charactersRule);
  const problems = [...bySchema, ...byCharacter, ...byWriter];

  // Without a workplace nothing can be said of the place, and the rules would guess.
  const path = parseJobPath(file);
  if (standIns.has("workplace") || "refused" in path) return problems;
  const subject = { file, ...path, job };
  const context = { config, today, neighbours: new Neighbours([subject]) };
  const chosen = isMerged ? rules.filter(({ sparesMerged }) => !sparesMerged) : rules;
  const byRules = applyRules(subject, context, chosen).filter(
    ({ field }) => field === null || !standIns.has(field),
  );
  return [...problems, ...byRules];
}

/** The reader counts a file's lines; here the field says it, and the line within it. */
function refusedCharacters(draft: Draft, file: string): Problem[] {
  return Object.entries(draft).flatMap(([field, value]) => {
    const found = typeof value === "string" ? findRefusedCharacter(value) : undefined;
    if (!found) return [];
    const { title } = fieldNotes(field as JobField);
    return [
      {
        ...{ file, field, rule: charactersRule, severity: "error" as const },
        message: `“${title}” holds ${found.name} (${found.code}) in line ${found.line}.`,
        fix: "Type that line anew, or paste it as plain text, so that the hidden character is gone.",
      },
    ];
  });
}

/** The draft as a job that passes the schema: what is wrong in it is left out, what is missing stood in for. */
export function completeDraft(
  draft: Draft,
  config: BoardConfig,
  today: Day,
): { job: Job; findings: Finding[]; standIns: ReadonlySet<string> } {
  const first = checkJob(draft, config);
  if (first.job) return { job: first.job, findings: [], standIns: new Set() };
  const wrong = new Set(first.findings.map(({ field }) => field ?? ""));
  const right = Object.entries(draft).filter(([field]) => !wrong.has(field));
  const { job } = checkJob({ ...standIns(config, today), ...Object.fromEntries(right) }, config);
  if (!job) throw new Error("The stand-ins for missing fields do not fit the schema.");
  return { job, findings: first.findings, standIns: wrong };
}

/** A value for each required field; a hint of what belongs there where the value is shown. */
function standIns(config: BoardConfig, today: Day): Record<string, unknown> {
  const title = (field: JobField) => fieldNotes(field).title;
  return {
    title: title("title"),
    company: title("company"),
    category: config.categories[0]?.slug,
    workplace: "onsite",
    submitted: today,
    submitted_by: localLogin,
    description: fieldNotes("description").description,
    requirements: fieldNotes("requirements").description,
  };
}
