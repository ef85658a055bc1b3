/** What daily maintenance writes on GitHub: to owners, in the pull request that archives posts, and when it has stopped. */
import { dayText } from "../../day-text.ts";
import type { Day } from "../../days.ts";
import { plural } from "../plural.ts";
import { closedBecause } from "./mail.ts";

type OwnPost = { author: string; page: string };

/** `renew`, `close`: forms that are filled in; without `renew` the post can’t be renewed again. */
export function closesSoon(
  { author, page }: OwnPost,
  { lastDay, renew, close }: { lastDay: Day; renew?: string; close: string },
): string {
  const choices = renew
    ? `If the job is still open, [renew the post](${renew}). If it is filled, [close the post](${close}). Both links open a form that is already filled in. Submit it, and the post is updated within a few minutes.`
    : `It can’t be renewed again. If the job is still open after that day, you can post it again. If it is filled, [close the post](${close}).`;
  return `@${author}, [your post](${page}) is listed until the end of ${dayText(lastDay)}.\n\n${choices}`;
}

export function hasClosed(
  { author, page }: OwnPost,
  { reason, again }: { reason: keyof typeof closedBecause; again: string },
): string {
  return `@${author}, [your post](${page}) is no longer listed, because ${closedBecause[reason]}. Its page stays online, marked as closed.\n\nIf you are still hiring, [post it again](${again}).`;
}

export function archiveTitle(posts: number): string {
  return `Archive ${plural(posts, { one: "post", other: "posts" })}`;
}

export function archiveItem(name: string, reason: string, on: Day): string {
  return `- ${name}: ${reason} on ${on}`;
}

export function archiveBody(list: string): string {
  return [
    "These posts are closed, so their files move to the archive. The text of removed posts is deleted.",
    list,
    "The board updates this pull request once a day and merges it by itself. If the repository’s rules require an approval, it waits here for one. Meanwhile, the site already shows these posts as closed.",
  ].join("\n\n");
}

export const stoppedTitle = "The board’s daily run has stopped";

/** `lastRun`: such as “2027-01-31 at 00:20”, in UTC. `workflow`: its page. */
export function stoppedBody(lastRun: string, workflow: string): string {
  return [
    `Daily maintenance last succeeded on ${lastRun} UTC. Posts still leave the site on time. Until it runs again, posts are not archived, inactive claims are not released, owners are not reminded, and events that GitHub failed to deliver are not handled. If only one job of a run failed, the others did their work.`,
    `Open [the daily run](${workflow}). If GitHub says that it is disabled, press *Enable workflow*, then *Run workflow*. If runs have failed, the log of the latest one ends with the reason.`,
    "This issue closes automatically after the next successful run.",
  ].join("\n\n");
}

export const ratesTitle = "The exchange rates are old";

export function ratesBody(day: Day): string {
  return [
    `Searches for pay compare currencies by the rates of ${dayText(day)}.`,
    "Run `npm run rates` in a clone of the repository, and send the change as a pull request. It fetches the current rates of the European Central Bank.",
    "This issue closes automatically after the next daily run with newer rates.",
  ].join("\n\n");
}

export function ratesFine(day: Day): string {
  return `Searches for pay compare currencies by the rates of ${dayText(day)}.`;
}
