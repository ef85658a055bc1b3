/** What the bot writes on pull requests: its comment, the commit status, notices to authors, labels. */
import type { Person } from "../../review/facts.ts";
import { block, code } from "../../review/quote.ts";
import type { PluralForms } from "../plural.ts";
import { plural } from "../plural.ts";
import { changesRequested } from "./status.ts";

const problemForms: PluralForms = { one: "problem", other: "problems" };
const postForms: PluralForms = { one: "post", other: "posts" };

/** The line beside a commit. */
export const commitStatus = {
  draft: "Drafts are not reviewed",
  invalid: (problems: number) =>
    `${plural(problems, problemForms)} to fix before it can be published. See the comment.`,
  changesRequested,
  by: (login: string, reason: string | null) => ` by ${login}${reason ? `: ${reason}` : ""}`,
  notAPost: "Not a job post",
  refused: (reasons: string) => `Refused: ${reasons}`,
  deletion: "Ready for review. Once a reviewer writes /approve, the bot closes the post.",
  ownDeletion: "The bot closes the post, and keeps its file.",
  ready: "Ready for review",
  /** On the bot’s own commits. */
  own: "Changed by the board",
} as const;

/** The first line of the comment, for everybody. */
export const status = {
  title: "Status",
  next: "What happens next",
  draft: "Draft, not reviewed yet.",
  invalid: (problems: number) =>
    `${plural(problems, problemForms)} to fix before it can be published.`,
  waiting: (day: string) => `Waiting for review since ${day}.`,
  answered: (day: string) => `Changed as requested, and first in the queue since ${day}.`,
  claimed: (by: string, since: string, until: string) =>
    `Claimed by ${code(by)} on ${since}. Returns to the queue on ${until} if there is no activity.`,
  changesRequested: (by: string) => `${code(by)} requested changes. Waiting for the author.`,
  approved: (by: string) => `Approved by ${code(by)} and merged.`,
  closedByOwner: "Closed by its owner.",
  closingApproved: (by: string) => `Closing approved by ${code(by)}.`,
  rejected: (by: string, reason: string | null) =>
    `Rejected by ${code(by)}${reason ? ` (${reason})` : ""}.`,
  withdrawn: "Withdrawn by its author.",
  notAPost: "A maintainer’s change. It is reviewed like code, with GitHub’s own buttons.",
  noPost: "This pull request no longer contains a post.",
  refused: "Refused. This submission can’t be accepted:",
} as const;

/** Follows the step from `statusWords` if the author can edit the post. `address`: the one place to do so. */
export function howToEdit(address: string): string {
  return `[Edit your post](${address}): it opens filled in, with what to change.`;
}

export const maintainerMerges = "A maintainer merges it.";

export const addPostAgain = "Add your post again, or close this pull request.";

export const leavesList = "The post leaves the list within a few minutes.";

export const comment = {
  posts: (count: number) => `${plural(count, postForms)} changed`,
  unreadable: "Job post",
  untitled: "Untitled post",
  edit: "Change to ",
  closing: "Closing of ",
  applyAt: (link: string) => `apply at ${link}`,
  applyBy: (email: string) => `apply by email to ${email}`,
  preview: "Preview the post",
  advice: "Suggestions",
  adviceNote: "These do not block the post. A reviewer decides.",
  thatPost: "that post",
  checklist: "Checklist for reviewers",
  commands: "Commands for reviewers",
  featured: "It will be featured once it is merged.",
  more: (count: number) => `and ${count} more`,
} as const;

/** To the author: what a reviewer asks for. */
export function requestNotice(
  author: string,
  by: string,
  { parts, edit }: { parts: readonly string[]; edit: string },
): string {
  return [
    `@${author}, a reviewer (${code(by)}) asked you to change something before your post can be published.`,
    ...parts,
    `${howToEdit(edit)} Your post then goes back to the reviewers automatically, and they look at it first. If anything is unclear, ask here.`,
  ].join("\n\n");
}

/** To the author: why the post was not accepted. */
export function rejectionNotice(
  author: string,
  by: string,
  { parts, edit, criteria }: { parts: readonly string[]; edit: string; criteria: string },
): string {
  return [
    `@${author}, ${code(by)} did not accept your post.`,
    ...parts,
    `If you can fix this, [edit your post](${edit}), then write \`/reopen\` in a comment here. What reviewers check: ${criteria}.`,
  ].join("\n\n");
}

/** Of a pull request that was closed with GitHub’s button, which asks for no reason. */
export function askWhy(by: string): string {
  return `They closed this with GitHub’s button, which asks for no reason. If no comment here gives one, ask: write ${code(`@${by}`)} and your question in a comment.`;
}

export function reasonPart(title: string, text: string): string {
  return `**${title}.** ${text}`;
}

export function reviewerPart(text: string): string {
  return `The reviewer wrote:\n\n${block(text)}`;
}

/** To the author: where the post will be, and for how long. */
export function approvalNotice(author: string, address: string, days: number): string {
  return [
    `@${author}, your post is approved. It will be listed at ${address} within a few minutes.`,
    `It stays listed for ${days} days, or until the last day that you set. When the job is filled, please close the post: there is a link for that on its page.`,
  ].join("\n\n");
}

/** To the author of a change to a listed post. */
export function changeNotice(author: string): string {
  return `@${author}, your change is approved. It will be on the board within a few minutes.`;
}

/** To the author of a closing; `deleted` if they deleted the file, which the bot does not. */
export function closingNotice(author: string, deleted: boolean): string {
  const kept = deleted
    ? " Its file was not deleted, because the address of a post must keep working. The page no longer shows the text, and says that the post was removed."
    : "";
  return `@${author}, your post is closed and leaves the list within a few minutes.${kept}`;
}

