/** The fields of a job post in words: what each is called, what belongs in it, how to fix it, and its choices. */
import type { RemoteRegion } from "../../job/remote-regions.ts";
import { remoteRegions } from "../../job/remote-regions.ts";
import type { Job, JobField } from "../../job/schema.ts";

export type FieldWords = {
  /** Its label in the form. */
  label: string;
  /** The hint below the label. */
  hint: string;
  /** How to write it in a job file. */
  fix: string;
};

function list(choices: readonly string[]): string {
  return `${choices.slice(0, -1).join(", ")}, and ${choices.at(-1)}`;
}

const date = "Write the date as year-month-day, such as 2027-01-31.";
const trueOrFalse = "Write true or false (not yes or no), or leave it out.";
const blankIsFine = "Leave it blank if you’d rather not say.";

export const fields: Record<JobField, FieldWords> = {
  title: {
    label: "Job title",
    hint: "The title people would search for.",
    fix: "Enter the job title on one line, up to 100 characters.",
  },
  company: {
    label: "Company",
    hint: "The employer’s name. If the employer is confidential, an agency gives its own name.",
    fix: "Enter the company name on one line, up to 100 characters.",
  },
  category: {
    label: "Category",
    hint: "The main kind of work.",
    fix: "Choose one of the board’s categories.",
  },
  job_types: {
    label: "Technologies and fields",
    hint: "Choose up to five that matter most. People filter jobs by them.",
    fix: "Choose up to five different ones from the board’s list, such as [web, database].",
  },
  other_job_type: {
    label: "Another technology or field",
    hint: "Only if it is not in the list above.",
    fix: "Enter it on one line, up to 100 characters, or leave it out.",
  },
  employment: {
    label: "Employment type",
    hint: "What kind of contract you offer.",
    fix: "Use full_time, part_time, contractor, temporary, or internship.",
  },
  seniority: {
    label: "Seniority",
    hint: "How much experience you expect.",
    fix: "Use junior, mid, senior, or lead.",
  },
  workplace: {
    label: "Workplace",
    hint: "Hybrid means that some days at the office are expected.",
    fix: "Use onsite, hybrid, or remote.",
  },
  remote_from: {
    label: "Eligible countries",
    hint: "Where people can work from. Required for remote jobs, unless you choose regions below. Search engines show posts that name countries or regions, but not those open worldwide.",
    fix: "Write worldwide, or a list of country codes such as [DE, AT, CH]. Regions such as EU belong in remote_regions.",
  },
  remote_regions: {
    label: "Eligible regions",
    hint: "Only for remote jobs: people in all countries of these regions can work from there.",
    fix: `Write a list of regions, such as [EU] or [Europe, North America]. The choices are ${list(remoteRegions)}.`,
  },
  city: {
    label: "City",
    hint: "Where the office is. Required for on-site and hybrid jobs. Leave it empty for remote jobs.",
    fix: "Enter the city on one line, up to 100 characters.",
  },
  region: {
    label: "Region or state",
    hint: "If the name of the city is not clear without it. Leave it empty for remote jobs.",
    fix: "Enter the region on one line, up to 100 characters, or leave it out.",
  },
  country: {
    label: "Country",
    hint: "Where the office is. Required for on-site and hybrid jobs. For a remote job, where the employer is.",
    fix: "Use the country’s two-letter code in capitals (ISO 3166-1), such as DE, US, or GB.",
  },
  places: {
    label: "Places",
    hint: "Up to five places where the job can be done, instead of `city`, `region`, and `country`. Leave it out for one place and for remote jobs.",
    fix: "Write a list of up to five places, such as [{city: Berlin, country: DE}, {city: Portland, region: Oregon, country: US}].",
  },
  agencies_welcome: {
    label: "Recruitment agencies may contact us",
    hint: blankIsFine,
    fix: trueOrFalse,
  },
  posted_by_agency: {
    label: "We are a recruitment agency",
    hint: "Shown next to the company name.",
    fix: trueOrFalse,
  },
  salary: {
    label: "Pay",
    hint: "What the job pays, before tax. Shown in the list of jobs.",
    fix: "Write it like {min: 65000, max: 85000, currency: EUR, per: year}. You can leave out max.",
  },
  visa_sponsorship: { label: "We sponsor visas", hint: blankIsFine, fix: trueOrFalse },
  languages: {
    label: "Languages",
    hint: "Languages that the person must speak to do the job.",
    fix: "Use two-letter language codes (ISO 639-1), such as [en, de].",
  },
  contact: {
    label: "Contact person",
    hint: "Public. Someone applicants can ask about the job.",
    fix: "Enter a name on one line, up to 100 characters, or leave it out.",
  },
  email: {
    label: "Email address for applications",
    hint: "Enter this, a link, or both. It is public and stays in the board’s history forever, so a shared address such as jobs@ is best.",
    fix: "Enter one email address such as jobs@example.com, or leave it out.",
  },
  apply_url: {
    label: "Link to apply",
    hint: "Enter this, an email address, or both. Link to the page for this job, starting with https://.",
    fix: "Copy the full address of the job’s page, such as https://example.com/jobs/42.",
  },
  expires: {
    label: "Last day",
    hint: "The last day the post is shown, if earlier than the board’s own limit.",
    fix: date,
  },
  submitted: {
    label: "Submitted on",
    hint: "The date the post was first sent. It never changes.",
    fix: date,
  },
  submitted_by: {
    label: "Submitted by",
    hint: "The GitHub username of the person who sent the post. It never changes.",
    fix: "Enter only the GitHub username, such as octocat.",
  },
  managers: {
    label: "Colleagues who may edit and close the post",
    hint: "Their GitHub usernames or the addresses of their profiles, separated by commas.",
    fix: "List only their GitHub usernames, such as [octocat, hubot].",
  },
  published: {
    label: "First listed on",
    hint: "The date the post was first listed, if the Git history does not show it.",
    fix: date,
  },
  published_at: {
    label: "First listed at",
    hint: "The second (UTC) the post was first listed. Added when the post is archived; until then, the Git history shows it. It only counts on the date in `published`.",
    fix: "Write date and time like 2027-01-31T09:30:00Z, or leave it out.",
  },
  approved: {
    label: "Approved",
    hint: "When a reviewer approved the post, in which pull request, and who it was. Added when the post is archived; until then, the Git history shows it.",
    fix: "Write it like {on: 2027-01-31, pull: 42, by: octocat}. You can leave out pull and by.",
  },
  renewed: {
    label: "Renewed on",
    hint: "The dates the post was renewed. Its time on the board restarts on each.",
    fix: "Write a list of dates, such as [2027-01-31].",
  },
  closed: {
    label: "Closed",
    hint: "When and why the post was closed.",
    fix: "Write it like {on: 2027-01-31, reason: filled}. The reason is expired, filled, or removed.",
  },
  featured: {
    label: "Featured",
    hint: "Shows a mark next to the title. It does not change the order.",
    fix: trueOrFalse,
  },
  aliases: {
    label: "Old addresses",
    hint: "Former addresses that redirect to this post.",
    fix: "Write a list of paths such as [/jobs/1234/].",
  },
  description: {
    label: "Description",
    hint: "What the person will do, and with which technologies.",
    fix: "Describe the job in the text below the second --- line.",
  },
  requirements: {
    label: "Requirements",
    hint: "What applicants need to have or know.",
    fix: "Add a line “## Requirements” to the text, and write below it what applicants need.",
  },
  company_description: {
    label: "About the company",
    hint: "Who you are, in a few sentences.",
    fix: "Write some text below “## About the company”, or remove that heading.",
  },
};

