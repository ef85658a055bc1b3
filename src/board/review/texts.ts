/** What the bot says to people about how a submission stands: in comments, and in the line beside a commit. */
import { pages, postAddress } from "../addresses.ts";
import type { BoardConfig, Reason } from "../config.ts";
import { absoluteUrl } from "../config.ts";
import { dayText } from "../day-text.ts";
import { parseJobPath } from "../job/path.ts";
import { hasErrors } from "../problem.ts";
import type { Login } from "./facts.ts";
import { requestedStatus } from "./head.ts";
import { block, code, shorten } from "./quote.ts";
import type { ReviewStatus } from "./status.ts";

/** GitHub takes so many characters. https://docs.github.com/rest/commits/statuses */
const longestDescription = 140;

/** The line beside the commit. */
export function commitStatusText(state: ReviewStatus, isDeletion: boolean): string {
  return shorten(commitStatusOf(state, isDeletion), longestDescription - 1);
}

function commitStatusOf(state: ReviewStatus, isDeletion: boolean): string {
  switch (state.state) {
    case "draft":
      return "A draft: it is looked at once it is marked as ready";
    case "invalid": {
      const errors = state.problems.filter((problem) => hasErrors([problem])).length;
      return `Cannot be published: ${errors === 1 ? "one thing is" : `${errors} things are`} to be mended; see the comment`;
    }
    case "changes-requested":
      return `${requestedStatus} by ${state.by}${state.reason ? `: ${state.reason}` : ""}`;
    case "not-a-submission":
      return "Not a job post";
    case "refused":
      return `Refused: ${state.reasons.join(" ").replaceAll("`", "")}`;
    default:
      return isDeletion
        ? "The bot closes the post in place of deleting it, once a reviewer writes /approve"
        : "Can be published; a reviewer decides";
  }
}

/** How things stand, as a sentence or two for everybody. */
export function standingText(state: ReviewStatus): string {
  switch (state.state) {
    case "draft":
      return "This is a draft. Press “Ready for review” when it is finished.";
    case "invalid":
      return "It cannot be published as it is. What is to be mended stands below.";
    case "waiting":
      return state.answered
        ? `It has been changed as requested, and is first in the queue since ${day(state.since)}.`
        : `It waits for a reviewer since ${day(state.since)}.`;
    case "claimed":
      return `${code(state.by)} looks after it since ${day(state.since)}. Without a sign of them it goes back to the queue on ${day(state.until)}.`;
    case "changes-requested":
      return `${code(state.by)} has asked for a change. It waits for its author.`;
    case "approved":
      return `Approved by ${code(state.by)} and merged.`;
    case "rejected":
      return `Not taken, by ${code(state.by)}${state.reason ? ` (${state.reason})` : ""}.`;
    case "withdrawn":
      return "Taken back by its author.";
    case "not-a-submission":
      return "A maintainer’s change: it is reviewed as code is, with GitHub’s own buttons.";
    case "refused":
      return "It cannot be taken like this:";
  }
}

/** What its author can do, or can expect. */
export function nextText(state: ReviewStatus, author: Login, config: BoardConfig): string {
  const open = `A volunteer reads it, and approves it, asks for a change or says why not. GitHub mails you each time. You can still change it: ${howToMend}`;
  switch (state.state) {
    case "draft":
      return "Nobody looks at a draft. Press “Ready for review” below when it is finished.";
    case "invalid":
    case "changes-requested":
      return `You can mend it: ${howToMend} The check runs anew by itself, and the post comes back to the reviewers.`;
    case "waiting":
    case "claimed":
      return open;
    case "approved":
      return `Within minutes it is on ${boardLink(config)}.`;
    case "rejected":
    case "withdrawn":
      return `You may send a better post at any time. To go on with this one, change it, and write \`/reopen\` in a comment, ${code(author)}.`;
    case "refused":
      return "Nothing of it was published. Send what is to be published as a new pull request that changes one post only.";
    case "not-a-submission":
      return "A maintainer merges it.";
  }
}

const howToMend =
  "open the form again, or edit the file here (“Files changed”, the three dots beside the file, “Edit file”).";

/** To its author: what a reviewer asks for. */
export function requestNotice(
  author: Login,
  { by, reason, text }: { by: Login; reason: string | null; text: string },
  config: BoardConfig,
): string {
  return [
    `@${author}, a reviewer (${code(by)}) asks you to change something before your post can be listed.`,
    ...reasonParts(reason, text, config),
    `${capital(howToMend)} It then comes back to the reviewers by itself, and they look at it first. If something is unclear, ask here.`,
  ].join("\n\n");
}

/** To its author: why it is not taken. */
export function rejectionNotice(
  author: Login,
  { by, reason, text }: { by: Login; reason: string | null; text: string },
  config: BoardConfig,
): string {
  return [
    `@${author}, your post was not taken (${code(by)}).`,
    ...reasonParts(reason, text, config),
    `If you can mend that, change your post and write \`/reopen\` in a comment here, or send it anew: ${absoluteUrl(config, pages.howToSubmit)}. What reviewers look at: ${absoluteUrl(config, pages.howWeReview)}.`,
  ].join("\n\n");
}

/** To its author: what becomes of it now. */
export function approvalNotice(author: Login, file: string, config: BoardConfig): string {
  const path = parseJobPath(file);
  const address = absoluteUrl(config, "slug" in path ? postAddress(path.slug) : pages.list);
  const days = config.lifetimes.listedDays;
  return [
    `@${author}, your post is approved. Within minutes it is listed at ${address}.`,
    `It stays for ${days} days, or until the last day that it names. When the job is filled, please close the post: “close it” on its page does that.`,
  ].join("\n\n");
}

/** To the author of a change to a post that is listed already. */
export function changeNotice(author: Login): string {
  return `@${author}, your change is approved. Within minutes it is on the board.`;
}

/** To its author: that a post is closed, if by deleting its file then why that was not done. */
export function closingNotice(author: Login, deleted: boolean): string {
  const instead = deleted
    ? " Its file was not deleted, because the address of a post never disappears: the text is no longer shown, and whoever follows the link reads that the post was removed."
    : "";
  return `@${author}, your post is closed, and leaves the list within minutes.${instead}`;
}

/** To its author: what the reviewers have done with it. */
export function featuredNotice(author: Login): string {
  return `@${author}, your post is marked as featured.`;
}

/** To whoever can mend it: why GitHub does not merge what is approved, in its own words. */
export function notMergedNotice(because: string): string {
  return `This is approved, but GitHub does not merge it: ${code(because)}\n\nWhoever may write to the repository can see at the end of this page what is in the way. Once that is mended, it is merged at the next change here, or within a day.`;
}

/** The line beside a commit of the bot’s own. */
export const ownCommitStatus = "Changed by the board itself";

function reasonParts(slug: string | null, text: string, { review }: BoardConfig): string[] {
  const reason: Reason | undefined = review.reasons.find((known) => known.slug === slug);
  return [
    ...(reason ? [`**${reason.title}.** ${reason.text}`] : []),
    ...(text ? [`The reviewer writes:\n\n${block(text)}`] : []),
  ];
}

function boardLink(config: BoardConfig): string {
  return `[the board](${absoluteUrl(config, pages.list)})`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function day(moment: string): string {
  return dayText(moment.slice(0, 10));
}
