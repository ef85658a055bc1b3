/** The weekly digest of new posts, for the announcement list. */

import * as words from "#words/mail.ts";
import { pages } from "../addresses.ts";
import { absoluteUrl } from "../config.ts";
import type { Day } from "../days.ts";
import { addDays, dayOf, startOf } from "../days.ts";
import { allPlaces } from "../post/place.ts";
import type { Post } from "../post/post.ts";
import type { Part } from "./body.ts";
import { isolated } from "./body.ts";
import type { MailContext, MailMessage } from "./message.ts";
import { announcementListOf } from "./message.ts";
import { moreParts, reportMessage } from "./report-messages.ts";

/** Posts in a digest; the link leads to all of them. */
const longestDigest = 50;

/**
 * The posts, but those from another board, that were first listed in the week that begins on this Monday. By calendar weeks, so that no post
 * is in two messages or in none when GitHub runs the schedule a day late.
 */
export function newPosts(live: readonly Post[], monday: Day): Post[] {
  const end = addDays(monday, 7);
  return live.filter(
    ({ published, isImported }) => !isImported && published >= monday && published < end,
  );
}

/** To the announcement list; no message without such a list or new posts. */
export function digestMessage(
  live: readonly Post[],
  today: Day,
  context: MailContext,
): MailMessage | undefined {
  const { config, mail } = context;
  const thisWeek = dayOf(startOf(today).startOf("week"));
  const monday = addDays(thisWeek, -7);
  const posts = newPosts(live, monday);
  if (mail.announce === undefined || posts.length === 0) return undefined;
  const { subject, introduction, all, why } = words.digest;
  const parts: Part[] = [
    { paragraph: `${introduction(monday, addDays(monday, 6))} ${config.description}` },
    ...posts
      .slice(0, longestDigest)
      .flatMap((post) => [
        { link: isolated(post.job.title, 80), address: absoluteUrl(config, post.address) },
        { facts: factsOf(post) },
      ]),
    ...moreParts(posts.length - longestDigest),
    { link: all, address: absoluteUrl(config, pages.list) },
    { paragraph: why },
  ];
  const report = { name: `digest-${monday}`, subject: subject(posts.length, config.name), parts };
  const readers = { audience: "readers", to: mail.announce, replyTo: config.contact } as const;
  return reportMessage(report, { ...readers, list: announcementListOf(config) }, context);
}

function factsOf({ job, pay }: Post): (readonly [string, string])[] {
  const { postLabels } = words;
  return [
    [postLabels.company, job.company],
    [postLabels.place, allPlaces(job)],
    ...(pay ? [[postLabels.pay, pay] as const] : []),
  ];
}
