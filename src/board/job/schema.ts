/**
 * The one definition of a job post: its fields, their order in a file and in the form, and the values
 * they allow. The types, the validator, the form, the CMS and the documentation derive from it. What
 * people read about a field is in `words/en/fields.ts`.
 *
 * In addition to JSON Schema's keywords a property has:
 * - `filledBy`: who provides the value. `submitter` by hand, `form` automatically, `board` only the
 *   people and jobs that run the board, never a submitter;
 * - `section`: the heading in the body that the text is under (`""` for the text before the first of
 *   these headings). Fields without it are in the front matter.
 */
import type { FromSchema } from "json-schema-to-ts";
import type { FieldWords } from "#words/fields.ts";
import { fields } from "#words/fields.ts";
import { maxLoginLength } from "../login.ts";
import { maxMailLength } from "./mail-address.ts";
import { remoteRegions } from "./remote-regions.ts";
import { deviceNames } from "./slug.ts";

const day = { type: "string", format: "day" } as const;
const moment = { type: "string", format: "moment" } as const;
const yesOrNo = { type: "boolean" } as const;
const login = { type: "string", maxLength: maxLoginLength, format: "login" } as const;
const code = { type: "string" } as const;
const line = { type: "string", minLength: 1, maxLength: 100, format: "line" } as const;
const prose = { type: "string", minLength: 1, maxLength: 30_000 } as const;

export const jobSchema = {
  type: "object",
  additionalProperties: false,
  required: [
    "title",
    "company",
    "category",
    "workplace",
    "submitted",
    "submitted_by",
    "description",
    "requirements",
  ],
  properties: {
    title: { ...line, filledBy: "submitter" },
    company: { ...line, filledBy: "submitter" },
    category: { ...code, filledBy: "submitter" },
    job_types: {
      type: "array",
      items: code,
      maxItems: 5,
      uniqueItems: true,
      filledBy: "submitter",
    },
    other_job_type: { ...line, filledBy: "submitter" },
    employment: {
      type: "string",
      enum: ["full_time", "part_time", "contractor", "temporary", "internship"],
      filledBy: "submitter",
    },
    seniority: { type: "string", enum: ["junior", "mid", "senior", "lead"], filledBy: "submitter" },
    workplace: { type: "string", enum: ["onsite", "hybrid", "remote"], filledBy: "submitter" },
    remote_from: {
      anyOf: [
        { const: "worldwide" },
        { type: "array", items: code, minItems: 1, uniqueItems: true },
      ],
      filledBy: "submitter",
    },
    remote_regions: {
      type: "array",
      items: { type: "string", enum: remoteRegions },
      minItems: 1,
      uniqueItems: true,
      filledBy: "submitter",
    },
    city: { ...line, filledBy: "submitter" },
    region: { ...line, filledBy: "submitter" },
    country: { ...code, filledBy: "submitter" },
    // Several places. One is written as city, region and country.
    places: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        properties: { city: line, region: line, country: code },
      },
      minItems: 1,
      maxItems: 5,
      filledBy: "submitter",
    },
    agencies_welcome: { ...yesOrNo, filledBy: "submitter" },
    posted_by_agency: { ...yesOrNo, filledBy: "submitter" },
    salary: {
      type: "object",
      additionalProperties: false,
      required: ["min", "currency", "per"],
      properties: {
        min: { type: "number", exclusiveMinimum: 0, maximum: 1e10 },
        max: { type: "number", exclusiveMinimum: 0, maximum: 1e10 },
        currency: code,
        per: { type: "string", enum: ["hour", "day", "week", "month", "year"] },
      },
      filledBy: "submitter",
    },
    visa_sponsorship: { ...yesOrNo, filledBy: "submitter" },
    languages: {
      type: "array",
      items: code,
      minItems: 1,
      maxItems: 10,
      uniqueItems: true,
      filledBy: "submitter",
    },
    contact: { ...line, filledBy: "submitter" },
    email: { type: "string", maxLength: maxMailLength, format: "email", filledBy: "submitter" },
    apply_url: { type: "string", maxLength: 2000, format: "web-address", filledBy: "submitter" },
    expires: { ...day, filledBy: "submitter" },
    submitted: { ...day, filledBy: "form" },
    submitted_by: { ...login, filledBy: "form" },
    managers: {
      type: "array",
      items: login,
      minItems: 1,
      maxItems: 10,
      uniqueItems: true,
      filledBy: "submitter",
    },
    published: { ...day, filledBy: "board" },
    published_at: { ...moment, filledBy: "board" },
    approved: {
      type: "object",
      additionalProperties: false,
      required: ["on"],
      properties: {
        on: day,
        pull: { type: "integer", exclusiveMinimum: 0, maximum: 999_999_999 },
        by: login,
      },
      filledBy: "board",
    },
    renewed: {
      type: "array",
      items: day,
      minItems: 1,
      maxItems: 10,
      uniqueItems: true,
      filledBy: "board",
    },
    closed: {
      type: "object",
      additionalProperties: false,
      required: ["on", "reason"],
      properties: {
        on: day,
        reason: { type: "string", enum: ["expired", "filled", "removed"] },
      },
      filledBy: "board",
    },
    featured: { ...yesOrNo, filledBy: "board" },
    aliases: {
      type: "array",
      items: { type: "string", maxLength: 200, pattern: `^/jobs/(?!${deviceNames}/)[a-z0-9-]+/$` },
      minItems: 1,
      maxItems: 10,
      uniqueItems: true,
      filledBy: "board",
    },
    description: { ...prose, section: "", filledBy: "submitter" },
    requirements: { ...prose, section: "Requirements", filledBy: "submitter" },
    company_description: { ...prose, section: "About the company", filledBy: "submitter" },
  },
} as const;

/** What a job file says. */
export type Job = FromSchema<typeof jobSchema>;

/** One of the places of an on-site or hybrid job. */
export type JobPlace = NonNullable<Job["places"]>[number];

export type JobField = keyof typeof jobSchema.properties;

/** A field in the body, below a heading or before the first of them. */
export type SectionField = {
  [Field in JobField]: (typeof jobSchema.properties)[Field] extends { section: string }
    ? Field
    : never;
}[JobField];

/** What is known about a field apart from the values it allows. */
export type FieldNotes = FieldWords & {
  filledBy: "submitter" | "form" | "board";
  section?: string;
};

/** All fields, in their order in a file and in the form. */
export const jobFields = Object.keys(jobSchema.properties) as JobField[];

export function fieldNotes(field: JobField): FieldNotes {
  const property: Omit<FieldNotes, keyof FieldWords> = jobSchema.properties[field];
  return { ...fields[field], ...property };
}

/** The fields that are filled in one of these ways, in their order in a file. */
export function fieldsFilledBy(...ways: FieldNotes["filledBy"][]): JobField[] {
  return jobFields.filter((field) => ways.includes(jobSchema.properties[field].filledBy));
}
