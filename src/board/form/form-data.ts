/**
 * A job as the form holds it, and back. Three things differ from the job itself: what is a group
 * there (pay) is several fields here, values that are no text become choices or text, and whatever
 * is not filled in may be absent, null, "" or an empty list.
 */
import type { Job, JobField } from "../job/schema.ts";
import { jobFields, jobSchema } from "../job/schema.ts";
import { sectionFields, trimBlankLines } from "../job/sections.ts";
import { readAmount, writeAmount } from "./amount.ts";
import { tidyCharacters, tidyMarkdown } from "./pasted-text.ts";

/** The values of the form's fields by name, as plain data. */
export type FormData = Readonly<Record<string, unknown>>;

/** Fields of a job as far as they are filled in; nothing in it has been checked. */
export type Draft = Partial<Record<JobField, unknown>>;

/** Parts of the pay, in their order. Each is a field of its own in the form. */
export const salaryParts = ["min", "max", "currency", "per"] as const;

export type SalaryPart = (typeof salaryParts)[number];

/** The form's field for a part of the pay. */
export function salaryControl(part: SalaryPart): string {
  return `salary_${part}`;
}

/** Whether a field is one of true, false and not stated: a choice in the form. */
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

/** Reads the form. What is empty is left out, and so is what is no field of a job. */
export function draftFromForm(form: FormData): Draft {
  const draft: Draft = {};
  for (const field of jobFields) {
    const value = fieldFromForm(field, form);
    if (!isEmpty(value)) draft[field] = value;
  }
  return draft;
}

/** Whether a field of the form counts as not filled in. */
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
  const text = tidyCharacters(value);
  if (sections.has(field)) return trimBlankLines(tidyMarkdown(text));
  if (field === "managers") return text.split(/[\s,@[\]]+/).filter(Boolean);
  if (isYesOrNo(field)) return yesOrNo(text);
  return text.trim();
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
