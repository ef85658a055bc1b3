/** Turns what is known of a new post into a file, or into a list of what is wrong or missing. */

import { newPost, sameFile } from "#words/problems.ts";
import type { CityNames } from "./cities/city-names.ts";
import type { BoardConfig } from "./config.ts";
import type { Instant } from "./days.ts";
import { dayOf } from "./days.ts";
import { completeJob } from "./job/complete.ts";
import { writeJobFile } from "./job/file.ts";
import { liveJobPath } from "./job/path.ts";
import type { JobField } from "./job/schema.ts";
import { slugFor } from "./job/slug.ts";
import type { JobSource } from "./listing/read-board.ts";
import { checkSources } from "./listing/read-board.ts";
import type { Finding, Problem } from "./problem.ts";
import { hasErrors } from "./problem.ts";
import { applyRulesAround, rules } from "./rules/index.ts";
import { Neighbors } from "./rules/neighbors.ts";

export type DraftResult =
  /** `problems` holds advice only. */
  | { ok: true; file: string; text: string; problems: Problem[] }
  | { ok: false; problems: Problem[] };

/** What can keep a new post from being published. */
const draftRules = rules.filter(({ severity }) => severity === "error");

/**
 * Creates the file of a new post that is submitted today, if the given values have no error among the existing
 * posts. Missing values are problems; nothing is invented.
 *
 * @param known its slug, if it was sent before and keeps its name
 */
export function draftPost(
  given: { [Field in JobField]?: unknown },
  neighbors: readonly JobSource[],
  config: BoardConfig,
  now: Instant,
  { cities, known }: { cities?: CityNames; known?: string } = {},
): DraftResult {
  const today = dayOf(now);
  const { job, findings, standIns } = completeJob({ submitted: today, ...given }, config, today);
  const slug = known ?? slugFor(job);
  const file = liveJobPath(slug);
  if (findings.length > 0) {
    // Its name is not known before it is complete, so no post can have the same.
    const subject = { file: newPost, slug, archived: false, job };
    const context = { config, today, cities, neighbors: new Neighbors([]) };
    const bySchema = findings.map((finding) => refuse("schema", finding));
    const byRules = applyRulesAround(standIns, subject, context, draftRules);
    return { ok: false, problems: [...bySchema, ...byRules] };
  }
  if (neighbors.some((other) => other.file === file)) {
    return { ok: false, problems: [refuse("address-taken", { field: null, ...sameFile(file) })] };
  }
  const written = writeJobFile(file, job, config);
  if (!written.ok) return written;
  const source = { file, content: new TextEncoder().encode(written.text) };
  const isChecked = (other: string) => other === file;
  const { problems } = checkSources([...neighbors, source], config, now, { isChecked, cities });
  return hasErrors(problems)
    ? { ok: false, problems: problems.filter(({ severity }) => severity === "error") }
    : { ok: true, file, text: written.text, problems };
}

function refuse(rule: string, finding: Finding): Problem {
  return { file: newPost, rule, severity: "error", ...finding };
}
