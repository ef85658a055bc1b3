/** The fields of the form by what they are about, in the order in which somebody thinks of a job. */
import type { BoardConfig } from "../config.ts";
import type { FormField } from "./fields.ts";
import { formFields } from "./fields.ts";

export type FormGroup = { title: string; fields: FormField[] };

const groups: readonly { title: string; names: readonly string[] }[] = [
  {
    title: "The job",
    names: [
      ...["title", "company", "category", "job_types", "other_job_type"],
      ...["employment", "seniority"],
    ],
  },
  {
    title: "Where the work is done",
    names: [
      ...["workplace", "city", "region", "country", "remote_from"],
      ...["visa_sponsorship", "languages"],
    ],
  },
  { title: "What it pays", names: ["salary_min", "salary_max", "salary_currency", "salary_per"] },
  {
    title: "What it is about",
    names: ["description", "requirements", "company_description"],
  },
  { title: "How to apply", names: ["email", "apply_url", "contact", "expires"] },
  {
    title: "Who posts it",
    names: ["posted_by_agency", "agencies_welcome", "managers"],
  },
];

/** All fields of the form. One that no group names comes last, so that none is ever left out. */
export function formGroups(config: BoardConfig): FormGroup[] {
  const fields = formFields(config);
  const named = groups.map(({ title, names }) => ({
    title,
    fields: names.flatMap((name) => fields.filter((field) => field.name === name)),
  }));
  const all = new Set(groups.flatMap(({ names }) => names));
  const others = fields.filter(({ name }) => !all.has(name));
  return others.length > 0 ? [...named, { title: "More", fields: others }] : named;
}
