/** Saving a search, and following it by feed or mail. The script of the search carries all of this module. */
import { language } from "./language.ts";

export const title = "Follow this search";
export const save = "Save this search";
export const remove = "Remove saved search";
export const saved = "Saved in this browser. The list shows what is new.";
export const removed = "Removed.";
export const notSaved = "This browser does not keep data for this site.";

export const hasFeed = "These jobs have a feed:";
export const noFeed = "No feed has exactly these jobs. The nearest has some more:";
export const feed = "RSS feed";
export const nearestFeed = "nearest RSS feed";
export const byMail =
  "To get new jobs by mail, add the address of the feed to a mail program that reads feeds, such as Thunderbird, or to a service that sends feeds by mail.";

export const yours = "Your saved searches";

export function removeNamed(label: string): string {
  return `Remove saved search: ${label}`;
}

/** @param isMore whether there may be more than were counted */
export function newSince(count: number, isMore: boolean, since: string): string {
  if (count === 0) return `nothing new since ${since}`;
  return `${count}${isMore ? "+" : ""} new since ${since}`;
}

const weekdays = /* @__PURE__ */ new Intl.DateTimeFormat(language, { weekday: "long" });

/** In the reader's time. */
export function weekday(day: Date): string {
  return weekdays.format(day);
}
