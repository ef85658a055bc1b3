/** Mail in commands: sending each message once, or showing what would be sent. */
import type { MailAddress, MailMessage } from "../src/board/mail/message.ts";
import * as words from "../src/board/words/en/terminal.ts";
import type { GitHub } from "../src/services/github/client.ts";
import type { Delivery } from "../src/services/mail/deliver.ts";
import { deliver, messagesToSend } from "../src/services/mail/deliver.ts";
import type { Sender } from "../src/services/mail/smtp.ts";
import { connectMailServer, mailSender } from "../src/services/mail/smtp.ts";
import type { Context } from "./command.ts";
import { tame } from "./review-report.ts";

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
