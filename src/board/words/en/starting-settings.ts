/**
 * The settings that `npm run adopt` writes in this language: what follows from a board's topic, and the first choices for
 * submitters. A community edits them in `src/board.config.ts` afterwards.
 */
import type { Choice, Criterion, Reason } from "../../config.ts";

export function description(topic: string): string {
  return `Jobs for people who work with ${topic}, checked by volunteers of the community.`;
}

/** A job title that people would search for. */
export function exampleTitle(topic: string): string {
  return `Senior ${topic} Developer`;
}

export const requirementsHeadings: string[] = [
  "Skills",
  "Your skills",
  "Required skills",
  "Key skills",
  "Technical skills",
  "Essential skills",
  "Must have skills",
  "Skills required",
  "Your skills and experience",
  "Experience and skills",
  "Knowledge, skills and abilities",
  "Skills and experience",
  "Skills and qualifications",
  "Skills and requirements",
  "Requirements and skills",
  "Requirements and qualifications",
  "Job requirements",
  "Technical requirements",
  "Candidate requirements",
  "Role requirements",
  "What we require",
  "Key requirements",
  "Minimum requirements",
  "Our requirements",
  "Your profile",
  "Candidate profile",
  "Your background",
  "Your experience",
  "Experience",
  "Required experience",
  "Qualifications",
  "Your qualifications",
  "Required qualifications",
  "Minimum qualifications",
  "Basic qualifications",
  "Qualifications and experience",
  "Qualifications and skills",
  "Education and experience",
  "What we are looking for",
  "What we’re looking for",
  "Who we are looking for",
  "Who we’re looking for",
  "We are looking for",
  "We’re looking for",
  "What we look for",
  "What we expect",
  "What we expect from you",
  "What we need",
  "You have",
  "You bring",
  "You’ll bring",
  "You are",
  "You need",
  "You should have",
  "You will have",
  "You’ll have",
  "What you have",
  "What you bring",
  "What you will bring",
  "What you’ll bring",
  "What you bring to the team",
  "What you will bring to the team",
  "What you need",
  "What you will need",
  "What you’ll need",
  "What you need to have",
  "Must have",
  "Must haves",
  "Who you are",
  "Who are you",
  "About you",
  "The ideal candidate",
  "Ideal candidate",
  "Essential criteria",
  "Prerequisites",
];

export const categories: Choice[] = [
  { slug: "developer-engineer", name: "Developer / Engineer" },
  { slug: "researcher-scientist", name: "Researcher / Scientist" },
  { slug: "manager-executive", name: "Manager / Executive" },
  { slug: "system-administrator", name: "System Administrator" },
  { slug: "test-engineer", name: "Test Engineer" },
  { slug: "evangelist", name: "Evangelist" },
  { slug: "other", name: "Other" },
];

export const types: Choice[] = [
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
];

export function criteria(topic: string): Criterion[] {
  return [
    {
      title: `${topic} is mentioned`,
      text: `The post makes clear how the person will use ${topic}.`,
      evidence: "topic-named",
    },
    {
      title: `${topic} is the main language`,
      text: `Other languages are fine, but ${topic} is what the job is mostly about.`,
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
  ];
}

export function reasons(topic: string): Reason[] {
  return [
    {
      slug: "off-topic",
      title: `Too little ${topic}`,
      text: `This board lists jobs in which ${topic} is the main language. Your post doesn’t show that. If the person will mostly work with ${topic}, please say so in the description: what they will build, and with which libraries.`,
    },
    {
      slug: "formatting",
      title: "The text is hard to read",
      text: "The formatting is broken, for example headings or lists that are not shown as such. Please check the preview. A blank line starts a new paragraph, and “- ” at the start of a line makes a list item.",
    },
    {
      slug: "duplicate",
      title: "The job is already listed",
      text: "The same job is already on the board or in the queue. Please edit, renew, or close that post instead of sending another one.",
    },
    {
      slug: "voluntary",
      title: "The work is not paid",
      text: "This board lists only paid work: no voluntary, unpaid, or equity-only positions. If the work is paid, please say so in the post.",
    },
    {
      slug: "agency",
      title: "The agency does not identify itself",
      text: "Recruitment agencies are welcome if their posts say so. Please tick “We are a recruitment agency”, and name the employer if you can.",
    },
    {
      slug: "incomplete",
      title: "Information is missing",
      text: "Applicants need to know what the work is, what you expect of them, and how to apply. Please add what is missing.",
    },
    {
      slug: "not-english",
      title: "The post is not in English",
      text: "Posts must be in English, so that every reviewer can check them and every reader can understand them. You can add the original below the English text.",
    },
    {
      slug: "bad-link",
      title: "The link doesn’t lead to the job",
      text: "The link is broken, or leads to a page that says nothing about this job. Please link to the job’s own page, or give an email address.",
    },
    {
      slug: "spam",
      title: "Not a job post",
      text: "This post does not offer a job.",
    },
  ];
}
