/** The frame of all pages, the lists of posts, what surrounds a post on its page, and the archive. */
import type { Links } from "../links.ts";
import { plural } from "../plural.ts";

export const header = {
  skip: "Skip to content",
  main: "Main",
  jobs: "Jobs",
  categories: "Categories",
  technologies: "Technologies",
  locations: "Locations",
  postJob: "Post a job",
  staging:
    "This is a test site. Nobody reviews what you submit here, and it may be deleted at any time.",
  demo: "This board is a demo. Its jobs and companies are fictional.",
};

export const footer = {
  label: "More about this board",
  about: "About",
  howToSubmit: "How to submit",
  howWeReview: "How we review",
  myPosts: "My posts",
  saved: "Saved jobs",
  companies: "Companies",
  closed: "Closed jobs",
  statistics: "Statistics",
  status: "Board status",
  feed: "RSS feed",
  contact: "Contact us",
  source: "Source code",
};

export const shareImage = "A notice board with rows of job posts";
export const openJobs = "See open jobs";

export const allJobs = "All jobs";

/** The heading of a list; `subject` is the board’s topic, a category or a technology. */
export function jobs(subject: string): string {
  return `${subject} jobs`;
}

export function countedJobs(count: number, topic: string): string {
  return plural(count, { one: `${topic} job`, other: `${topic} jobs` });
}

export function jobsIn(place: string): string {
  return `Jobs in ${place}`;
}

export function jobsAt(company: string): string {
  return `Jobs at ${company}`;
}

/** A list, cut down to a month. */
export function jobsPostedIn(list: string, month: string): string {
  return `${list} posted in ${month}`;
}

export function jobsClosedIn(period: string): string {
  return `Jobs closed in ${period}`;
}

export function onPage(heading: string, number: number): string {
  return number === 1 ? heading : `${heading}, page ${number}`;
}

export const paging = {
  label: "Pages",
  newer: "Newer",
  older: "Older",
  position: (number: number, last: number) => `Page ${number} of ${last}`,
  /** Where the number of pages may change. */
  page: (number: number) => `Page ${number}`,
};

export const months = {
  older: "Older jobs",
  description: "These jobs are still open. The oldest comes first.",
  newest: "Newest jobs",
};

export const row = {
  agency: "Agency",
  fresh: "New",
  /** `day`: the last one on which the post is listed. */
  closes: (day: string) => `Closes ${day}`,
  featured: "Featured",
};

export const emptyList = {
  group: (to: Links, feed: string) =>
    `There are no jobs here right now. [See all jobs](${to.list}), or [subscribe to the feed](${feed}).`,
  board: (to: Links) =>
    `There are no open jobs right now. [Post the first one](${to.create}), or [subscribe to the feed](${to.feed}).`,
};

export const side = {
  label: "About this list",
  hiring: "Hiring?",
  posting: (to: Links) =>
    `Posting is free. Community volunteers review every post. [How to submit a post](${to.howToSubmit})`,
  follow: "Follow",
  feeds: (rss: string, atom: string, json: string) =>
    `Subscribe to this list: [RSS](${rss}), [Atom](${atom}), or [JSON](${json}).`,
  allFeed: (to: Links) => `Subscribe to all jobs by [RSS](${to.feed}).`,
  questions: "Questions?",
  contact: (to: Links, address: string) => `Email [${address}](${to.mail}).`,
};

export const groups = {
  types: {
    title: "Technologies and fields",
    description: "Open jobs by technology and field of work.",
  },
  categories: { title: "Categories", description: "Open jobs by category." },
  locations: { title: "Locations", description: "Open jobs by country and city, and remote jobs." },
  companies: { title: "Companies", description: "Companies with open jobs." },
};

/** What search engines and previews of links say about a page. No two pages say the same. */
export const descriptions = {
  category: (topic: string, category: string) =>
    `Open ${topic} jobs in the category ${category}, newest first.`,
  type: (topic: string, type: string) => `Open ${topic} jobs tagged ${type}, newest first.`,
  place: (topic: string, place: string) => `Open ${topic} jobs in ${place}, newest first.`,
  remote: (topic: string) => `Open ${topic} jobs that are fully remote, newest first.`,
  company: (topic: string, company: string, places: readonly string[]) =>
    `${topic} jobs at ${[company, ...places].join(" · ")}`,
  month: (list: string) => `${list}: those that are still open, oldest first.`,
  closedMonth: (topic: string, month: string) =>
    `${topic} jobs that were filled or expired in ${month}.`,
  page: (text: string, number: number) => (number === 1 ? text : `${text} Page ${number}.`),
};

/** Below the open jobs of a company. */
export const companyPage = {
  closed: "Closed jobs",
  openFor: (days: number) => `Open for ${plural(days, { one: "day", other: "days" })}`,
};

/** Around a post on its page. */
export const job = {
  title: (title: string, company: string, place: string) => `${title} at ${company} · ${place}`,
  moreIn: (category: string) => `More jobs: ${category}`,
  findOpen: "Find open jobs",
  neighbors: "Newer and older jobs",
  approved: (day: string, reviewer?: string) =>
    reviewer ? `Approved by ${reviewer} on ${day}` : `Approved on ${day}`,
  problem: "Problem with this post?",
  report: "Report it",
  contact: "Contact us",
  yours: "Is this your post?",
  edit: "Edit",
  renew: "Renew",
  close: "Close",
  remove: "Remove",
  postAgain: "Post this job again",
  removeText: "Remove its text",
};

export const archive = {
  title: "Closed jobs",
  description: "Posts that were filled or have expired, by the month in which they closed.",
  empty: "No posts have closed yet.",
  month: "These posts were filled or have expired. You can no longer apply.",
  allMonths: "All months",
  allYears: "All years",
  filled: "Filled",
  expired: "Expired",
};

export const removedPost = {
  title: "This post was removed",
  text: "It is no longer on the board, and its text is no longer available.",
};

export const notFound = {
  title: "Page not found",
  text: (to: Links) =>
    `There is no page at this address. If you followed a link on this site, please [let us know](${to.mail}).\n\nA job that closed in an earlier year may be in the [list of closed jobs](${to.archive}), under the month in which it closed.\n\n[See open jobs](${to.list})`,
};

export function moved(address: string): string {
  return `This page has [moved](${address}).`;
}
