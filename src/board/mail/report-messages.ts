/** The team’s reports by mail: on the queue and on the month. Which are due and what is counted: reports.ts. */

import * as words from "#words/mail.ts";
import { statusWords } from "#words/status.ts";
import { pages } from "../addresses.ts";
import { absoluteUrl } from "../config.ts";
import type { Day } from "../days.ts";
import { waitLabels } from "../review/labels.ts";
import type { Part } from "./body.ts";
import { html, plainText } from "./body.ts";
import type { MailContext, MailMessage } from "./message.ts";
import { listOf, reportId } from "./message.ts";
import type { MonthFigures, ReportedPull } from "./reports.ts";
import { monthBefore, monthFigures, overdue } from "./reports.ts";

/** Posts in a queue report; the link leads to all of them. */
const longestList = 20;

/** The posts that have waited too long; no message if there are none. */
export function queueReport(
  pulls: readonly ReportedPull[],
  today: Day,
  context: MailContext,
): MailMessage | undefined {
  const waiting = overdue(pulls);
  if (waiting.length === 0) return undefined;
  const { subject, introduction, item, link } = words.queueReport;
  const parts: Part[] = [
    { paragraph: introduction(Math.min(...waitLabels.map(({ days }) => days))) },
    {
      facts: waiting
        .slice(0, longestList)
        .map(({ pull, days }) => [item(pull.number, days), pull.title] as const),
    },
    ...moreParts(waiting.length - longestList),
    { link, address: absoluteUrl(context.config, pages.review) },
  ];
  return toTeam({ name: `queue-${today}`, subject: subject(waiting.length), parts }, context);
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
  const subject = words.monthReport.subject(month);
  return toTeam({ name: `month-${month}`, subject, parts }, context);
}

function monthParts({ month, sent, decided, reasons }: MonthFigures, isRunning: boolean): Part[] {
  const said = words.monthReport;
  const total = sent.reduce((sum, { count }) => sum + count, 0);
  const times = [
    [said.half, timeText(decided.median)],
    [said.nineOfTen, timeText(decided.ninetieth)],
  ] as const;
  return [
    { paragraph: said.sent(month, isRunning, total) },
    ...countParts(sent.map(({ status, count }) => [statusWords[status].label, count])),
    ...(decided.count ? [{ paragraph: said.decided(decided.count) }, { facts: times }] : []),
    ...(reasons.length ? [{ paragraph: said.reasons }] : []),
    ...countParts(reasons.map(({ title, count }) => [title, count])),
  ];
}

function countParts(counts: readonly (readonly [string, number])[]): Part[] {
  if (counts.length === 0) return [];
  return [{ facts: counts.map(([label, count]) => [label, String(count)] as const) }];
}

/** In hours up to two days, then in days. */
function timeText(hours: number): string {
  const inDays = hours > 48;
  const count = Math.max(1, Math.ceil(inDays ? hours / 24 : hours));
  return words.monthReport.within(inDays ? "day" : "hour", count);
}

function toTeam(report: Report, context: MailContext): MailMessage {
  const { config, mail } = context;
  const team = { audience: "team", to: mail.list, replyTo: mail.list } as const;
  const parts = [...report.parts, { paragraph: words.team.why(mail.list) }];
  return reportMessage({ ...report, parts }, { ...team, list: listOf(config, mail) }, context);
}

/** How many more there are than are listed. */
export function moreParts(count: number): Part[] {
  return count > 0 ? [{ paragraph: words.more(count) }] : [];
}

/** `name` identifies it, so that mail programs show it once even if it was sent twice. */
type Report = { name: string; subject: string; parts: readonly Part[] };

/** `to` and `replyTo` are addresses. */
type Recipient = { audience: "team" | "readers"; to: string; replyTo: string } & Pick<
  MailMessage,
  "list"
>;

/** A message about no single pull request. */
export function reportMessage(
  { name, subject, parts }: Report,
  { audience, to, replyTo, list }: Recipient,
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
