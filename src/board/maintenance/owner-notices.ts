/** What owners read, as time goes by, on the pull request by which their post came. */
import { postAddress } from "../addresses.ts";
import type { BoardConfig } from "../config.ts";
import { absoluteUrl } from "../config.ts";
import { dayText } from "../day-text.ts";
import { closings } from "../mail/texts.ts";
import type { Login } from "../review/facts.ts";
import type { OwnerEvent, OwnerNews } from "./owner-news.ts";

/** In Markdown. `author`: who has opened the pull request; GitHub mails whoever is named. */
export function ownerNotice(
  author: Login,
  { post, event }: OwnerNews,
  config: BoardConfig,
): string {
  const page = absoluteUrl(config, postAddress(post.slug));
  return `@${author}, [your post](${page}) ${saidOf(event)}`;
}

function saidOf(event: OwnerEvent): string {
  return event.what === "closing-soon"
    ? `is listed to the end of ${dayText(event.lastDay)}.\n\n${choices(event)}`
    : `is no longer listed: ${closings[event.reason]}. Its page stays, marked as closed.\n\nIf you still look for somebody, [post it again](${event.again}).`;
}

function choices({ renew, close }: Extract<OwnerEvent, { what: "closing-soon" }>): string {
  return renew
    ? `If the job is still open, [renew the post](${renew}). If it is filled, [close it](${close}). Either opens a form that is filled in already: send it, and within minutes it is done.`
    : `It has been renewed as often as can be. If the job is still open then, you can post it again. If it is filled, [close the post](${close}).`;
}
