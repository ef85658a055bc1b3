/** The fields of the form, derived from the schema: the submitter's are shown, the form's are hidden. */
import type { BoardConfig, Choice } from "../src/board/config.ts";
import { employmentLabels, seniorityLabels, workplaceLabels } from "../src/board/job/labels.ts";
import type { JobField } from "../src/board/job/schema.ts";
import { fieldNotes, jobFields, jobSchema } from "../src/board/job/schema.ts";
import {
  countryCodes,
  countryName,
  currencies,
  languageCodes,
  languageName,
} from "../src/board/job/vocabulary.ts";
import type { SalaryPart } from "./form-data.ts";
import { isYesOrNo, salaryControl, salaryParts } from "./form-data.ts";
import { slugControl } from "./job-format.ts";

/** A field in Decap's configuration. `widget` is one of Decap's own or of `controls.ts`. */
export type FormField = {
  name: string;
  widget: string;
  label?: string;
  hint?: string;
  required?: boolean;
  options?: Option[];
  multiple?: boolean;
  max?: number;
  [setting: string]: unknown;
};

type Option = { label: string; value: string };

/** The name of the control that says what is wrong with the form as a whole. */
export const noticeControl = "_notice";

/** The fields of the form, in the order of the schema. */
export function formFields(config: BoardConfig): FormField[] {
  const shown = jobFields.filter((field) => fieldNotes(field).filledBy === "submitter");
  const stamped = jobFields.filter((field) => fieldNotes(field).filledBy === "form");
  return [
    { name: noticeControl, label: "Before you save", widget: "notice", required: false },
    ...shown.flatMap((field) => (field === "salary" ? salaryFields() : [fieldFor(field, config)])),
    ...[...stamped, slugControl].map((name) => ({ name, widget: "hidden" })),
  ];
}

/** How each field is filled in. What is not named here is one line of text. */
function fieldFor(field: JobField, config: BoardConfig): FormField {
  const { title, description } = fieldNotes(field);
  const required: readonly string[] = jobSchema.required;
  const base = { name: field, label: title, hint: description, required: required.includes(field) };
  if (isYesOrNo(field)) return { ...base, widget: "select", options: yesOrNo };
  if ("section" in jobSchema.properties[field]) return { ...base, ...prose };
  switch (field) {
    case "category":
      return { ...base, widget: "select", options: choices(config.categories) };
    case "job_types":
      return {
        ...base,
        ...several(choices(config.types)),
        max: jobSchema.properties[field].maxItems,
      };
    case "employment":
      return { ...base, widget: "select", options: labelled(employmentLabels) };
    case "seniority":
      return { ...base, widget: "select", options: labelled(seniorityLabels) };
    case "workplace":
      return { ...base, widget: "select", options: labelled(workplaceLabels) };
    case "remote_from":
      return { ...base, ...several([worldwide, ...countries]) };
    case "country":
      return { ...base, widget: "select", options: countries };
    case "languages":
      return { ...base, ...several(languages) };
    case "expires":
      return { ...base, widget: "datetime", format: "YYYY-MM-DD", time_format: false };
    default:
      return { ...base, widget: "string" };
  }
}

/** The label of a part of the pay. */
export function salaryLabel(part: SalaryPart): string {
  const { title, properties } = jobSchema.properties.salary;
  return `${title}, ${properties[part].title.toLowerCase()}`;
}

/** Pay is one field of a job and four of the form; the first of them has the hint. */
function salaryFields(): FormField[] {
  const { description, properties } = jobSchema.properties.salary;
  const settings = {
    min: { widget: "string", hint: description },
    max: { widget: "string", hint: "Only if it is a range." },
    currency: { widget: "select", options: currencies.map(plain) },
    per: { widget: "select", options: properties.per.enum.map(plain) },
  };
  return salaryParts.map((part) => ({
    name: salaryControl(part),
    label: salaryLabel(part),
    required: false,
    ...settings[part],
  }));
}

const yesOrNo: Option[] = [
  { label: "Yes", value: "true" },
  { label: "No", value: "false" },
];

const worldwide: Option = { label: "Worldwide", value: "worldwide" };

const countries = byLabel(countryCodes.map((value) => ({ label: countryName(value), value })));
const languages = byLabel(languageCodes.map((value) => ({ label: languageName(value), value })));

// Headings of the first two levels are the page's and the file's own; pictures are not shown.
const prose = {
  widget: "markdown",
  modes: ["rich_text", "raw"],
  editor_components: [],
  buttons: [
    ...["bold", "italic", "link", "bulleted-list", "numbered-list"],
    ...["heading-three", "heading-four", "quote", "code"],
  ],
};

function several(options: Option[]) {
  return { widget: "select", multiple: true, options };
}

/** What is retired stays in posts that have it, but is not offered. */
function choices(all: readonly Choice[]): Option[] {
  return all
    .filter(({ retired }) => !retired)
    .map(({ slug, name }) => ({ label: name, value: slug }));
}

function labelled(labels: Record<string, string>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({ label, value }));
}

function plain(value: string): Option {
  return { label: value, value };
}

function byLabel(options: Option[]): Option[] {
  return options.sort((a, b) => a.label.localeCompare(b.label, "en"));
}
