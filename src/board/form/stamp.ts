/** The fields that the form fills in automatically. */
import type { Day } from "../days.ts";
import { fieldsFilledBy } from "../job/schema.ts";
import type { FormData } from "./form-data.ts";

/**
 * The submitter when nobody signs in, on a developer's own machine. People who sign up for GitHub cannot
 * have an underscore in their username, so a post with this one belongs to the maintainers alone.
 */
export const localLogin = "local_editor";

/** Who saves a post, and when. `login` is their GitHub username if they signed in. */
export type Stamp = { today: Day; login: string | undefined };

/**
 * The form of a new post with its date and submitter. Fields that only the board may set are removed,
 * because a new post can be a copy of an older one. Idempotent.
 */
export function stampNew(form: FormData, { today, login = localLogin }: Stamp): FormData {
  return { ...withoutFields(form, "board"), submitted: today, submitted_by: login };
}

/** The form without the fields that are filled in one of these ways. */
export function withoutFields(
  form: FormData,
  ...ways: Parameters<typeof fieldsFilledBy>
): FormData {
  const names: readonly string[] = fieldsFilledBy(...ways);
  return Object.fromEntries(Object.entries(form).filter(([name]) => !names.includes(name)));
}
