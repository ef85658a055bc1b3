/** The fields of the form in groups. */

import { groups as words } from "#words/form.ts";
import type { BoardConfig } from "../config.ts";
import type { FormField } from "./fields.ts";
import { formFields } from "./fields.ts";

export type FormGroup = { title: string; fields: FormField[] };

const groups: readonly { title: string; names: readonly string[] }[] = [
  {
    title: words.job,
    names: [
      ...["title", "company", "category", "job_types", "other_job_type"],
      ...["employment", "seniority"],
    ],
  },
  {
    title: words.location,
    names: [
      ...["workplace", "city", "region", "country", "remote_from", "remote_regions"],
      ...["visa_sponsorship", "languages"],
    ],
  },
  { title: words.pay, names: ["salary_min", "salary_max", "salary_currency", "salary_per"] },
  {
    title: words.text,
    names: ["description", "requirements", "company_description"],
  },
  { title: words.apply, names: ["email", "apply_url", "contact", "expires"] },
  {
    title: words.poster,
    names: ["posted_by_agency", "agencies_welcome", "managers"],
  },
];

/** All fields of the form. Fields that no group names come last, so that none is missing. */
export function formGroups(config: BoardConfig): FormGroup[] {
  const fields = formFields(config);
  const named = groups.map(({ title, names }) => ({
    title,
    fields: names.flatMap((name) => fields.filter((field) => field.name === name)),
  }));
  const all = new Set(groups.flatMap(({ names }) => names));
  const others = fields.filter(({ name }) => !all.has(name));
  return others.length > 0 ? [...named, { title: words.more, fields: others }] : named;
}
