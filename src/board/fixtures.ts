/** A sound job for tests to start from, and the settings they judge it by. */
import { DateTime } from "luxon";
import type { BoardConfig } from "./config.ts";
import type { Instant } from "./days.ts";
import type { Job } from "./job/schema.ts";

/** Settings of a board that are independent of `src/board.config.ts`, which every community changes. */
export const testConfig: BoardConfig = {
  name: "Test Job Board",
  description: "Jobs for people who work with Python.",
  url: "https://jobs.example.org/",
  host: "github-pages",
  repository: { owner: "example-org", name: "python-job-board", branch: "main" },
  contact: "jobs@example.org",
  topic: { name: "Python", terms: ["Python", "Django", "scikit-learn", "PySpark", "PyPI"] },
  requirementsHeadings: ["Skills", "Your profile", "What you bring", "What we’re looking for"],
  categories: [
    { slug: "developer-engineer", name: "Developer / Engineer" },
    { slug: "researcher-scientist", name: "Researcher / Scientist" },
    { slug: "manager-executive", name: "Manager / Executive" },
    { slug: "system-administrator", name: "System Administrator" },
    { slug: "test-engineer", name: "Test Engineer" },
    { slug: "evangelist", name: "Evangelist" },
    { slug: "other", name: "Other" },
  ],
  types: [
    { slug: "back-end", name: "Back end" },
    { slug: "front-end", name: "Front end" },
    { slug: "web", name: "Web" },
    { slug: "cloud", name: "Cloud" },
    { slug: "database", name: "Database" },
    { slug: "big-data", name: "Big Data" },
    { slug: "systems", name: "Systems" },
    { slug: "operations", name: "Operations" },
    { slug: "testing", name: "Testing" },
    { slug: "integration", name: "Integration" },
    { slug: "numeric-processing", name: "Numeric processing" },
    { slug: "statistics", name: "Statistics" },
    { slug: "machine-learning", name: "Machine Learning" },
    { slug: "image-processing", name: "Image Processing" },
    { slug: "text-processing", name: "Text Processing" },
    { slug: "finance", name: "Finance" },
    { slug: "search", name: "Search" },
    { slug: "management", name: "Management" },
    { slug: "lead", name: "Lead" },
    { slug: "evangelism", name: "Evangelism" },
  ],
  postLanguages: ["en"],
  lifetimes: { listedDays: 90, newDays: 30, closingSoonDays: 7, renewals: 2, renewalDays: 30 },
  pageSize: 25,
  recentPosts: 300,
  closedPageYears: null,
  feedSize: 50,
  criteria: [
    {
      title: "Python is mentioned",
      text: "The post makes clear how the person will use Python.",
      evidence: "topic-named",
    },
    {
      title: "Python is the main language",
      text: "Other languages are fine, but Python is what the job is mostly about.",
      evidence: "topic-weight",
    },
    {
      title: "The work is paid",
      text: "We don’t list unpaid, voluntary, or equity-only work.",
      evidence: "pay",
    },
    {
      title: "The post is in English",
      text: "Every reviewer and reader must be able to understand it.",
      evidence: "language",
    },
    {
      title: "The link works",
      text: "It leads to a page about this job, or to one where people can apply for it.",
      evidence: "link",
    },
    {
      title: "The email address is plausible",
      text: "It belongs to the company or agency.",
      evidence: "email",
    },
    {
      title: "The category is right",
      text: "The category and the technologies match the text.",
      evidence: "filing",
    },
    {
      title: "Agencies identify themselves",
      text: "A post by a recruitment agency says so.",
      evidence: "agency",
    },
    {
      title: "It is not a duplicate",
      text: "A job is listed only once. Renew or close the old post first.",
      evidence: "duplicate",
    },
    {
      title: "No conflict of interest",
      text: "Reviewers don’t review posts of companies they are affiliated with.",
      evidence: "affiliation",
    },
  ],
  review: {
    reviewers: [],
    claimDays: 7,
    rota: false,
    reasons: [
      {
        slug: "not-python",
        title: "Too little Python",
        text: "This board lists jobs in which Python is the main language.",
      },
      {
        slug: "formatting",
        title: "The text is hard to read",
        text: "The formatting is broken, for example headings or lists that are not shown as such.",
      },
      {
        slug: "duplicate",
        title: "The job is already listed",
        text: "The same job is already on the board or in the queue.",
      },
      {
        slug: "voluntary",
        title: "The work is not paid",
        text: "This board lists only paid work: no voluntary, unpaid, or equity-only positions.",
      },
      {
        slug: "agency",
        title: "The agency does not identify itself",
        text: "Recruitment agencies are welcome if their posts say so.",
      },
      {
        slug: "incomplete",
        title: "Information is missing",
        text: "Applicants need to know what the work is, what you expect of them, and how to apply.",
      },
      {
        slug: "not-english",
        title: "The post is not in English",
        text: "Posts must be in English, so that every reviewer can check them and every reader can understand them.",
      },
      {
        slug: "bad-link",
        title: "The link doesn’t lead to the job",
        text: "The link is broken, or leads to a page that says nothing about this job.",
      },
      { slug: "spam", title: "Not a job post", text: "This post does not offer a job." },
    ],
  },
  demo: null,
};

export const soundJob: Job = {
  title: "Senior Django Developer",
  company: "Example Analytics GmbH",
  category: "developer-engineer",
  job_types: ["web", "database"],
  employment: "full_time",
  workplace: "hybrid",
  city: "Berlin",
  country: "DE",
  salary: { min: 65000, max: 85000, currency: "EUR", per: "year" },
  apply_url: "https://example.com/jobs/42",
  submitted: "2026-11-22",
  submitted_by: "octocat",
  description: "You build our reporting service in Python with Django and PostgreSQL.",
  requirements: "Three years of Python in production.",
  company_description: "We count what matters to museums.",
};

/** Fields to change; `undefined` takes one away. */
export type JobChanges = { [Field in keyof Job]?: Job[Field] | undefined };

/** A job with some of its fields changed. */
export function changeJob(job: Job, changes: JobChanges): Job {
  const kept = Object.entries({ ...job, ...changes }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Job;
}

/** The sound job with some of its fields changed. */
export function jobWith(changes: JobChanges): Job {
  return changeJob(soundJob, changes);
}

/** A moment from ISO 8601. Throws if it is not one. */
export function at(text: string): Instant {
  const instant = DateTime.fromISO(text, { zone: "utc" });
  if (!instant.isValid) throw new RangeError(text);
  return instant;
}
