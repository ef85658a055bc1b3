/** What the bot answers when somebody asks by issue to close, renew, remove, or correct a post. In Markdown. */
import { dayText } from "../../day-text.ts";
import type { Day } from "../../days.ts";
import { plural } from "../plural.ts";

/** Descriptions of labels. GitHub allows 100 characters. */
export const labelDescriptions = {
  report: "Something may be wrong with a post. A reviewer will check.",
  unproven: "A reviewer needs to confirm that this comes from the post’s owner.",
} as const;

/** Titles of the pull requests in which the bot changes a post. */
export const changeTitles = {
  close: (slug: string) => `Close the post “${slug}”`,
  renew: (slug: string) => `Renew the post “${slug}”`,
};

/** The title of an issue by which a reader reports a post. */
export function reportTitle(slug: string): string {
  return `Report: ${slug}`;
}

/** `question`: the one whose answer is unknown. `form`: the form, with the post filled in. */
export function unknownRequestType(author: string, question: string, form: string): string {
  return `@${author}, the answer to “${question}” is not one of the form’s choices. Please [answer it again](${form}), with one from the list.`;
}

export function unknownPost(author: string, board: string): string {
  return `@${author}, [the board](${board}) has no post with this address. Please open the form from the post’s own page, which fills in the address, or copy the address from there.`;
}

/** `edit`: where owners can edit the post, if they can. */
export function reported(author: string, edit: string | undefined): string {
  const own = edit ? ` If this is your own post, you can [edit it yourself](${edit}).` : "";
  return `@${author}, thank you. A volunteer will look into it.${own}`;
}

export function unreadable(author: string): string {
  return `@${author}, the post’s file contains an error, so the bot can’t change it. A volunteer will take care of it.`;
}

export function notYours(author: string, contact: string): string {
  return `@${author}, nothing was changed, because this post was sent from another account. If that account is yours too, ask again from there. If something is wrong with the post, or it names you, write to ${contact}. A volunteer will read it.`;
}

/** `request`: in the words of the form; the issue itself can change after a reviewer has read it. */
export function unproven(author: string, request: string, post: string): string {
  return `@${author}, the post names you as its owner, but GitHub can’t prove that it was sent from this account, because usernames can be given up and reused. A volunteer will check.\n\nReviewers: to have this request carried out, comment \`/approve\` below: “${request}”, for ${post}.`;
}

/** To reviewers, about commands that are not carried out. */
export const commandsInIssues = {
  onlyApprove:
    "Nothing changed: the only command in an issue is `/approve`, where the bot asks for it. To refuse a request, close the issue.",
  notAsked:
    "Nothing changed: approve after the bot has asked for it, because its question says what will be done.",
  nothing:
    "Nothing changed: there is nothing to approve here. Fix or close the post, then close this issue.",
} as const;

export function filled(author: string, page: string): string {
  return `@${author}, the post is closed and leaves the list within a few minutes. [Its page](${page}) stays online, marked as closed. Thank you for letting us know.`;
}

export function removed(
  author: string,
  { page, contact, privacy }: { page: string; contact: string; privacy: string },
): string {
  return `@${author}, the post is removed. Within a few minutes [its page](${page}) will say so, and nothing else. The text stays in the history of the repository, as always with Git. If it must be deleted there too, because it contains personal data, write to ${contact}. [What is kept where](${privacy}).`;
}

export function renewed(author: string, page: string, lastDay: Day): string {
  return `@${author}, [the post](${page}) is renewed and stays listed until the end of ${dayText(lastDay)}. Its address and its first date do not change.`;
}

/** `again`: the form, filled in with this post. */
export function noRenewalsLeft(author: string, renewals: number, again: string): string {
  const limit = plural(renewals, { one: "renewal", other: "renewals" });
  return `@${author}, this post can’t be renewed again: the limit is ${limit}. If the job is still open when the post closes, ${postAgain(again)}.`;
}

/** `from`: the first day on which the post can be renewed. */
export function tooEarly(
  author: string,
  page: string,
  { lastDay, from }: { lastDay: Day; from: Day },
): string {
  return `@${author}, [the post](${page}) is listed until the end of ${dayText(lastDay)} and can’t be renewed yet. You can renew it from ${dayText(from)} on.`;
}

export function tooLate(author: string, again: string): string {
  return `@${author}, this post is already closed, so it can’t be renewed. If the job is still open, ${postAgain(again)}.`;
}

function postAgain(form: string): string {
  return `[post it again](${form}), with the form already filled in`;
}
