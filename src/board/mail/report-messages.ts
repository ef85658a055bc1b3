/** Mails about no single pull request: the team’s reports and the weekly digest of new posts. */
import { pages } from "../addresses.ts";
import { absoluteUrl } from "../config.ts";
import { dayText, monthText } from "../day-text.ts";
import type { Day } from "../days.ts";
import { addDays, dayOf, startOf } from "../days.ts";
import type { Post } from "../post/post.ts";
import type { Part } from "./body.ts";
import { html, isolated, plainText } from "./body.ts";
import type { MailContext, MailMessage } from "./message.ts";
import { announcementListOf, listOf, reportId } from "./message.ts";
import type { MonthFigures, ReportedPull } from "./reports.ts";
import { monthBefore, monthFigures, overdue } from "./reports.ts";

/** Posts that are listed; there is a page with all of them. */
const longestList = 20;

/** What waits too long; no message if nothing does. */
export function queueReport(
  pulls: readonly ReportedPull[],
  today: Day,
  context: MailContext,
): MailMessage | undefined {
  const waiting = overdue(pulls);
  if (waiting.length === 0) return undefined;
  const more = waiting.length - longestList;
  const subject =
    waiting.length === 1
      ? "1 post waits for a reviewer"
      : `${waiting.length} posts wait for a reviewer`;
  const parts: Part[] = [
    { paragraph: "These have waited for three days or more. The longest wait comes first." },
    {
      facts: waiting
        .slice(0, longestList)
        .map(({ pull, days }) => [`#${pull.number}, ${days} days or more`, pull.title] as const),
    },
    ...(more > 0 ? [{ paragraph: `And ${more} more.` }] : []),
    { link: "The queue", address: absoluteUrl(context.config, pages.review) },
  ];
  return toTeam({ name: `queue-${today}`, subject, parts }, context);
}

/** The month so far, and the one before. */
export function monthReport(
  pulls: readonly ReportedPull[],
  today: Day,
  context: MailContext,
): MailMessage {
  const month = today.slice(0, 7);
  const parts = [month, monthBefore(month)].flatMap((each) =>
    monthParts(monthFigures(pulls, each, context.config), each === month),
  );
  const subject = `Report on ${monthText(month)}`;
  return toTeam({ name: `month-${month}`, subject, parts }, context);
}

function monthParts({ month, sent, decided, reasons }: MonthFigures, isRunning: boolean): Part[] {
  const name = `${monthText(month)}${isRunning ? ", so far" : ""}`;
  const total = sent.reduce((sum, { count }) => sum + count, 0);
  const counted = sent.map(({ state, count }) => [capital(state), String(count)] as const);
  return [
    {
      paragraph: `${name}: ${total} new ${total === 1 ? "post" : "posts"}${total ? ", by how they stand today:" : "."}`,
    },
    ...(total ? [{ facts: counted }] : []),
    ...(decided.count
      ? [
          { paragraph: `Decided in that month: ${decided.count}.` },
          {
            facts: [
              ["Half of them within", timeText(decided.median)],
              ["Nine of ten within", timeText(decided.ninetieth)],
            ] as const,
          },
        ]
      : []),
    ...(reasons.length
      ? [
          { paragraph: "Not taken, because:" },
          { facts: reasons.map(({ title, count }) => [title, String(count)] as const) },
        ]
      : []),
  ];
}

/** Hours as people say them: in hours up to two days, then in days. */
function timeText(hours: number): string {
  const inDays = hours > 48;
  const count = Math.max(1, Math.ceil(inDays ? hours / 24 : hours));
  const unit = inDays ? "day" : "hour";
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

function toTeam(report: Report, context: MailContext): MailMessage {
  const { config, mail } = context;
  const list = listOf(config, mail);
  return reportMessage(
    report,
    { audience: "team", to: mail.list, replyTo: mail.list, list },
    context,
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Posts that are told; there is a page with all of them. */
const longestDigest = 50;

/**
 * What was first listed in a week that begins on this Monday. Weeks are those of the calendar, so that no post
 * is told twice, or falls between two messages, also where GitHub is a day late.
 */
export function newPosts(live: readonly Post[], monday: Day): Post[] {
  const end = addDays(monday, 7);
  return live.filter(({ published }) => published >= monday && published < end);
}

/** No message if there are no such posts, or no list. */
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
  return reportMessage({ name, subject, parts }, readers, context);
}

function factsOf({ job, placeName, pay }: Post): (readonly [string, string])[] {
  return [["Company", job.company], ["Place", placeName], ...(pay ? [["Pay", pay] as const] : [])];
}

function countPosts(count: number): string {
  return count === 1 ? "1 new post" : `${count} new posts`;
}

/** `name` tells it from all others, so that one that was sent twice is shown once. */
export type Report = { name: string; subject: string; parts: readonly Part[] };

/** The list by its address, and where answers go. */
export type Addressee = { audience: "team" | "readers"; to: string; replyTo: string } & Pick<
  MailMessage,
  "list"
>;

export function reportMessage(
  { name, subject, parts }: Report,
  { audience, to, replyTo, list }: Addressee,
  { config, mail }: MailContext,
): MailMessage {
  const signature = [config.name, absoluteUrl(config, pages.list)];
  return {
    name,
    audience,
    from: mail.from,
    replyTo: { name: config.name, address: replyTo },
    to: { name: "", address: to },
    subject,
    text: plainText(parts, signature),
    html: html(subject, parts, signature),
    messageId: reportId(name, config),
    inReplyTo: undefined,
    list,
  };
}
