/** `npm run report`: emails the queue and monthly figures to the team, and new posts to readers. */

import { report as words } from "#words/terminal-github.ts";
import { dayOf, startOf } from "../src/board/days.ts";
import { readBoard } from "../src/board/listing/read-board.ts";
import { digestMessage } from "../src/board/mail/digest.ts";
import type { MailContext, MailMessage } from "../src/board/mail/message.ts";
import { monthReport, queueReport } from "../src/board/mail/report-messages.ts";
import { monthBefore, reportsDue } from "../src/board/mail/reports.ts";
import { fetchPostsWithHistory } from "../src/services/git-posts.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { listForReport } from "../src/services/github/sweep.ts";
import { mailContext } from "../src/services/mail/deliver.ts";
import type { Sender } from "../src/services/mail/smtp.ts";
import type { Context } from "./command.ts";
import { defineCommand, startCommand } from "./command.ts";
import { connect } from "./github.ts";
import { reportDelivery, reportMessage, setUpMail } from "./mail.ts";

const definition = {
  usage: words.usage,
  about: words.about,
  options: {
    schedule: { type: "string", ...words.options.schedule },
    "dry-run": { type: "boolean", ...words.options["dry-run"] },
  },
} as const;

export const command = defineCommand(definition, async (context, { flags }) => {
  const github = connect(context);
  const today = dayOf(context.environment.now);
  const since = startOf(`${monthBefore(today.slice(0, 7))}-01`);
  const pulls = await listForReport(github, since);
  const written = mailContext(context.config, github);
  const due = reportsDue(flags.schedule ?? "");
  const messages: MailMessage[] = due.flatMap((report) => {
    if (report === "month") return [monthReport(pulls, today, written)];
    return (report === "queue" && queueReport(pulls, today, written)) || [];
  });
  const digest = due.includes("digest") && (await writeDigest(github, written, context));
  if (digest) messages.push(digest);
  if (messages.length === 0) context.print(words.none);
  const send = flags["dry-run"] ? undefined : setUpMail(context);
  if (send && !("missing" in send)) return await sendAll(messages, send, context);
  for (const message of messages) context.print(reportMessage(message));
  return 0;
});

if (import.meta.main) await startCommand(command);

/** `undefined` if there is no announcement list, or nothing new, as on a board of samples. */
async function writeDigest(
  github: GitHub,
  written: MailContext,
  { directory, environment: { now } }: Context,
): Promise<MailMessage | undefined> {
  const { config, mail } = written;
  if (mail.announce === undefined || config.demo !== null) return undefined;
  const { sources } = await fetchPostsWithHistory(directory, github.remote, { config, now });
  const { board } = readBoard(sources, config, now);
  return digestMessage(board.live, dayOf(now), written);
}

/** 1 if a message could not be sent. */
async function sendAll(
  messages: readonly MailMessage[],
  send: Sender,
  { print }: Context,
): Promise<0 | 1> {
  let isWell = true;
  for (const message of messages) {
    const sending = await send(message);
    print(reportDelivery({ message, sending }));
    isWell &&= sending.result === "sent";
  }
  return isWell ? 0 : 1;
}