/** The hint for the title, with an example from the board’s settings. */
export function titleHint(example: string): string {
  return `The title people would search for, such as “${example}”.`;
}

/** A field of one of several places, counted from 1. */
export function labelInPlace(label: string, number: number): string {
  return `${label} of place ${number}`;
}

/** The form has a field for each part of the pay. */
export const salaryLabels = {
  min: "Minimum pay",
  max: "Maximum pay",
  currency: "Currency",
  per: "Pay period",
} satisfies Record<keyof NonNullable<Job["salary"]>, string>;

export function currency(code: string, name: string): string {
  return `${code} – ${name}`;
}

export const salaryMaxHint = "Only if you give a range.";

export const regionLabels: Record<RemoteRegion, string> = {
  EU: "European Union (EU)",
  EEA: "European Economic Area (EEA)",
  Europe: "Europe",
  "North America": "North America (without Mexico)",
  "Latin America": "Latin America and the Caribbean",
  Americas: "All of the Americas",
  Africa: "Africa",
  Asia: "Asia",
  Oceania: "Oceania",
};

export const workplaceLabels: Record<Job["workplace"], string> = {
  onsite: "On site",
  hybrid: "Hybrid",
  remote: "Remote",
};

export const employmentLabels: Record<NonNullable<Job["employment"]>, string> = {
  full_time: "Full time",
  part_time: "Part time",
  contractor: "Contract",
  temporary: "Temporary",
  internship: "Internship",
};

export const seniorityLabels: Record<NonNullable<Job["seniority"]>, string> = {
  junior: "Junior",
  mid: "Mid-level",
  senior: "Senior",
  lead: "Lead",
};

export const payPeriodLabels: Record<NonNullable<Job["salary"]>["per"], string> = {
  hour: "Hour",
  day: "Day",
  week: "Week",
  month: "Month",
  year: "Year",
};

/** Why a post is closed, as the end of a sentence that begins with the post. */
export const closingLabels: Record<NonNullable<Job["closed"]>["reason"], string> = {
  expired: "has expired",
  filled: "has been filled",
  removed: "was removed",
};

export const yes = "Yes";
export const no = "No";
export const worldwide = "Worldwide";

/** Titles of the JSON Schemas for other programs. */
export const publishedSchemas = {
  api: (board: string) => `The open jobs of the ${board}`,
  jobFile: (board: string) => `The fields of a job file of the ${board}, between its --- lines`,
};
