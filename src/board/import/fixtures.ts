/** An invented board for tests of imports: its dump as Django writes it, with everything that real ones have. */
import { markdownFromHtml } from "../../html-to-markdown/in-node.ts";
import { cityNames } from "../../services/city-names.ts";
import { at, testConfig } from "../fixtures.ts";
import type { ImportContext } from "./imported-post.ts";
import type { DumpObject } from "./pythondotorg.ts";

export const importNow = at("2026-11-28T12:00:00Z");

export const importContext: ImportContext = {
  config: testConfig,
  cities: cityNames,
  today: "2026-11-28",
  convert: markdownFromHtml,
};

export const vocabularyObjects: readonly DumpObject[] = [
  { model: "jobs.jobtype", pk: 1, fields: { name: "Back end", slug: "back-end", active: true } },
  { model: "jobs.jobtype", pk: 2, fields: { name: "Web", slug: "web", active: true } },
  { model: "jobs.jobtype", pk: 3, fields: { name: "Cloud", slug: "cloud", active: true } },
  { model: "jobs.jobtype", pk: 4, fields: { name: "Finance", slug: "finance", active: true } },
  { model: "jobs.jobtype", pk: 5, fields: { name: "Testing", slug: "testing", active: true } },
  { model: "jobs.jobtype", pk: 6, fields: { name: "Database", slug: "database", active: true } },
  { model: "jobs.jobtype", pk: 9, fields: { name: "Twisted", slug: "twisted", active: false } },
  {
    model: "jobs.jobcategory",
    pk: 1,
    fields: { name: "Developer / Engineer", slug: "developer-engineer", active: true },
  },
  {
    model: "jobs.jobcategory",
    pk: 8,
    fields: { name: "Webmaster", slug: "webmaster", active: false },
  },
];

/** A text as Django keeps it: raw, with its markup, and rendered. */
export function markup(
  section: "description" | "requirements" | "company_description",
  text: string,
  type: string,
  rendered: string,
): Record<string, string> {
  return {
    [section]: text,
    [`${section}_markup_type`]: type,
    [`_${section}_rendered`]: rendered,
  };
}

/** A job that is listed until 2027-01-15, with some fields changed. */
export function dumpJob(pk: number, changes: Readonly<Record<string, unknown>> = {}): DumpObject {
  return {
    model: "jobs.job",
    pk,
    fields: {
      created: "2026-10-15T09:30:00.123Z",
      updated: "2026-10-17T10:00:00Z",
      creator: 71,
      last_modified_by: ["ida.reviewer"],
      submitted_by: ["ann.sender"],
      category: 1,
      other_job_type: "",
      company_name: "Lighthouse Logic Ltd",
      job_title: "Python Developer",
      city: "Cork",
      region: "",
      country: "Ireland",
      location_slug: "cork-ireland",
      country_slug: "ireland",
      ...markup(
        "description",
        "You keep the lamps of forty lighthouses in step, in Python.",
        "restructuredtext",
        "<p>You keep the lamps of forty lighthouses in step, in Python.</p>\n",
      ),
      ...markup(
        "requirements",
        "- Python\r\n- a head for heights",
        "restructuredtext",
        '<ul class="simple">\n<li>Python</li>\n<li>a head for heights</li>\n</ul>\n',
      ),
      ...markup("company_description", "", "restructuredtext", ""),
      contact: "Cara Beam",
      email: "jobs@lighthouse.example.com",
      url: "https://lighthouse.example.com/jobs/7",
      status: "approved",
      expires: "2027-01-15T10:00:00Z",
      telecommuting: false,
      agencies: true,
      is_featured: false,
      job_types: [1, 2],
      ...changes,
    },
  };
}
