/**
 * The one definition of a job post: its fields, their order in a file and in the form, what they
 * may hold, and the words in which people are told of it. The types, the check, the form of the
 * CMS and the documentation are all derived from it.
 *
 * Beside JSON Schema's own words a property has:
 * - `title`, `description`: its label and hint in the form;
 * - `fix`: the sentence that says how to mend a wrong value;
 * - `filledBy`: who gives the value. `submitter` by hand, `form` stamps it, `board` is set by the
 *   people and jobs that run the board and never by a submitter;
 * - `section`: the heading in the body under which the text stands (`""` for the text before the
 *   first of these headings). Fields without it stand in the front matter.
 */
import type { FromSchema } from "json-schema-to-ts";

const day = {
  type: "string",
  format: "day",
  fix: "Write the day as year-month-day, such as 2027-01-31.",
} as const;
const yesOrNo = {
  type: "boolean",
  fix: "Write true or false (yes and no are not understood), or leave the field out.",
} as const;
const login = { type: "string", maxLength: 39, format: "login" } as const;
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
    title: {
      ...line,
      title: "Job title",
      description: "As the person hired would say it, for example “Senior Django Developer”.",
      fix: "Give the title of the job on one line of at most 100 characters.",
      filledBy: "submitter",
    },
    company: {
      ...line,
      title: "Company",
      description: "The employer’s name. An agency gives its own name if the employer’s is secret.",
      fix: "Give the name of the company on one line of at most 100 characters.",
      filledBy: "submitter",
    },
    category: {
      ...code,
      title: "Category",
      description: "The kind of work this mostly is.",
      fix: "Choose one of the board’s categories.",
      filledBy: "submitter",
    },
    job_types: {
      type: "array",
      items: code,
      maxItems: 5,
      uniqueItems: true,
      title: "Technologies and fields",
      description: "Up to five that matter most. People filter by them.",
      fix: "Choose up to five different ones from the board’s list, such as [web, database].",
      filledBy: "submitter",
    },
    other_job_type: {
      ...line,
      title: "Another technology or field",
      description: "Only if the list above lacks it.",
      fix: "Name it on one line of at most 100 characters, or leave the field out.",
      filledBy: "submitter",
    },
    employment: {
      type: "string",
      enum: ["full_time", "part_time", "contractor", "temporary", "internship"],
      title: "Kind of employment",
      description: "What the contract will be.",
      fix: "Choose full_time, part_time, contractor, temporary or internship.",
      filledBy: "submitter",
    },
    seniority: {
      type: "string",
      enum: ["junior", "mid", "senior", "lead"],
      title: "Seniority",
      description: "The experience you expect.",
      fix: "Choose junior, mid, senior or lead.",
      filledBy: "submitter",
    },
    workplace: {
      type: "string",
      enum: ["onsite", "hybrid", "remote"],
      title: "Workplace",
      description: "Hybrid means that some days at the office are expected.",
      fix: "Choose onsite, hybrid or remote.",
      filledBy: "submitter",
    },
    remote_from: {
      anyOf: [
        { const: "worldwide" },
        { type: "array", items: code, minItems: 1, uniqueItems: true },
      ],
      title: "Remote from where",
      description:
        "Needed for remote jobs: the countries one may live in. Naming them lets search engines show the post; “worldwide” does not.",
      fix: "Write worldwide, or a list of country codes such as [DE, AT, CH].",
      filledBy: "submitter",
    },
    city: {
      ...line,
      title: "City",
      description:
        "Where the office is. Needed for on-site and hybrid jobs; leave it empty for remote ones.",
      fix: "Give the city on one line of at most 100 characters.",
      filledBy: "submitter",
    },
    region: {
      ...line,
      title: "Region or state",
      description: "Where it helps to tell two cities apart. Not for remote jobs.",
      fix: "Give the region on one line of at most 100 characters, or leave the field out.",
      filledBy: "submitter",
    },
    country: {
      ...code,
      title: "Country",
      description:
        "Where the office is: needed for on-site and hybrid jobs. For a remote job, where the employer is.",
      fix: "Give the two capital letters of the country (ISO 3166-1), such as DE, US or GB.",
      filledBy: "submitter",
    },
    agencies_welcome: {
      ...yesOrNo,
      title: "Recruitment agencies may contact us",
      description: "Leave it open if you would rather not say.",
      filledBy: "submitter",
    },
    posted_by_agency: {
      ...yesOrNo,
      title: "We are a recruitment agency",
      description: "It stands beside the company’s name.",
      filledBy: "submitter",
    },
    salary: {
      type: "object",
      additionalProperties: false,
      required: ["min", "currency", "per"],
      properties: {
        min: { type: "number", exclusiveMinimum: 0, maximum: 1e10, title: "From" },
        max: { type: "number", exclusiveMinimum: 0, maximum: 1e10, title: "To" },
        currency: { ...code, title: "Currency" },
        per: { type: "string", enum: ["hour", "day", "week", "month", "year"], title: "Per" },
      },
      title: "Pay",
      description: "What the job pays, before tax. Readers see it in the list.",
      fix: "Write it like {min: 65000, max: 85000, currency: EUR, per: year}; max may be left out.",
      filledBy: "submitter",
    },
    visa_sponsorship: {
      ...yesOrNo,
      title: "We sponsor a visa",
      description: "Leave it open if you would rather not say.",
      filledBy: "submitter",
    },
    languages: {
      type: "array",
      items: code,
      minItems: 1,
      maxItems: 10,
      uniqueItems: true,
      title: "Languages spoken",
      description: "Languages that the person must speak to do the job.",
      fix: "Give two-letter language codes (ISO 639-1), such as [en, de].",
      filledBy: "submitter",
    },
    contact: {
      ...line,
      title: "Contact person",
      description: "Public. Whom applicants may ask for.",
      fix: "Give a name on one line of at most 100 characters, or leave the field out.",
      filledBy: "submitter",
    },
    email: {
      type: "string",
      maxLength: 254,
      format: "email",
      title: "E-mail address for applications",
      description:
        "Give this, a link, or both. Public, and kept in the board’s history for ever: a role address is best.",
      fix: "Give one plain address such as jobs@example.com, or leave the field out.",
      filledBy: "submitter",
    },
    apply_url: {
      type: "string",
      maxLength: 2000,
      format: "web-address",
      title: "Link to apply",
      description:
        "Give this, an e-mail address, or both. The page of this very job, beginning with https://.",
      fix: "Copy the full address of the job’s page, such as https://example.com/jobs/42.",
      filledBy: "submitter",
    },
    expires: {
      ...day,
      title: "Last day",
      description: "The last day on which the post is shown, if sooner than the board’s own limit.",
      filledBy: "submitter",
    },
    submitted: {
      ...day,
      title: "Submitted on",
      description: "The day the post was first sent. It never changes.",
      filledBy: "form",
    },
    submitted_by: {
      ...login,
      title: "Submitted by",
      description: "The GitHub name of whoever sent the post. It never changes.",
      fix: "Give a GitHub user name, without the @.",
      filledBy: "form",
    },
    managers: {
      type: "array",
      items: login,
      minItems: 1,
      maxItems: 10,
      uniqueItems: true,
      title: "Colleagues who may edit and close the post",
      description: "Their GitHub names.",
      fix: "Give a list of GitHub user names without the @, such as [octocat, hubot].",
      filledBy: "submitter",
    },
    published: {
      ...day,
      title: "First listed on",
      description: "The day on which the post was first listed, where history does not tell it.",
      filledBy: "board",
    },
    approved: {
      type: "object",
      additionalProperties: false,
      required: ["on"],
      properties: {
        on: { ...day, title: "On" },
        pull: { type: "integer", exclusiveMinimum: 0, maximum: 999_999_999, title: "Pull request" },
        by: { ...login, title: "By" },
      },
      title: "Approved",
      description:
        "When a reviewer let the post through, in which pull request, and who it was. Written into it when it goes to the archive; until then history tells it.",
      fix: "Write it like {on: 2027-01-31, pull: 42, by: octocat}; pull and by may be left out.",
      filledBy: "board",
    },
    renewed: {
      type: "array",
      items: day,
      minItems: 1,
      maxItems: 10,
      uniqueItems: true,
      title: "Renewed on",
      description: "The days from which the post’s time on the board started anew.",
      fix: "Write a list of days, such as [2027-01-31].",
      filledBy: "board",
    },
    closed: {
      type: "object",
      additionalProperties: false,
      required: ["on", "reason"],
      properties: {
        on: { ...day, title: "On" },
        reason: { type: "string", enum: ["expired", "filled", "removed"], title: "Reason" },
      },
      title: "Closed",
      description: "Since when and why the post is no longer listed.",
      fix: "Write it like {on: 2027-01-31, reason: filled}; the reason is expired, filled or removed.",
      filledBy: "board",
    },
    featured: {
      ...yesOrNo,
      title: "Featured",
      description: "A mark beside the title. It does not change the order.",
      filledBy: "board",
    },
    aliases: {
      type: "array",
      items: { type: "string", maxLength: 200, pattern: "^/jobs/[a-z0-9-]+/$" },
      minItems: 1,
      maxItems: 10,
      uniqueItems: true,
      title: "Old addresses",
      description: "Addresses that lead to this post.",
      fix: "Write a list of paths such as [/jobs/1234/].",
      filledBy: "board",
    },
    description: {
      ...prose,
      section: "",
      title: "Description",
      description: "What the job is, and how the person will use Python.",
      fix: "Say in the text below the second --- line what the job is.",
      filledBy: "submitter",
    },
    requirements: {
      ...prose,
      section: "Requirements",
      title: "Requirements",
      description: "What the applicant must bring.",
      fix: "Add a line “## Requirements” to the text, and below it what the applicant must bring.",
      filledBy: "submitter",
    },
    company_description: {
      ...prose,
      section: "About the company",
      title: "About the company",
      description: "Who you are, in a few sentences.",
      fix: "Write some text below “## About the company”, or remove that heading.",
      filledBy: "submitter",
    },
  },
} as const;

/** What a job file says. */
export type Job = FromSchema<typeof jobSchema>;

export type JobField = keyof typeof jobSchema.properties;

/** A field that stands in the body, under a heading or before the first of them. */
export type SectionField = {
  [Field in JobField]: (typeof jobSchema.properties)[Field] extends { section: string }
    ? Field
    : never;
}[JobField];

/** What the schema says of one field beside what it may hold. */
export type FieldNotes = {
  title: string;
  description: string;
  fix: string;
  filledBy: "submitter" | "form" | "board";
  section?: string;
};

/** All fields, in the order in which they stand in a file and in the form. */
export const jobFields = Object.keys(jobSchema.properties) as JobField[];

/** Label, hint and so on of a field. */
export function fieldNotes(field: JobField): FieldNotes {
  return jobSchema.properties[field];
}
