/** Saving and sharing jobs, and the page of what this browser has saved. */
import type { Links } from "../links.ts";

/** On the page of a post. */
export const save = "Save";
export const unsave = "Remove from saved jobs";
export const saved = "Saved in this browser.";
export const removed = "Removed.";
export const seeSaved = "See saved jobs";
export const notSaved = "This browser does not keep data for this site.";
export const share = "Share";
export const linkCopied = "Link copied.";
export const notCopied = "Copy the address from the address bar.";

export const page = {
  title: "Saved jobs",
  intro: "Only this browser knows them. They are gone if you clear its data.",
  empty: (to: Links) =>
    `You have not saved any jobs. Choose “${save}” on [a job’s page](${to.list}).`,
  searches: "Saved searches",
  noScript: "Saving jobs needs JavaScript.",
  until: (day: string) => `Open until ${day}, if not closed earlier`,
  ended: "Closed",
  remove: (title: string) => `Remove: ${title}`,
  download: "Download as a file",
};
