/** The core's own checks, applied to a form that may be half filled in. */

import type { BoardConfig } from "../config.ts";
import type { Day } from "../days.ts";
import { findRefusedCharacter } from "../job/characters.ts";
import { completeJob } from "../job/complete.ts";
import { writeJobFile } from "../job/file.ts";
import { parseJobPath } from "../job/path.ts";
import type { JobField } from "../job/schema.ts";
import { fieldNotes } from "../job/schema.ts";
import type { Problem } from "../problem.ts";
import { applyRulesAround, rules } from "../rules/index.ts";
import { Neighbours } from "../rules/neighbours.ts";
import { hiddenCharacterInText } from "../words/en/problems.ts";
import type { Draft } from "./form-data.ts";

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
  const { job, findings, standIns } = completeJob(draft, config, today);
  const bySchema = findings.map((finding) => ({
    ...{ file, rule: "schema", severity: "error" as const },
    ...finding,
  }));
  const byCharacter = refusedCharacters(draft, file);
  const written = writeJobFile(file, job, config);
  const byWriter = written.ok ? [] : written.problems.filter(({ rule }) => rule !== charactersRule);
  const problems = [...bySchema, ...byCharacter, ...byWriter];

  const path = parseJobPath(file);
  if ("refused" in path) return problems;
  const subject = { file, ...path, job };
  const context = { config, today, neighbours: new Neighbours([subject]) };
  const chosen = isMerged ? rules.filter(({ sparesMerged }) => !sparesMerged) : rules;
  return [...problems, ...applyRulesAround(standIns, subject, context, chosen)];
}

/** The reader counts a file's lines; here the field says it, and the line within it. */
function refusedCharacters(draft: Draft, file: string): Problem[] {
  return Object.entries(draft).flatMap(([field, value]) => {
    const found = typeof value === "string" ? findRefusedCharacter(value) : undefined;
    if (!found) return [];
    const { label } = fieldNotes(field as JobField);
    const from = { file, field, rule: charactersRule, severity: "error" as const };
    return [{ ...from, ...hiddenCharacterInText(label, found) }];
  });
}
