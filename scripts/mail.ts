/** Mail in commands: sending each message once, leaving that to another job, or showing what would be sent. */
import { appendFile } from "node:fs/promises";
import * as words from "#words/terminal.ts";
import type { BoardConfig } from "../src/board/config.ts";
import { messagesAbout } from "../src/board/mail/event-messages.ts";
import type { MailAddress, MailMessage } from "../src/board/mail/message.ts";
import { isAboutComment, pendingMessages } from "../src/board/mail/message.ts";
import type { Facts } from "../src/board/review/facts.ts";
import type { Plan } from "../src/board/review/plan.ts";
import { mailedNames } from "../src/board/review/tags.ts";
import type { GitHub } from "../src/services/github/client.ts";
import type { Delivery } from "../src/services/mail/deliver.ts";
import { deliver, mailContext, messagesToSend } from "../src/services/mail/deliver.ts";
import type { PreparedMail } from "../src/services/mail/prepared.ts";
import { packMail } from "../src/services/mail/prepared.ts";
import type { Sender } from "../src/services/mail/smtp.ts";
import { connectMailServer, mailSender } from "../src/services/mail/smtp.ts";
import type { Context } from "./command.ts";
import { tame } from "./review-report.ts";

/**
 * The mail to be sent about a pull request; none on a board without settings for mail.
 *
 * @param plan the one that led to the facts
 */
export function mailAbout(
  { facts, plan }: { facts: Facts; plan: Plan },
  { github, config }: { github: GitHub; config: BoardConfig },
): PreparedMail[] {
  if (!config.mail) return [];
  const all = messagesAbout(facts, plan, mailContext(config, github));
  const messages = pendingMessages(all, mailedNames(facts));
  return messages.length > 0 ? [{ pull: facts.pull.number, messages }] : [];
}

/** Whether mail cannot wait for the next sweep: it is about more than comments. */
export function isUrgent({ messages = [] }: PreparedMail): boolean {
  return messages.some(({ name }) => !isAboutComment(name));
}

/** Leaves mail to the workflow’s next job, which has the mail server’s password. */
export async function handOverMail(
  mail: readonly PreparedMail[],
  { environment: { outputFile }, print }: Context,
): Promise<void> {
  if (mail.length === 0 || outputFile === undefined) return;
  await appendFile(outputFile, `mail=${packMail(mail)}\n`);
  print(words.mail.prepared(mail.flatMap(({ messages = [] }) => messages).length));
}

/** How to send mail, or the name of the setting without which there is none. */
export function setUpMail({ config, environment }: Context): Sender | { missing: string } {
  if (!config.mail) return { missing: words.mail.settings };
  const { smtpUrl } = environment;
  return smtpUrl ? mailSender(connectMailServer(smtpUrl)) : { missing: "SMTP_URL" };
}

/** A pull request and all messages about it. */
export type About = { github: GitHub; pull: number; messages: readonly MailMessage[] };

/** Prints the messages about a pull request that were not sent yet. */
export async function showMessages(
  { github, pull, messages }: About,
  { print }: Context,
): Promise<void> {
  const left = await messagesToSend(github, pull, messages);
  print(left.length === 0 ? `#${pull}: ${words.mail.nothingToSend}` : `#${pull}:`);
  for (const message of left) print(reportMessage(message));
}

/** Sends the messages about a pull request that were not sent yet. Resolves to whether none is left to send. */
export async function sendMessages(
  { github, pull, messages }: About,
  { print }: Context,
  send: Sender,
): Promise<boolean> {
  let isWell = true;
  for await (const delivery of deliver(messages, pull, { github, send })) {
    print(`#${pull}:\n${reportDelivery(delivery)}`);
    const { result } = delivery.sending;
    isWell &&= result === "sent" || result === "refused";
  }
  return isWell;
}

/** A message in full, as it would be sent. */
export function reportMessage(message: MailMessage): string {
  const { name, to, from, subject, text, messageId, inReplyTo } = message;
  const head = [
    `From: ${mailbox(from)}`,
    `To: ${mailbox(to)}`,
    `Subject: ${subject}`,
    `Message-ID: ${messageId}`,
    ...(inReplyTo ? [`In-Reply-To: ${inReplyTo}`] : []),
    "",
    ...text.trimEnd().split("\n"),
  ];
  const title = `  ${words.mail.toSend(tame(name))}`;
  return [title, ...head.map((each) => `    | ${tame(each)}`)].join("\n");
}

/** The result of sending a message, as a line of output. */
export function reportDelivery({ message: { name, audience }, sending }: Delivery): string {
  const { mail } = words;
  const what = tame(mail.what(audience, name));
  switch (sending.result) {
    case "sent":
      return `  ${mail.sent(what)}`;
    case "refused":
      return `  ${mail.refused(what, tame(sending.why))}`;
    case "failed":
    case "unreachable":
      return `  ${mail.notSentYet(what, tame(sending.why))}`;
  }
}

function mailbox({ name, address }: MailAddress): string {
  return name ? `${name} <${address}>` : address;
}
