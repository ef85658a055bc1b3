/** Completes an invalid or unfinished post, so that rules can check it. */

import { fields as words } from "#words/fields.ts";
import type { BoardConfig } from "../config.ts";
import type { Day } from "../days.ts";
import type { Finding } from "../problem.ts";
import { checkJob } from "./check.ts";
import { isPlacePart, nameInPlaces } from "./places.ts";
import type { Job } from "./schema.ts";

/** The submitter if none is named. GitHub allows nobody this username. */
const noSubmitter = "nobody_yet";

export type CompletedJob = {
  job: Job;
  /** What the schema finds wrong with the given fields. */
  findings: Finding[];
  /** The missing or wrong fields, for which the job has a stand-in or nothing. */
  standIns: ReadonlySet<string>;
};

/** Makes a valid job of fields: wrong ones are left out, and missing ones get a stand-in. */
export function completeJob(
  fields: Record<string, unknown>,
  config: BoardConfig,
  today: Day,
): CompletedJob {
  const first = checkJob(fields, config);
  if (first.job) return { job: first.job, findings: [], standIns: new Set() };
  const wrong = new Set(first.findings.map(({ field }) => field ?? ""));
  const right = Object.entries(fields)
    .filter(([field]) => !wrong.has(field))
    .map(([field, value]) => [field, field === "places" ? placesWithout(wrong, value) : value]);
  const { job } = checkJob({ ...standIns(config, today), ...Object.fromEntries(right) }, config);
  if (!job) throw new Error("The stand-ins for missing fields do not fit the schema.");
  return { job, findings: first.findings, standIns: wrong };
}

/** Several places without their wrong parts. */
function placesWithout(wrong: ReadonlySet<string>, places: unknown): unknown {
  if (!Array.isArray(places)) return places;
  return places.map((place: object, index) =>
    Object.fromEntries(
      Object.entries(place).filter(
        ([part]) => !isPlacePart(part) || !wrong.has(nameInPlaces(index + 1, part)),
      ),
    ),
  );
}

/** A value for each required field; its label or hint if the value is shown. */
function standIns(config: BoardConfig, today: Day): Record<string, unknown> {
  return {
    title: words.title.label,
    company: words.company.label,
    category: config.categories[0]?.slug,
    workplace: "onsite",
    submitted: today,
    submitted_by: noSubmitter,
    description: words.description.hint,
    requirements: words.requirements.hint,
  };
}
