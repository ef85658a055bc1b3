/**
 * The fields of the form, derived from the schema: those that a submitter fills in, in the schema's
 * order. The editor and the form on the site render the same fields.
 */

import * as words from "#words/fields.ts";
import { language } from "#words/language.ts";
import type { BoardConfig, Choice } from "../config.ts";
import { exampleTitle } from "../example-title.ts";
import { mostPlaces, placeParts } from "../job/places.ts";
import type { JobField } from "../job/schema.ts";
import { fieldsFilledBy, jobSchema } from "../job/schema.ts";
import {
  countryCodes,
  countryName,
  currencies,
  currencyName,
  languageCodes,
  languageName,
} from "../job/vocabulary.ts";
import type { SalaryPart } from "./form-data.ts";
import { isYesOrNo, salaryControl, salaryParts } from "./form-data.ts";
import { placeControl } from "./places.ts";

export type Option = { label: string; value: string };

/** How a field is filled in. */
export type Control =
  | { kind: "line" }
  | { kind: "prose" }
  | { kind: "day" }
  | { kind: "choice"; options: Option[] }
  /** `max` is the maximum number of choices. */
  | { kind: "choices"; options: Option[]; max?: number };

export type FormField = {
  /** The key in the form's data: a field of a job, or a part of its pay. */
  name: string;
  label: string;
  hint: string;
  required: boolean;
  /** The maximum number of characters, if the schema has a limit. */
  limit?: number;
  control: Control;
};

/** The fields that the form starts with. Pay is one field of a job and four of the form, and of places there is one. */
export function formFields(config: BoardConfig): FormField[] {
  return fieldsFilledBy("submitter")
    .filter((field) => field !== "places")
    .flatMap((field) => (field === "salary" ? salaryFields() : [fieldFor(field, config)]));
}

/** The fields of the places after the first, up to a number: people add them one by one. */
export function furtherPlaces(config: BoardConfig, last: number = mostPlaces): FormField[] {
  return Array.from({ length: last - 1 }, (_, index) => index + 2).flatMap((number) =>
    placeParts.map((part) => ({
      ...fieldFor(part, config),
      ...{ name: placeControl(number, part), hint: "" },
    })),
  );
}

function fieldFor(field: JobField, config: BoardConfig): FormField {
  const { label, hint } = words.fields[field];
  const required: readonly string[] = jobSchema.required;
  const property = jobSchema.properties[field];
  return {
    name: field,
    label,
    hint: field === "title" ? words.titleHint(exampleTitle(config)) : hint,
    required: required.includes(field),
    ...("maxLength" in property && { limit: property.maxLength }),
    control: controlFor(field, config),
  };
}

/** The default is one line of text. */
function controlFor(field: JobField, config: BoardConfig): Control {
  if (isYesOrNo(field)) return choice(yesOrNo);
  if ("section" in jobSchema.properties[field]) return { kind: "prose" };
  switch (field) {
    case "category":
      return choice(offered(config.categories));
    case "job_types":
      return { ...choices(offered(config.types)), max: jobSchema.properties[field].maxItems };
    case "employment":
      return choice(labeled(words.employmentLabels));
    case "seniority":
      return choice(labeled(words.seniorityLabels));
    case "workplace":
      return choice(labeled(words.workplaceLabels));
    case "remote_from":
      return choices([worldwide, ...countries]);
    case "remote_regions":
      return choices(labeled(words.regionLabels));
    case "country":
      return choice(countries);
    case "languages":
      return choices(languages);
    case "expires":
      return { kind: "day" };
    default:
      return { kind: "line" };
  }
}

/** The first one has the hint for the pay as a whole. */
function salaryFields(): FormField[] {
  const hints: Partial<Record<SalaryPart, string>> = {
    min: words.fields.salary.hint,
    max: words.salaryMaxHint,
  };
  const controls: Record<SalaryPart, Control> = {
    min: { kind: "line" },
    max: { kind: "line" },
    currency: choice(
      currencies.map((value) => ({ label: words.currency(value, currencyName(value)), value })),
    ),
    per: choice(labeled(words.payPeriodLabels)),
  };
  return salaryParts.map((part) => ({
    name: salaryControl(part),
    label: words.salaryLabels[part],
    hint: hints[part] ?? "",
    required: false,
    control: controls[part],
  }));
}

const yesOrNo: Option[] = [
  { label: words.yes, value: "true" },
  { label: words.no, value: "false" },
];

const worldwide: Option = { label: words.worldwide, value: "worldwide" };

const countries = byLabel(countryCodes.map((value) => ({ label: countryName(value), value })));
const languages = byLabel(languageCodes.map((value) => ({ label: languageName(value), value })));

function choice(options: Option[]): Control {
  return { kind: "choice", options };
}

function choices(options: Option[]) {
  return { kind: "choices", options } as const;
}

/** Without retired choices, which only existing posts keep. */
function offered(all: readonly Choice[]): Option[] {
  return all
    .filter(({ retired }) => !retired)
    .map(({ slug, name }) => ({ label: name, value: slug }));
}

function labeled(labels: Record<string, string>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({ label, value }));
}

function byLabel(options: Option[]): Option[] {
  return options.sort((a, b) => a.label.localeCompare(b.label, language));
}
