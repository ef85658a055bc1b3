/**
 * A post as schema.org JobPosting markup for search engines. Text in quotation marks is from Google's rules:
 * https://developers.google.com/search/docs/appearance/structured-data/job-posting
 *
 * Most important: everything here must also be visible on the post's page.
 */
import type { BoardConfig } from "../config.ts";
import type { Job, JobPlace } from "../job/schema.ts";
import { countryName } from "../job/vocabulary.ts";
import { postHtml } from "./html.ts";
import type { Salary } from "./pay.ts";
import { placesOf } from "./place.ts";
import type { Post } from "./post.ts";
import { scriptJson } from "./script-json.ts";

type Country = { "@type": "Country"; name: string };

export type JobPosting = {
  "@context": "https://schema.org";
  "@type": "JobPosting";
  title: string;
  /** HTML. */
  description: string;
  datePosted: string;
  validThrough: string;
  hiringOrganization: { "@type": "Organization"; name: string };
  identifier: { "@type": "PropertyValue"; name: string; value: string };
  directApply: false;
  employmentType?: (typeof employmentTypes)[keyof typeof employmentTypes];
  baseSalary?: ReturnType<typeof baseSalary>;
  jobLocation?: ReturnType<typeof jobLocation>[];
  jobLocationType?: "TELECOMMUTE";
  applicantLocationRequirements?: Country[];
};

/**
 * "Type of employment. Choose one or more of the following case-sensitive values": those below,
 * VOLUNTEER, PER_DIEM and OTHER.
 */
const employmentTypes = {
  full_time: "FULL_TIME",
  part_time: "PART_TIME",
  contractor: "CONTRACTOR",
  temporary: "TEMPORARY",
  internship: "INTERN",
} as const satisfies Record<NonNullable<Job["employment"]>, string>;

/** "one of the following case-sensitive values" */
const units = {
  hour: "HOUR",
  day: "DAY",
  week: "WEEK",
  month: "MONTH",
  year: "YEAR",
} as const satisfies Record<Salary["per"], string>;

/**
 * The markup of a post, or `undefined` if there must be none:
 * - the post is no longer listed: "We don't allow expired job postings";
 * - it is a sample, so there is no job;
 * - applicants may live anywhere: "You must specify a minimum of one country from which applicants are
 *   eligible to work", and no country would be correct.
 */
export function jobPosting(post: Post, config: BoardConfig): JobPosting | undefined {
  const { job, life } = post;
  if (life.state !== "live" || config.demo) return undefined;
  const where = whereabouts(post);
  if (!where) return undefined;
  return {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    // "The title of the job (not the title of the posting)."
    title: job.title,
    // "The full description of the job in HTML format. The description must be a complete
    // representation of the job"; of a remote one it "must clearly state that the job is 100% remote"
    // and "that the applicant may be located in certain geographical location(s)". "The feature doesn't
    // recognize header and character-level tags": so headings are paragraphs.
    description: postHtml(post, (heading) => `<p>${heading}</p>\n`),
    // "The original date that employer posted the job in ISO 8601 format." So a renewal does not change it.
    datePosted: post.published,
    // "The date when the job posting will expire in ISO 8601 format." Given as the last second at
    // which it is listed, so that its day is the last day that the page names.
    validThrough: life.until.minus({ seconds: 1 }).toISO({ suppressMilliseconds: true }),
    // "This must be the name of the company (for example, "Starbucks, Inc"), and not the specific
    // location that is hiring."
    hiringOrganization: { "@type": "Organization", name: job.company },
    // "The hiring organization's unique identifier for the job." Companies do not tell us theirs, so
    // it is the board's, under the board's name: the last part of the page's address, which never changes.
    identifier: { "@type": "PropertyValue", name: config.name, value: post.slug },
    // "Indicates whether the URL that's associated with this job posting enables direct application
    // for the job." One applies on the company's site or by mail, never on the board.
    directApply: false,
    ...(job.employment && { employmentType: employmentTypes[job.employment] }),
    ...(job.salary && { baseSalary: baseSalary(job.salary) }),
    ...where,
  };
}

/** The markup as the content of a `<script type="application/ld+json">`, or `undefined` if there is none. */
export function jobPostingScript(post: Post, config: BoardConfig): string | undefined {
  const markup = jobPosting(post, config);
  return markup && scriptJson(markup);
}

/** The place of work in Google's properties; `undefined` if none of them would be correct. */
function whereabouts(
  post: Post,
):
  | Pick<JobPosting, "jobLocation" | "jobLocationType" | "applicantLocationRequirements">
  | undefined {
  const { job, countries } = post;
  // "Jobs marked as TELECOMMUTE must be fully remote. Don't mark up jobs that allow occasional
  // work-from-home": so a hybrid job is marked up by its offices alone.
  if (job.workplace !== "remote") return { jobLocation: placesOf(job).map(jobLocation) };
  if (countries.length === 0) return undefined;
  // "The jobLocation property isn't required if applicantLocationRequirements is present", and the
  // employer's country is no place where "the employee will report to work".
  return {
    jobLocationType: "TELECOMMUTE",
    applicantLocationRequirements: countries.map((code) => ({
      "@type": "Country",
      name: countryName(code),
    })),
  };
}

/**
 * "The physical location(s) of the business where the employee will report to work (such as an office
 * or worksite) [...]. Include as many properties as possible. [...] Note that you must include the
 * addressCountry property."
 */
function jobLocation({ city, region, country }: JobPlace) {
  return {
    "@type": "Place" as const,
    address: {
      "@type": "PostalAddress" as const,
      ...(city && { addressLocality: city }),
      ...(region && { addressRegion: region }),
      ...(country && { addressCountry: country }),
    },
  };
}

/**
 * "The actual base salary for the job, as provided by the employer (not an estimate)." "To specify a
 * salary range, define a minValue and a maxValue, rather than a single value."
 */
function baseSalary({ min, max, currency, per }: Salary) {
  const amount =
    max === undefined || max === min ? { value: min } : { minValue: min, maxValue: max };
  return {
    "@type": "MonetaryAmount" as const,
    currency,
    value: { "@type": "QuantitativeValue" as const, ...amount, unitText: units[per] },
  };
}
