/** Values to prefill the form with: those of a link, of an earlier post, or of a post that was sent. */
import type { BoardConfig } from "../config.ts";
import type { Day } from "../days.ts";
import { isDay } from "../days.ts";
import { completeJob } from "../job/complete.ts";
import type { ReadResult } from "../job/file.ts";
import { placeParts, rootField } from "../job/places.ts";
import type { Job } from "../job/schema.ts";
import type { Control } from "./fields.ts";
import { formFields, furtherPlaces } from "./fields.ts";
import type { FormData } from "./form-data.ts";
import { formFromJob, salaryControl, salaryParts } from "./form-data.ts";
import { mostShown, placeControl } from "./places.ts";
import { readDay } from "./typed-day.ts";

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
  if (control.kind === "day") return given.map(readDay).filter(isDay);
  if (!("options" in control)) return given.filter((value) => value.trim() !== "");
  const known = new Set(control.options.map(({ value }) => value));
  const values = control.kind === "choices" ? given.flatMap((value) => value.split(",")) : given;
  return [...new Set(values)].filter((value) => known.has(value));
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

/**
 * The form with everything that a file says, also where the schema rejects it: what is wrong is shown as it was written,
 * so that its author can correct it. `undefined` if not even the fields can be read.
 */
export function formFromFile(
  read: ReadResult,
  config: BoardConfig,
  today: Day,
): FormData | undefined {
  if (read.ok) return formFromJob(read.job);
  const { fields } = read;
  if (!fields) return undefined;
  const { job, standIns } = completeJob(fields, config, today);
  const right = Object.entries(formFromJob(job)).filter(
    ([name]) => !standIns.has(payControls.has(name) ? "salary" : name),
  );
  const wrong = [...new Set([...standIns].map(rootField))].flatMap((field) => {
    if (field === "salary") return payAsWritten(fields[field]);
    if (field === "places") return placesAsWritten(fields[field]);
    return [[field, asWritten(fields[field])] as const];
  });
  return Object.fromEntries([...right, ...wrong].filter(([, value]) => value !== undefined));
}

const payControls: ReadonlySet<string> = new Set(salaryParts.map(salaryControl));

function payAsWritten(pay: unknown): (readonly [string, unknown])[] {
  const given = Object.fromEntries(Object.entries(pay ?? {}));
  return salaryParts.map((part) => [salaryControl(part), asWritten(given[part])] as const);
}

/** An entry that is only a text is probably a city. */
function placesAsWritten(places: unknown): (readonly [string, unknown])[] {
  const all = Array.isArray(places) ? places.slice(0, mostShown) : [];
  return all.flatMap((place: unknown, index) => {
    const given = typeof place === "string" ? { city: place } : { ...Object(place) };
    return placeParts.map(
      (part) => [placeControl(index + 1, part), asWritten(given[part])] as const,
    );
  });
}

/** A wrong value as a text, or as a list of texts. */
function asWritten(value: unknown): string | string[] | undefined {
  if (Array.isArray(value)) return value.flatMap((one) => asWritten(one) ?? []);
  const isShown = typeof value === "string" || typeof value === "number";
  return isShown || typeof value === "boolean" ? String(value) : undefined;
}
