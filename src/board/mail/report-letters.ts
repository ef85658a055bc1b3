/** The reports that the team gets by mail. */
import { pages } from "../addresses.ts";
import { absoluteUrl } from "../config.ts";
import { monthText } from "../day-text.ts";
import type { Day } from "../days.ts";
import type { Part } from "./body.ts";
import type { Letter } from "./letter.ts";
import { listOf } from "./letter.ts";
import type { Report } from "./report-letter.ts";
import { reportLetter } from "./report-letter.ts";
import type { MonthFigures, ReportedPull } from "./reports.ts";
import { monthBefore, monthFigures, overdue } from "./reports.ts";
import type { LetterContext } from "./texts.ts";

/** Posts that are listed; there is a page with all of them. */
const longestList = 20;

/** What waits too long; no letter if nothing does. */
export function queueReport(
  pulls: readonly ReportedPull[],
  today: Day,
  context: LetterContext,
): Letter | undefined {
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
  context: LetterContext,
): Letter {
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

function toTeam(report: Report, context: LetterContext): Letter {
  const { config, mail } = context;
  const list = listOf(config, mail);
  return reportLetter(
    report,
    { audience: "team", to: mail.list, replyTo: mail.list, list },
    context,
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
