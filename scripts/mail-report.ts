/** Letters, and what became of them, as plain text for a terminal or a log. */
import type { Letter, MailAddress } from "../src/board/mail/letter.ts";
import type { Delivery } from "../src/services/mail/deliver.ts";
import { tame } from "./review-report.ts";

/** A letter in full, as it would be sent. */
export function reportLetter(letter: Letter): string {
  const { name, to, from, subject, text, messageId, inReplyTo } = letter;
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

/** What became of a letter. */
export function reportDelivery({ letter: { name, audience }, sending }: Delivery): string {
  const what = `a mail to the ${audience} (${name})`;
  if (sending.result === "sent") return `  Sent: ${tame(what)}`;
  const ends = { refused: "Refused", failed: "Not sent yet", unreachable: "Not sent yet" };
  return `  ${ends[sending.result]}: ${tame(`${what}. ${sending.why}`)}`;
}

function mailbox({ name, address }: MailAddress): string {
  return name ? `${name} <${address}>` : address;
}
