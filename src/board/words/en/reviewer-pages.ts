/** The pages for reviewers: the queue, the listed posts, and the preview of a submission. */

import type { Links } from "../links.ts";
import { plural } from "../plural.ts";
import { language } from "./language.ts";
import { corrected, lineLabel } from "./problems.ts";

export const queuePage = {
  title: "Review queue",
  description:
    "Submissions and reports, oldest first. Those whose authors have made the requested changes come before the others.",
  pullRequests: "Pull requests on GitHub",
  reports: "Reports on GitHub",
  howWeReview: "How we review",
  listed: "Listed posts",
  show: "Show",
  all: "All",
  waiting: "Waiting",
  claimed: "Claimed",
  more: (limit: number) => `Only the oldest ${limit} are shown. See the others on GitHub.`,
  noScript: "This page needs JavaScript to load the queue. The lists on GitHub work without it.",
};

export const queueIsEmpty = "Nothing is waiting for review.";

export function toReview(shown: number, all: number): string {
  return shown === all ? `${all} to review` : `${shown} of ${all} to review`;
}

export const unchecked = "not checked yet";

export function author(login: string): string {
  return `by ${login}`;
}

export function claimedBy(logins: readonly string[]): string {
  return `Claimed by ${new Intl.ListFormat(language).format(logins)}`;
}

export const preview = "Preview";
export const pullRequest = "Pull request";
export const issue = "Issue";

export const listedPage = {
  title: "Listed posts",
  queue: "Review queue",
  files: "All files on GitHub",
  howToClose: "How to close a post",
  closing:
    "Edit its file on GitHub. Add the line below to the fields at the top, with the date and one of the reasons `filled`, `expired`, or `removed`, and propose the change. Once it is merged, the post leaves the lists and its page says that it is closed. The text of a removed post is no longer shown.",
  posts: (shown: number, all: number) =>
    shown < all
      ? `the newest ${shown} of ${all} posts`
      : plural(all, { one: "post", other: "posts" }),
  older: ({ list }: Links) =>
    `Older posts: open one from [the list by month](${list}) and choose “Edit”, or find its file in all files on GitHub.`,
  edit: "Edit in the editor",
  editFile: "Edit or close on GitHub",
  empty: "There are no listed posts right now.",
};

export const previewPage = {
  title: "Preview of a submission",
  queue: "Review queue",
  noScript: (pulls: string) =>
    `This page needs JavaScript to load the post. You can read it in its [pull request on GitHub](${pulls}) instead.`,
};

/** Above the preview: what the board found. Bundled as a whole. */
export const submitted = {
  label: "Automatic checks",
  newPost: "New post, not on the board yet:",
  change: "Change to a post, not on the board yet:",
  error: "Error",
  advice: "Advice",
  otherFiles: "The pull request also changes other files, which are not shown here.",
  noProblems: "No problems found.",
  unreadable: "The fields can’t be read, so there is no preview.",
  lineLabel,
  corrected,
};

export function previewTitle(title: string, board: string): string {
  return `Preview: ${title} · ${board}`;
}

export function numberedPull(number: number): string {
  return `Pull request #${number}`;
}

export const previewFailed =
  "The preview failed. This is a bug in the board, not in the post. Please tell the maintainers.";

export const noPullNumber =
  "The address does not say which submission to show. Choose one in the review queue.";

export function wrongPullNumber(text: string): string {
  return `“${text}” is not the number of a pull request. Choose a submission in the review queue.`;
}

export function noSuchPull(number: number): string {
  return `There is no pull request #${number}.`;
}

export function noPostIn(number: number): string {
  return `Pull request #${number} does not add or change a post.`;
}

export function manyPostsIn(number: number, count: number): string {
  return `Pull request #${number} changes ${count} posts, and only one can be shown here. See the changes on GitHub.`;
}

export function deletedIn(number: number, path: string): string {
  return `Pull request #${number} deletes ${path}, so there is nothing to show.`;
}

export function tooLargeIn(number: number): string {
  return `The file in pull request #${number} is too large to be a post.`;
}
