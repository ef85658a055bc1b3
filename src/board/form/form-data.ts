/**
 * Converts a job to the form's data and back. The form's data differs in three ways: pay is several
 * fields, values other than text are choices or text, and an empty field may be absent, null, "" or an
 * empty list.
 */
import type { BoardConfig } from "../config.ts";
import { tidyCharacters, trimCharacters } from "../job/characters.ts";
import { isPlacePart, placeParts, placesIn } from "../job/places.ts";
import type { Job, JobField, JobPlace } from "../job/schema.ts";
import { jobFields, jobSchema } from "../job/schema.ts";
import { sectionFields, splitSections, trimBlankLines } from "../job/sections.ts";
import { readLogins } from "../login.ts";
import { writeAmount } from "./amount.ts";
import { tidyMarkdown } from "./pasted-text.ts";
import { lastPlace, placeControl } from "./places.ts";
import { readDay } from "./typed-day.ts";
import { readPay } from "./typed-pay.ts";

/** The values of the form's fields by name, as plain data. */
export type FormData = Readonly<Record<string, unknown>>;

/** The fields of a job that are filled in, unchecked. */
export type Draft = Partial<Record<JobField, unknown>>;

/** The parts of the pay, in order. Each is a field of the form. */
export const salaryParts = ["min", "max", "currency", "per"] as const;

export type SalaryPart = (typeof salaryParts)[number];

/** The form's field for a part of the pay. */
export function salaryControl(part: SalaryPart): string {
  return `salary_${part}`;
}

/** Whether a field is true, false or not stated: a choice in the form. */
export function isYesOrNo(field: JobField): boolean {
  const property = jobSchema.properties[field];
  return "type" in property && property.type === "boolean";
}

/** Fills the form from a job. */
export function formFromJob(job: Job): FormData {
  const { salary, remote_from: from, managers, places: _, ...rest } = job;
  const choices = Object.entries(rest).map(([field, value]) => [
    field,
    typeof value === "boolean" ? String(value) : value,
  ]);
  return {
    ...Object.fromEntries(choices),
    ...formFromPlaces(placesIn(job)),
    ...(from && { remote_from: typeof from === "string" ? [from] : from }),
    ...(managers && { managers: managers.join(", ") }),
    ...Object.fromEntries(
      Object.entries(salary ?? {}).map(([part, value]) => [
        `salary_${part}`,
        typeof value === "number" ? writeAmount(value) : value,
      ]),
    ),
  };
}

function formFromPlaces(places: readonly JobPlace[]): FormData {
  const filled = places.flatMap((place, index) =>
    placeParts.map((part) => [placeControl(index + 1, part), place[part]] as const),
  );
  return Object.fromEntries(filled.filter(([, value]) => value !== undefined));
}

/** Empty places after the last one that is filled in do not count. Others do, so that problems have their numbers. */
function placesFromForm(form: FormData): Draft {
  const places = Array.from({ length: lastPlace(form) }, (_, index) =>
    Object.fromEntries(
      placeParts
        .map((part) => [part, tidyLine(form[placeControl(index + 1, part)])] as const)
        .filter(([, value]) => !isEmpty(value)),
    ),
  );
  return places.length > 1 ? { places } : { ...places[0] };
}

/**
 * Reads the form. Empty fields are left out, and so is anything that is not a field of a job. A whole post that was
 * pasted into the description is split like the text of a file, if the fields for its other parts are empty.
 */
export function draftFromForm(
  form: FormData,
  config: Pick<BoardConfig, "requirementsHeadings">,
): Draft {
  const draft = placesFromForm(form);
  for (const field of jobFields) {
    if (isPlacePart(field) || field === "places") continue;
    const value = fieldFromForm(field, form);
    if (!isEmpty(value)) draft[field] = value;
  }
  const { description } = draft;
  if (typeof description !== "string" || draft.requirements !== undefined) return draft;
  const { sections: parts, repeated } = splitSections(description, config);
  const isClear =
    repeated.length === 0 && !(parts.company_description && draft.company_description);
  return parts.description && parts.requirements && isClear ? { ...draft, ...parts } : draft;
}

/** Whether a value of the form counts as empty. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string" || Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.keys(value).length === 0;
}

const sections: ReadonlySet<string> = new Set(sectionFields.map(({ field }) => field));

function fieldFromForm(field: JobField, form: FormData): unknown {
  const value = form[field];
  if (field === "salary") return salaryFromForm(form);
  if (Array.isArray(value)) {
    const choices = [...new Set(value)];
    const isWorldwide = field === "remote_from" && choices.length === 1;
    return isWorldwide && choices[0] === "worldwide" ? "worldwide" : choices;
  }
  if (typeof value !== "string") return value;
  if (isAddress(field)) return trimCharacters(value);
  if (field === "managers") return readLogins(trimCharacters(value));
  const text = tidyCharacters(value);
  if (sections.has(field)) return trimBlankLines(tidyMarkdown(text));
  if (isYesOrNo(field)) return yesOrNo(text);
  if (field === "expires") return readDay(text);
  return text.trim();
}

/** Whether the value is one address, in which an invisible character is never without meaning. */
function isAddress(field: JobField): boolean {
  return field === "email" || field === "apply_url" || field === "submitted_by";
}

function tidyLine(value: unknown): unknown {
  return typeof value === "string" ? tidyCharacters(value).trim() : value;
}

function salaryFromForm(form: FormData): unknown {
  const typed = salaryParts.map((part) => [part, tidyLine(form[salaryControl(part)])] as const);
  const pay = readPay(Object.fromEntries(typed.filter(([, value]) => !isEmpty(value))));
  const parts = salaryParts.map((part) => [part, pay[part]] as const);
  return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
}

function yesOrNo(text: string): unknown {
  if (text === "true") return true;
  return text === "false" ? false : text;
}
