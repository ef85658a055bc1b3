/** Statistics of the posts, and the status of the board itself. */
import type { Links } from "../links.ts";
import { plural } from "../plural.ts";

export const statisticsPage = {
  title: "Statistics",
  description: "How many jobs were posted, where, with what, and how long they waited for review.",
  intro: (count: number) =>
    `${plural(count, { one: "post was", other: "posts were" })} listed in the last 13 months, including this month.`,
  waiting: (median: number, ninth: number) =>
    `Half of them were listed within ${days(median)} of being sent, nine out of ten within ${days(ninth)}.`,
  byMonth: "Posts by month",
  month: "Month",
  posts: "Posts",
  share: "Share",
  rejected: "Why posts were rejected",
  reason: "Reason",
  noScript: (list: string) =>
    `The reasons why posts were rejected need JavaScript to load. You can [see these posts on GitHub](${list}) instead.`,
  note: "A job can be open in several countries and use several technologies, so shares can add up to more than 100%. Removed posts are not counted.",
  empty: "No posts were listed in the last 13 months.",
};

function days(count: number): string {
  return plural(count, { one: "day", other: "days" });
}

/** Titles of the tables, and the headings of their first columns. */
export const tables: Readonly<
  Record<
    "workplace" | "pay" | "countries" | "types" | "categories",
    readonly [title: string, column: string]
  >
> = {
  workplace: ["Workplace", "Workplace"],
  pay: ["Pay", "Pay stated"],
  countries: ["Countries", "Country"],
  types: ["Technologies and fields", "Technology or field"],
  categories: ["Categories", "Category"],
};

export const yes = "Yes";
export const no = "No";

export function rejectedPosts(count: number): string {
  return `${count === 0 ? "No posts were" : plural(count, { one: "post was", other: "posts were" })} rejected in this period.`;
}

export function latestOnly(limit: number): string {
  return `Only the latest ${limit} are counted.`;
}

export const noReason = "No reason given";

export const statusPage = {
  title: "Board status",
  open: (count: number) =>
    count === 0
      ? "There are no open jobs right now."
      : `${plural(count, { one: "job is", other: "jobs are" })} open.`,
  built: (day: string, time: string) =>
    `This site was built on ${day} at ${time} UTC. Posts approved since then are not on it yet.`,
  noScript:
    "Checking whether daily maintenance is running needs JavaScript. The list on GitHub works without it.",
  links: (to: Links, runs: string, builds: string) => `- [Daily runs on GitHub](${runs})
- [Builds of the site on GitHub](${builds})
- [Report a problem](${to.mail})`,
};

export const justNow = "just now";

export function builtAgo(ago: string): string {
  return `The last build was ${ago}.`;
}

export const buildIsLate =
  "There should be one at least once a day, so recent posts may be missing.";

export function running(ago: string): string {
  return `Daily maintenance is running. The last successful run was ${ago}.`;
}

export function stopped(ago: string): string {
  return `Daily maintenance is not running. The last successful run was ${ago}.`;
}

export const laterRunFailed = "A run after it failed.";
export const allRunsFailed = "None of the latest daily runs succeeded.";
export const noRunYet = "Daily maintenance has not run yet.";
export const noRuns = "GitHub lists no runs of daily maintenance for this board.";
