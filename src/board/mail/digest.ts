/** The letter by which an announcement list is told once a week which posts are new. */
import { pages } from "../addresses.ts";
import { absoluteUrl } from "../config.ts";
import { dayText } from "../day-text.ts";
import type { Day } from "../days.ts";
import { addDays, dayOf, startOf } from "../days.ts";
import type { Post } from "../post/post.ts";
import type { Part } from "./body.ts";
import type { Letter } from "./letter.ts";
import { announcementListOf } from "./letter.ts";
import { reportLetter } from "./report-letter.ts";
import type { LetterContext } from "./texts.ts";
import { isolated } from "./words.ts";

/** Posts that are told; there is a page with all of them. */
const longestDigest = 50;

/**
 * What was first listed in a week that begins on this Monday. Weeks are those of the calendar, so that no post
 * is told twice, or falls between two letters, also where GitHub is a day late.
 */
export function newPosts(live: readonly Post[], monday: Day): Post[] {
  const end = addDays(monday, 7);
  return live.filter(({ published }) => published >= monday && published < end);
}

/** No letter if there are no such posts, or no list. */
export function digestLetter(
  live: readonly Post[],
  today: Day,
  context: LetterContext,
): Letter | undefined {
  const { config, mail } = context;
  const thisWeek = dayOf(startOf(today).startOf("week"));
  const monday = addDays(thisWeek, -7);
  const posts = newPosts(live, monday);
  if (mail.announce === undefined || posts.length === 0) return undefined;
  const name = `digest-${monday}`;
  const subject = `${countPosts(posts.length)} on ${config.name}`;
  const more = posts.length - longestDigest;
  const parts: Part[] = [
    {
      paragraph: `These were listed from ${dayText(monday)} to ${dayText(addDays(monday, 6))}. ${config.description}`,
    },
    ...posts
      .slice(0, longestDigest)
      .flatMap((post) => [
        { link: isolated(post.job.title, 80), address: absoluteUrl(config, post.address) },
        { facts: factsOf(post) },
      ]),
    ...(more > 0 ? [{ paragraph: `And ${more} more.` }] : []),
    { link: "All posts", address: absoluteUrl(config, pages.list) },
  ];
  const list = announcementListOf(config);
  const readers = {
    audience: "readers",
    to: mail.announce,
    replyTo: config.contact,
    list,
  } as const;
  return reportLetter({ name, subject, parts }, readers, context);
}

function factsOf({ job, placeName, pay }: Post): (readonly [string, string])[] {
  return [["Company", job.company], ["Place", placeName], ...(pay ? [["Pay", pay] as const] : [])];
}

function countPosts(count: number): string {
  return count === 1 ? "1 new post" : `${count} new posts`;
}
