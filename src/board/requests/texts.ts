/** What the bot answers to requests. */
import { againAddress, pages, postAddress } from "../addresses.ts";
import { changeUrl } from "../change-url.ts";
import type { BoardConfig } from "../config.ts";
import { absoluteUrl, repositoryUrl } from "../config.ts";
import { dayText } from "../day-text.ts";
import type { Day } from "../days.ts";
import type { JobPath } from "../job/path.ts";
import type { Login } from "../review/facts.ts";
import { code } from "../review/quote.ts";
import type { RequestType } from "./request-form.ts";
import { requestTypes } from "./request-form.ts";

export function unknownRequestType(author: Login): string {
  return `@${author}, the form’s second question has an answer that it does not offer. Please open it again from the post’s page, and choose one of the list.`;
}

export function unknownPost(author: Login, config: BoardConfig): string {
  return `@${author}, there is no post of that name on [the board](${absoluteUrl(config, pages.list)}). Please open the form from the post’s own page, which fills its address in, or copy the address from there.`;
}

/** A closed post is for the board to change. */
export function reported(author: Login, { slug, archived }: JobPath, config: BoardConfig): string {
  const change = ` If the post is your own, you need not wait: [change it](${changeUrl(slug, config)}).`;
  return `@${author}, thank you. A volunteer looks at it.${archived ? "" : change}`;
}

export function unreadable(author: Login): string {
  return `@${author}, the post’s file has an error, so the bot cannot change it. A volunteer will.`;
}

/** Whoever is harmed by somebody else’s post needs a person, not a form. */
export function notYours(author: Login, config: BoardConfig): string {
  return `@${author}, this post was sent by another account than yours, so nothing was changed. If you manage it from another account, ask from that one. If something is wrong with the post, or it names you, write to ${config.contact}: a volunteer reads it.`;
}

/** Says what would be done, for the issue itself can be changed after a reviewer has read it. */
export function unproven(
  author: Login,
  type: RequestType,
  slug: string,
  config: BoardConfig,
): string {
  return `@${author}, the post names you as its owner, but GitHub cannot prove that this account sent it: logins can be given up and taken by others. A volunteer looks at it.\n\nReviewers: \`/approve\` in a comment below has it carried out: “${requestTypes[type]}”, of [${slug}](${absoluteUrl(config, postAddress(slug))}).`;
}

export function closed(
  author: Login,
  reason: "filled" | "removed",
  slug: string,
  config: BoardConfig,
): string {
  const page = absoluteUrl(config, postAddress(slug));
  return reason === "filled"
    ? `@${author}, the post is closed, and leaves the list within minutes. [Its page](${page}) stays, marked as closed. Thank you for telling us.`
    : `@${author}, the post is removed: within minutes [its page](${page}) says so, and nothing else. What it said stays in the history of the repository, as with everything in Git. If that must go too, because it holds something about a person, write to ${config.contact}. [What is kept where](${privacyPage(config)}).`;
}

export function renewed(author: Login, lastDay: Day, slug: string, config: BoardConfig): string {
  return `@${author}, [the post](${absoluteUrl(config, postAddress(slug))}) is renewed. It is listed to the end of ${dayText(lastDay)}, at the same address and under its first date.`;
}

export function renewedOften(author: Login, file: string, config: BoardConfig): string {
  const { renewals } = config.lifetimes;
  const often = renewals === 1 ? "once" : `${renewals} times`;
  return `@${author}, a post can be renewed ${often}, and this one has been. If the job is still open when its time is over, ${postAgain(file, config)}.`;
}

export function tooLate(author: Login, file: string, config: BoardConfig): string {
  return `@${author}, this post is closed already, so it cannot be renewed. If the job is still open, ${postAgain(file, config)}.`;
}

function postAgain(file: string, config: BoardConfig): string {
  return `[post it again](${absoluteUrl(config, againAddress(file))}): the form is filled in from it (${code(file)})`;
}

function privacyPage(config: BoardConfig): string {
  return repositoryUrl(config, `/blob/${config.repository.branch}/docs/privacy.md`);
}
