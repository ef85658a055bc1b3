/** The words for values that are written as codes in job files. The form offers them, pages show them. */
import type { Job } from "./schema.ts";

export const workplaceLabels = {
  onsite: "On site",
  hybrid: "Hybrid",
  remote: "Remote",
} as const satisfies Record<Job["workplace"], string>;

export const employmentLabels = {
  full_time: "Full time",
  part_time: "Part time",
  contractor: "Contract",
  temporary: "Temporary",
  internship: "Internship",
} as const satisfies Record<NonNullable<Job["employment"]>, string>;

export const seniorityLabels = {
  junior: "Junior",
  mid: "Mid-level",
  senior: "Senior",
  lead: "Lead",
} as const satisfies Record<NonNullable<Job["seniority"]>, string>;

/** Why a post is closed, as the end of a sentence that begins with the post. */
export const closingLabels = {
  expired: "has expired",
  filled: "has been filled",
  removed: "was removed",
} as const satisfies Record<NonNullable<Job["closed"]>["reason"], string>;
