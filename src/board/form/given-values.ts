/** Values to prefill the form with: those of a link, or of an earlier post. */
import type { BoardConfig } from "../config.ts";
import type { Job } from "../job/schema.ts";
import type { Control } from "./fields.ts";
import { formFields, furtherPlaces } from "./fields.ts";
import type { FormData } from "./form-data.ts";
import { formFromJob } from "./form-data.ts";

/**
 * The values in the query of an address, by the names of the form's fields, such as `?title=…&company=…`.
 * Several choices are several parameters, or separated by commas. Unknown fields and choices are ignored.
 */
export function formFromQuery(query: URLSearchParams, config: BoardConfig): FormData {
  const given = [...formFields(config), ...furtherPlaces(config)].flatMap(({ name, control }) => {
    const values = valuesFor(control, query.getAll(name));
    if (values.length === 0) return [];
    return [[name, control.kind === "choices" ? values : values[0]] as const];
  });
  return Object.fromEntries(given);
}

function valuesFor(control: Control, given: readonly string[]): string[] {
  if (!("options" in control)) return given.filter((value) => value.trim() !== "");
  const known = new Set(control.options.map(({ value }) => value));
  const values = control.kind === "choices" ? given.flatMap((value) => value.split(",")) : given;
  return values.filter((value) => known.has(value));
}

/**
 * The form for posting a job again: what the submitter had filled in, except for the last day, which
 * has passed.
 */
export function formToPostAgain(job: Job, config: BoardConfig): FormData {
  const form = formFromJob(job);
  const names = [...formFields(config), ...furtherPlaces(config)].map(({ name }) => name);
  return Object.fromEntries(
    names
      .filter((name) => name !== "expires" && form[name] !== undefined)
      .map((name) => [name, form[name]]),
  );
}