/** To the author of a post that GitHub cannot merge as it is. `edit`: where, if an edit resolves that. */
export function conflictNotice(author: string, how: string, edit: string | undefined): string {
  return [
    `@${author}, this can’t be published yet, because the board has changed since you sent it.`,
    edit === undefined ? how : `${how} ${howToEdit(edit)}`,
  ].join("\n\n");
}

export function featuredNotice(author: string): string {
  return `@${author}, your post is now featured.`;
}

/** To people who can fix it: why GitHub does not merge an approved post, in GitHub’s own words. */
export function notMergedNotice(because: string): string {
  return `This is approved, but GitHub refused to merge it: ${code(because)}\n\nPeople with write access can see the reason at the bottom of this page. Once it is fixed, the bot tries again after the next activity here, or within a day.`;
}

/** On the issue or pull request in which somebody asked for a change that the bot makes with its own pull request. */
export function changeWaitsNotice(pull: number, because: string): string {
  return `This change is ready in #${pull}, but GitHub has not merged it yet: ${code(because)}\n\nThe bot tries again later. People with write access can see the reason at the bottom of #${pull}.`;
}

/** To the person who asked for a change that the bot makes itself. */
export function changeRefusedNotice(because: string): string {
  return `GitHub refused this change: ${code(because)}\n\nA maintainer has to fix that. The bot tries again once a day, or after the next command here.`;
}

/** The body of a pull request by which the bot changes a post. */
export function requestedIn(number: number): string {
  return `Requested in #${number}.`;
}

/** What Git’s modes are called. https://git-scm.com/docs/git-fast-import#_filemodify */
const modeNames: Readonly<Record<string, string>> = {
  "100755": "an executable file",
  "120000": "a symbolic link",
  "160000": "a submodule",
  "040000": "a folder",
};

/** How many paths are named. */
const longestList = 5;

function listOf(paths: readonly string[]): string {
  const list = paths.slice(0, longestList).map((path) => code(path));
  const more = paths.length - list.length;
  return `${list.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** Why a pull request can’t be accepted, whatever its posts say. Each tells the author what to do. */
export const refusals = {
  tooLarge:
    "Its commits are too large to check. Send the post alone, from a new branch, in another pull request.",
  tooManyFiles: (count: number) =>
    `It changes ${count} files, too many to check. Send one post in one pull request.`,
  besidePost: (paths: readonly string[]) => {
    return `Besides the post it changes ${listOf(paths)}. Send the post alone, and other changes in another pull request.`;
  },
  severalPosts: (paths: readonly string[]) =>
    `It changes ${paths.length} files in jobs/: ${listOf(paths)}. Send each post in its own pull request.`,
  mode: (path: string, mode: string) =>
    `${code(path)} is ${modeNames[mode] ?? "not an ordinary file"}. Send the post as an ordinary text file.`,
  duplicateHead: (number: number) =>
    `Pull request #${number} has the same commits and came first. Send yours from its own branch.`,
  renamed: (from: string, to: string) =>
    `It renames ${code(from)} to ${code(to)}. The file name of a post is its address and never changes. Keep the name and change only the text.`,
  archive: (path: string) =>
    `${code(path)} is in the archive, which only the board changes. Contact the team if something there is wrong.`,
  path: (path: string) =>
    `${code(path)} is not a post. Posts are named jobs/<name>.md, directly in that folder.`,
  oddChange: (path: string) =>
    `GitHub can’t show what it does to ${code(path)}. Send the post again in a new pull request.`,
  notThere: (path: string) =>
    `${code(path)} is no longer on the board, so it can’t be changed. Send the post as a new one.`,
  unreadableOnBoard: (path: string) =>
    `${code(path)} can’t be read on the board. A maintainer has to fix it first.`,
  notYours: (path: string, owner: string, addedBy: Person | null) =>
    addedBy
      ? `${code(path)} was sent from another account. Only that account, the “managers” named in the post, and the board’s maintainers can change it.`
      : `${code(path)} was sent by ${code(owner)}. Only they, the “managers” named in the post, and the board’s maintainers can change it.`,
} as const;

/** Of a post that came by email and is sent on by a member of the team. */
export const emailedPost = {
  body: (sender: string, whom: string) =>
    [
      `This post came by email. ${sender} sends it on behalf of ${whom}, who may not have a GitHub account.`,
      `Please put questions to them through ${sender}, who can’t review it. Another reviewer has to.`,
    ].join("\n\n"),
  of: (contact: string, company: string) => `${contact} of ${company}`,
  merged: (number: number) => `Pull request #${number} already brought this post to the board.`,
  closed: (number: number) =>
    `Pull request #${number}, which adds this post, was closed. To have it reviewed again, write /reopen there, and then send it.`,
  changedBy: (author: string | null, number: number | undefined) =>
    `${number === undefined ? "Its branch" : `Pull request #${number}`} was changed by hand (by ${author ?? "somebody without an account"}) and differs from the file. Nothing was overwritten: make the change there.`,
} as const;

/** To everybody whose commands wait. `until`: such as “13:00”, in UTC, if GitHub says it. */
export function limitNotice(to: readonly string[], until: string | undefined): string {
  const people = to.map((login) => `@${login}`).join(", ");
  const when = until ? `after ${until} UTC` : "within the next hour or two";
  return `${people}: GitHub limits how much the bot may do in an hour, and the limit is reached. The bot will answer ${when}. There is no need to ask again.`;
}
