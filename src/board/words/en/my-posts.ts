/** My posts: the status of each post of a person, and what they can do with it. */
import { plural } from "../plural.ts";

export const page = {
  title: "My posts",
  description: "The status of every post you have sent, and what you can do with it.",
  requests:
    "“Renew”, “Close”, and “Remove” open a short form on GitHub. Nothing changes until you submit it there. If you use the account that sent the post, it takes effect within a few minutes.",
  withdrawing:
    "Until a post is approved, “Edit your post” opens it with what reviewers wrote. “Withdraw” opens its discussion on GitHub: press “Close pull request” at its end.",
  username: "GitHub username",
  hint: "It is saved in this browser only, and used to load what is public on GitHub. You don’t need to sign in.",
  show: "Show my posts",
  forget: "Forget my username",
  more: (limit: number) =>
    `Only the latest ${limit} of your submissions are shown. See the others on GitHub.`,
  onGitHub: "Your submissions on GitHub",
  postJob: "Post a job",
  noScript:
    "This page needs JavaScript to load your posts. The list on GitHub works without it. The page of each post has links to change, close, and renew it.",
};

export const groups = {
  yours: "Needs your attention",
  reviewers: "In review",
  live: "Listed",
  refused: "Not accepted",
  closed: "Closed",
};

export const actions = {
  discuss: "Open the discussion",
  readRequest: "See what to change",
  readReason: "See why",
  fix: "Edit your post",
  preview: "Preview",
  withdraw: "Withdraw",
  reopen: "Reopen it",
  view: "View",
  edit: "Edit",
  renew: "Renew",
  filled: "Close: the job is filled",
  remove: "Remove",
  repost: "Post again",
};

export function daysLeft(count: number, day: string): string {
  const left = count === 1 ? "Last day" : `${plural(count, { one: "day", other: "days" })} left`;
  return `${left}: open until ${day}.`;
}

export function lastDayWas(day: string): string {
  return `Its last day was ${day}.`;
}

/** Of a closed post, by why it was closed. */
export const closed = { filled: "Filled", expired: "Expired", removed: "Removed" };

export function closedOn(day: string): string {
  return `Closed on ${day}.`;
}

/** What was sent. */
export const kinds = {
  new: "New post",
  edit: "Change to a post",
  closing: "Request to close a post",
  maintenance: "Change by the board",
};
export const anyKind = "Post";

export function sent(kind: string, age: string): string {
  return `${kind}, sent ${age}`;
}

export function reasonGiven(reason: string): string {
  return `Reason: ${reason}.`;
}

export function summary(login: string, count: number, yours: number): string {
  const posts = plural(count, { one: "post", other: "posts" });
  return `${posts} by ${login}.${yours ? ` ${yours} need${yours === 1 ? "s" : ""} your attention.` : ""}`;
}

export function nothingFound(login: string): string {
  return `No posts by ${login} found. Check the spelling. A post you just sent can take a minute to appear.`;
}

export const forgotten = "Your username is no longer saved.";
export const wrongUsername =
  "That is not a GitHub username. Enter yours, or the address of your GitHub profile.";
export const boardUnread = "The board’s own list could not be loaded. Reload this page.";

export function unknownUser(login: string): string {
  return `There is no GitHub user called ${login}.`;
}

export function boardOnly(summary: string): string {
  return `Only posts from the board are shown: ${summary}`;
}
