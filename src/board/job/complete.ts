/** A post that is not sound, or not finished, as a job that rules can look at. */
import type { BoardConfig } from "../config.ts";
import type { Day } from "../days.ts";
import type { Finding } from "../problem.ts";
import { fields as words } from "../words/en/fields.ts";
import { checkJob } from "./check.ts";
import type { Job } from "./schema.ts";

/** Who counts as the submitter where nobody is named: no name that GitHub gives to anyone. */
const nobody = "nobody_yet";

export type CompletedJob = {
  job: Job;
  /** What the schema says of the fields as they were given. */
  findings: Finding[];
  /** The fields that are missing or wrong: what the job has in their place says nothing of the post. */
  standIns: ReadonlySet<string>;
};

/** Fields as a job that passes the schema: what is wrong is left out, what is missing is stood in for. */
export function completeJob(
  fields: Record<string, unknown>,
  config: BoardConfig,
  today: Day,
): CompletedJob {
  const first = checkJob(fields, config);
  if (first.job) return { job: first.job, findings: [], standIns: new Set() };
  const wrong = new Set(first.findings.map(({ field }) => field ?? ""));
  const right = Object.entries(fields).filter(([field]) => !wrong.has(field));
  const { job } = checkJob({ ...standIns(config, today), ...Object.fromEntries(right) }, config);
  if (!job) throw new Error("The stand-ins for missing fields do not fit the schema.");
  return { job, findings: first.findings, standIns: wrong };
}

/** A value for each required field; a hint of what belongs there where the value is shown. */
function standIns(config: BoardConfig, today: Day): Record<string, unknown> {
  return {
    title: words.title.label,
    company: words.company.label,
    category: config.categories[0]?.slug,
    workplace: "onsite",
    submitted: today,
    submitted_by: nobody,
    description: words.description.hint,
    requirements: words.requirements.hint,
  };
}
