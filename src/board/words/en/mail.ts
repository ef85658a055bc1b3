/** Words of the board’s emails: to the team about submissions, to owners about their posts, to readers about new posts. */
import { dayText, monthText } from "../../day-text.ts";
import type { Day } from "../../days.ts";
import { plural } from "../plural.ts";

/** Beginnings of subjects; the post’s title follows. */
export const subjects = {
  submitted: { new: "New post", edit: "Edited post", closing: "Request to close" },
  commented: "Comment",
  changesRequested: "Changes requested",
  rejected: "Rejected",
  approved: { new: "Approved", edit: "Edit approved" },
  owner: {
    approved: "Your post is approved",
    closingSoon: "Your post closes soon",
    closed: "Your post is closed",
  },
} as const;

/** In a subject, and in “Your post “…””. */
export const untitled = "Untitled post";

/** To the team. `who` is a username. */
export const team = {
  submitted: {
    new: (who: string) => `${who} sent this post. It is ready for review.`,
    edit: (who: string) => `${who} sent a change to this post. It is ready for review.`,
    closing: (who: string) => `${who} asked to close this post. A reviewer needs to confirm it.`,
  },
  wrote: (who: string) => `${who} wrote:`,
  commentedOnLines: (who: string) => `${who} commented on lines of the post.`,
  changesRequested: (who: string) => `${who} asked the author for changes.`,
  rejected: (who: string) => `${who} rejected this post.`,
  approved: {
    new: (who: string) => `${who} approved this post.`,
    edit: (who: string) => `${who} approved this change.`,
  },
  links: {
    preview: "Preview",
    review: "Review on GitHub",
    reply: "View and reply on GitHub",
    edit: "Where its sender can change it, also if it came by email",
    discussion: "View the discussion on GitHub",
    post: "The post",
  },
  why: (list: string) => `You’re receiving this because you’re on the team’s list, ${list}.`,
} as const;

export const postLabels = {
  title: "Title",
  company: "Company",
  category: "Category",
  place: "Location",
  contact: "Contact",
  link: "Apply",
  pay: "Pay",
} as const;

/** `until`: the last day. */
export function listedFor(days: number, until: Day): string {
  return `It will be on the board within a few minutes and stays listed for ${plural(days, { one: "day", other: "days" })}, until the end of ${dayText(until)}.`;
}

export const changePublished = "It will be on the board within a few minutes.";

/** To the owner of a post. */
export const owner = {
  approved: (title: string) => `Your post “${title}” is approved.`,
  listedUntil: (title: string, lastDay: Day) =>
    `Your post “${title}” is listed until the end of ${dayText(lastDay)}.`,
  canRenew: "If the job is still open, you can renew the post.",
  cannotRenew:
    "It can’t be renewed again. If the job is still open after that day, you can post it again.",
  closed: (title: string, reason: keyof typeof closedBecause) =>
    `Your post “${title}” is no longer listed, because ${closedBecause[reason]}.`,
  links: {
    post: "Your post",
    mine: "Edit it, or close it when the job is filled",
    renew: "Renew the post if the job is still open",
    close: "Close the post if the job is filled",
    again: "Post the job again",
  },
  why: "You’re receiving this because your address is in the post. Replies go to the team.",
} as const;

/** Why a post is no longer listed, after “because”. */
export const closedBecause = {
  expired: "its listing period has ended",
  filled: "the job is filled",
  removed: "it was removed",
} as const;

/** On the pull request, about emails. */
export const audiences = {
  team: "the team’s list",
  owner: "the address in the post",
  readers: "the announcement list",
} as const;

/** `answer`: what the mail server said, as Markdown. */
export function refused(audience: keyof typeof audiences, answer: string): string {
  return `An email to ${audiences[audience]} about this was refused (${answer}). It will not be sent again. The post itself is not affected.`;
}

export function delayed(audience: keyof typeof audiences, answer: string, days: number): string {
  return `An email to ${audiences[audience]} about this could not be sent yet (${answer}). The board tries again every hour for up to ${plural(days, { one: "day", other: "days" })}. The post itself is not affected.`;
}

/** Introduces the hidden list of sent emails in a comment of its own. */
export const recordIntroduction = "This comment records which emails about this have been sent.";

export const queueReport = {
  subject: (posts: number) =>
    plural(posts, { one: "post is waiting for review", other: "posts are waiting for review" }),
  introduction: (days: number) => `Waiting for ${days} days or more, the longest wait first:`,
  item: (pull: number, days: number) => `#${pull}, ${days} days or more`,
  link: "Review queue",
} as const;

export const monthReport = {
  subject: (month: string) => `Report for ${monthText(month)}`,
  sent: (month: string, isRunning: boolean, posts: number) =>
    `${monthText(month)}${isRunning ? " so far" : ""}: ${plural(posts, { one: "new post", other: "new posts" })}${posts > 0 ? ", by their status today:" : "."}`,
  decided: (posts: number) =>
    `Posts approved or rejected in that month: ${posts}. How long that took:`,
  half: "Half of them",
  nineOfTen: "Nine in ten",
  within: (unit: "hour" | "day", count: number) =>
    `within ${plural(count, unit === "hour" ? { one: "hour", other: "hours" } : { one: "day", other: "days" })}`,
  reasons: "Rejected, by reason:",
} as const;

export const digest = {
  subject: (posts: number, board: string) =>
    `${plural(posts, { one: "new post", other: "new posts" })} on ${board}`,
  introduction: (first: Day, last: Day) =>
    `These posts were added from ${dayText(first)} to ${dayText(last)}.`,
  all: "All posts",
  why: "You’re receiving this because you subscribed to this list.",
} as const;

export function more(count: number): string {
  return `And ${count} more.`;
}

/** The name of the list that announces new posts, as mail programs show it. */
export function announcementList(board: string): string {
  return `${board}: new posts`;
}
