/** Messages, and what became of them, as plain text for a terminal or a log. */
import type { MailAddress, MailMessage } from "../src/board/mail/message.ts";
import type { Delivery } from "../src/services/mail/deliver.ts";
import { tame } from "./review-report.ts";

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
  return [`  To send: ${tame(name)}`, ...head.map((each) => `    | ${tame(each)}`)].join("\n");
}

/** What became of a message. */
export function reportDelivery({ message: { name, audience }, sending }: Delivery): string {
  const what = `a mail to the ${audience} (${name})`;
  if (sending.result === "sent") return `  Sent: ${tame(what)}`;
  const ends = { refused: "Refused", failed: "Not sent yet", unreachable: "Not sent yet" };
  return `  ${ends[sending.result]}: ${tame(`${what}. ${sending.why}`)}`;
}

function mailbox({ name, address }: MailAddress): string {
  return name ? `${name} <${address}>` : address;
}
