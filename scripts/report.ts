/** `npm run report`: tells the team by mail what waits, and how the months went; and readers what is new. */
import { requireSoundConfig } from "../src/board/config-check.ts";
import { dayOf, startOf } from "../src/board/days.ts";
import { readBoard } from "../src/board/listing/read-board.ts";
import type { MailContext, MailMessage } from "../src/board/mail/message.ts";
import { digestMessage, monthReport, queueReport } from "../src/board/mail/report-messages.ts";
import { monthBefore, reportsDue } from "../src/board/mail/reports.ts";
import { boardConfig } from "../src/board.config.ts";
import type { Environment } from "../src/services/environment.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { fetchPostsWithHistory } from "../src/services/git-posts.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { connectGitHub } from "../src/services/github/client.ts";
import { listForReport } from "../src/services/github/sweep.ts";
import { mailContext } from "../src/services/mail/deliver.ts";
import type { Sender } from "../src/services/mail/smtp.ts";
import { connectMailServer, mailSender } from "../src/services/mail/smtp.ts";
import { runCommand } from "./command.ts";
import { reportDelivery, reportMessage } from "./mail-report.ts";

const command = {
  usage: "npm run report -- [--schedule LINE] [--dry-run]",
  about: `Tells the team by mail which posts wait too long for a reviewer, and how this month and the last one
went; and once a week the announcement list, if there is one, which posts are new. Without settings for mail it
prints what would be sent.`,
  options: {
    schedule: {
      type: "string",
      value: "LINE",
      help: "the line of the schedule that has struck: sends what is due by it; if empty, what is for the team",
    },
    "dry-run": { type: "boolean", help: "print the reports, and send none" },
  },
} as const;

await runCommand(command, async ({ flags }) => {
  requireSoundConfig(boardConfig);
  const environment = readEnvironment();
  const { smtpUrl, settings, now } = environment;
  const config = { ...boardConfig, ...settings };
  const github = connectGitHub(environment.github, config.repository);
  const today = dayOf(now);
  const since = startOf(`${monthBefore(today.slice(0, 7))}-01`);
  const pulls = await listForReport(github, since);
  const context = mailContext(config, github);
  const due = reportsDue(flags.schedule ?? "");
  const messages: MailMessage[] = due.flatMap((report) => {
    if (report === "month") return [monthReport(pulls, today, context)];
    return (report === "queue" && queueReport(pulls, today, context)) || [];
  });
  const digest = due.includes("digest") && (await writeDigest(github, context, environment));
  if (digest) messages.push(digest);
  if (messages.length === 0) console.log("Nothing to report.");
  if (config.mail && smtpUrl && !flags["dry-run"]) {
    return (await sendAll(messages, mailSender(connectMailServer(smtpUrl)))) ? 0 : 1;
  }
  for (const message of messages) console.log(reportMessage(message));
  return 0;
});

/** Where there is a list for it. A board of samples has nothing new. */
async function writeDigest(
  github: GitHub,
  context: MailContext,
  { now }: Environment,
): Promise<MailMessage | undefined> {
  const { config, mail } = context;
  if (mail.announce === undefined || config.demo !== null) return undefined;
  const { sources } = await fetchPostsWithHistory(".", github.remote);
  const { board } = readBoard(sources, config, now);
  return digestMessage(board.live, dayOf(now), context);
}

/** Whether all were sent. */
async function sendAll(messages: readonly MailMessage[], send: Sender): Promise<boolean> {
  let allWell = true;
  for (const message of messages) {
    const sending = await send(message);
    console.log(reportDelivery({ message, sending }));
    allWell &&= sending.result === "sent";
  }
  return allWell;
}
