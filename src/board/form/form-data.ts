/**
 * Converts a job to the form's data and back. The form's data differs in three ways: pay is several
 * fields, values other than text are choices or text, and an empty field may be absent, null, "" or an
 * empty list.
 */
import { tidyCharacters, trimCharacters } from "../job/characters.ts";
import type { Job, JobField } from "../job/schema.ts";
import { jobFields, jobSchema } from "../job/schema.ts";
import { sectionFields, trimBlankLines } from "../job/sections.ts";
import { readLogins } from "../login.ts";
import { readAmount, writeAmount } from "./amount.ts";
import { tidyMarkdown } from "./pasted-text.ts";

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
  const { salary, remote_from: from, managers, ...rest } = job;
  const choices = Object.entries(rest).map(([field, value]) => [
    field,
    typeof value === "boolean" ? String(value) : value,
  ]);
  return {
    ...Object.fromEntries(choices),
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

/** Reads the form. Empty fields are left out, and so is anything that is not a field of a job. */
export function draftFromForm(form: FormData): Draft {
  const draft: Draft = {};
  for (const field of jobFields) {
    const value = fieldFromForm(field, form);
    if (!isEmpty(value)) draft[field] = value;
  }
  return draft;
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
  if (field === "remote_from" && Array.isArray(value)) {
    return value.length === 1 && value[0] === "worldwide" ? "worldwide" : value;
  }
  if (typeof value !== "string") return value;
  if (isAddress(field)) return trimCharacters(value);
  if (field === "managers") return readLogins(trimCharacters(value));
  const text = tidyCharacters(value);
  if (sections.has(field)) return trimBlankLines(tidyMarkdown(text));
  if (isYesOrNo(field)) return yesOrNo(text);
  return text.trim();
}

/** Whether the value is one address, in which an invisible character is never without meaning. */
function isAddress(field: JobField): boolean {
  return field === "email" || field === "apply_url" || field === "submitted_by";
}

function salaryFromForm(form: FormData): unknown {
  const parts = salaryParts.map((part) => {
    const value = form[salaryControl(part)];
    const isAmount = part === "min" || part === "max";
    return [part, isAmount && typeof value === "string" ? readAmount(value) : value] as const;
  });
  return Object.fromEntries(parts.filter(([, value]) => !isEmpty(value)));
}

function yesOrNo(text: string): unknown {
  if (text === "true") return true;
  return text === "false" ? false : text;
}
