/** What the bot answers to reviewers, and what it tells them about a post. */
import { code } from "../../review/quote.ts";

/** To a reviewer or an author. `about`: the command that is meant, if their comment has several. */
export function answerText({
  to,
  about,
  text,
}: {
  to: string;
  about?: string;
  text: string;
}): string {
  return `@${to}: ${about ? `About ${code(about)}: ` : ""}${text}`;
}

export const answers = {
  claimed: (by: string, since: string, until: string) =>
    `Nothing changed: ${code(by)} claimed this post on ${since}. Ask them to write \`/release\`, assign yourself in the sidebar to take over, or wait: it returns to the queue on ${until} if there is no activity.`,
  requestByButton:
    "To ask for changes without taking over, submit a review on GitHub with “Request changes”.",
  edited: "Edited comments are ignored. Post the command as a new comment.",
  help: (commands: string) => `These are the commands.\n\n${commands}`,
  unknown: (why: string, commands: string) => `Nothing changed. ${why}\n\n${commands}`,
  unclear: (instead: string) => `Nothing changed. ${instead}`,
  noSubmission:
    "Nothing changed: this is not a job post, so it is reviewed like code, with GitHub’s own buttons.",
  noReviewer:
    "Nothing changed: the role “triage” is not enough to review. Ask a maintainer to list you under `review.reviewers` in the settings.",
  notClosed:
    "Nothing changed: only a pull request that was closed without merging can be reopened.",
  carriedOut:
    "Nothing changed: this request was carried out and can’t be undone. To list the job again, send it as a new submission.",
  refusedByGitHub: (because: string) =>
    `Nothing changed, because GitHub refused: ${code(because)} Once that is fixed, write it again.`,
  notFeatured: (because: string) =>
    `The post is not featured, because GitHub refused: ${code(because)} Once that is fixed, write \`/feature\` again.`,
  notReopened: (because: string) =>
    `This can’t be reopened. GitHub says: ${code(because)} If the branch is gone, send the post again as a new submission.`,
  justReopened:
    "Nothing changed: this was only just reopened. Write the command again after a look at the post.",
  conflict: (why: string) => `Nothing changed: ${why}, so another reviewer has to decide.`,
  over: (state: string) => `Nothing changed: this is already ${state}.`,
  noLongerListed: "Nothing changed: this post is closed, so it can’t be featured.",
  decided: (by: string) => `Nothing changed: ${code(by)} has just decided on this post.`,
  alreadyRefused: (reasons: readonly string[]) =>
    `Nothing changed: this pull request is refused, and its author has been told why. ${reasons.join(" ")}`,
  refused: (reasons: readonly string[]) =>
    `Not merged: this pull request is refused. ${reasons.join(" ")}`,
  draft: "Not merged: this is a draft. Approve it once its author has pressed “Ready for review”.",
  invalid: (first: string) =>
    `Not merged: the post can’t be published yet. ${first}The comment above lists every problem.`,
  objected: (by: string) =>
    `Not merged: ${code(by)} objected after your approval. Once that is resolved, approve it again.`,
  changedSince:
    "Not merged: when you approved it, the post had just changed or was not checked yet. Review it as it is now, and approve it again.",
} as const;

/** Why somebody may not review a post. */
export const conflicts = {
  author: "you sent it yourself",
  owner: "the post names you as one of its owners",
  affiliated: (whom: string) => `you are affiliated with ${whom}`,
} as const;

/** If a submission sets fields that only the board may set. Shown like the problems of the rules. */
export const submissionProblems = {
  conflict:
    "The board has changed the same lines since this post was sent, so GitHub can’t merge it.",
  resolveConflict:
    "Press “Resolve conflicts” at the bottom of the pull request, and keep what should be published.",
  changeAgain: (address: string) =>
    `Close this pull request, and make your change again from the page of the post (${address}). If you know Git, you can press “Resolve conflicts” at the bottom of the pull request instead.`,
  saveAgain:
    "Open your post in the editor, check it, make a small change, and save. Saving combines your post with the board’s latest version.",
  sendAgain: "Close this pull request, and send your post again.",
  nameTaken: (slug: string) => `A post named ${slug} is already on the board.`,
  nameTakenBy: (number: number) =>
    `Pull request #${number}, which came first, adds a file with this name too.`,
  otherName:
    "If it is the same job, close this pull request. If it is another one, make the difference clear in the job title, and rename the file, for example with a number at the end. In GitHub’s editor, its name is in the box above the text.",
  otherPost:
    "If it is the same job, close this pull request. If it is another one, close this pull request too, and send the post again with a job title that makes the difference clear.",
  setByBoard: (field: string) => `Only the board sets “${field}”.`,
  removeLine: (field: string) => `Remove the line that starts with “${field}:”.`,
  changedByBoard: (field: string) => `Only the board changes “${field}”.`,
  neverChanges: (field: string) => `“${field}” never changes.`,
  restore: "Put the old value back.",
  restoreClosed:
    "Put the old value back. To close a listed post, use the reason filled or removed.",
  otherSender: "“submitted_by” names somebody else, not the sender of this pull request.",
  deletedSender:
    "The account that sent this was deleted. Close this pull request, and send the post again from another account.",
  ownSender: (login: string) => `Write “submitted_by: ${login}”.`,
} as const;

/** What the checklist says beside each criterion. */
export const evidence = {
  times: (count: number) => (count === 1 ? "once" : `${count} times`),
  mention: (term: string, times: string, field: string) => `${term} ${times} in the ${field}`,
  noMention: "nothing found",
  topicWeight: (topic: string, times: string) => `${topic} and its tools ${times}`,
  otherLanguages: (list: string) => `other languages: ${list}`,
  noOtherLanguage: "no other language mentioned",
  noPay: "not stated",
  noLanguage: "too short or too mixed to tell",
  link: (link: string) => `${link} (not opened; please follow it from the preview)`,
  noLink: "no link",
  noEmail: "no address",
  freeMail: "from a provider where anybody can have an address",
  noLinkToCompare: "no link to compare it with",
  sameDomain: "same domain as the link",
  otherDomain: "different domain than the link",
  noCategory: "no category",
  noTypes: "no types",
  agency: "posted by an agency",
  noAgency: "not marked as posted by an agency",
  noDuplicate: "a reviewer confirmed that it is not a duplicate",
  noSimilar: "no similar post found",
  sentBy: (logins: string) => `sent by ${logins}`,
  noAffiliations: "no affiliations are configured",
} as const;
