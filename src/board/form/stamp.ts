/** What the form fills in by itself. */
import type { Day } from "../days.ts";
import { jobFields, jobSchema } from "../job/schema.ts";
import type { FormData } from "./form-data.ts";

/**
 * Who counts as the submitter where nobody signs in: on one's own machine. GitHub gives no such
 * name to anyone who signs up by themselves, for it allows them no underscore, so a post that
 * carries it belongs to nobody but the maintainers.
 */
export const localLogin = "local_editor";

/** Who saves a post, and when. `login` is their GitHub name where they signed in. */
export type Stamp = { today: Day; login: string | undefined };

/**
 * The form of a new post with the day and the name of its submitter. What only the board may set is
 * taken out: a new post can be a copy of an older one. Stamping twice changes nothing.
 */
export function stampNew(form: FormData, { today, login = localLogin }: Stamp): FormData {
  const kept = Object.entries(form).filter(([name]) => !boardFields.has(name));
  return { ...Object.fromEntries(kept), submitted: today, submitted_by: login };
}

const boardFields: ReadonlySet<string> = new Set(
  jobFields.filter((field) => jobSchema.properties[field].filledBy === "board"),
);
