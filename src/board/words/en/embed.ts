/** The list of jobs in a frame on another site, and the page that makes the HTML for it. */
import type { Links } from "../links.ts";
import { plural } from "../plural.ts";

export const none = "No job fits right now.";
export const unavailable = "The jobs could not be loaded.";
export const see = "See the jobs";

/** Leads from the frame to the same list on the board. */
export function all(count: number): string {
  return count === 0 ? "See all jobs" : `See ${plural(count, { one: "job", other: "jobs" })}`;
}

export const page = {
  title: "Show jobs on your site",
  description: "Put a list of jobs on the website of your user group or project.",
  intro: (to: Links) =>
    `User groups and projects can show a list of jobs on their own pages: copy the HTML below to where the list should be. It always shows the current jobs. It sets no cookies, and your visitors’ browsers contact only this board.\n\nFor a part of the jobs, [search and filter the list](${to.list}) first, then paste its address here.`,
  address: "Address of the list",
  addressHint: "Of a search, or of a category, technology, or place.",
  wrong: "This is not the address of a list on this board.",
  rows: "Jobs",
  theme: "Colors",
  themes: { auto: "As the reader’s device", light: "Light", dark: "Dark" },
  snippet: "HTML",
  copy: "Copy",
  copied: "Copied.",
  notCopied: "Select the text and copy it.",
  preview: "Preview",
  noScript:
    "Without JavaScript, you can choose the jobs by hand: put what follows the ? in the address of a search behind the ? in the HTML.",
};
