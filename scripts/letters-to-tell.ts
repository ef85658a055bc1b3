/** What commands do with messages about a pull request: send each once, or show which they would send. */
import type { MailMessage } from "../src/board/mail/message.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { deliver, messagesToSend } from "../src/services/mail/deliver.ts";
import type { Sender } from "../src/services/mail/smtp.ts";
import { reportDelivery, reportMessage } from "./mail-report.ts";

/** Prints those that were not sent yet. */
export async function showMessages(
  github: GitHub,
  pull: number,
  messages: readonly MailMessage[],
): Promise<void> {
  const left = await messagesToSend(github, pull, messages);
  console.log(`#${pull}: ${left.length === 0 ? "nothing to tell." : ""}`.trimEnd());
  for (const message of left) console.log(reportMessage(message));
}

/** Sends those that were not sent yet. Whether all were sent, or need not be sent any more. */
export async function sendMessages(
  github: GitHub,
  pull: number,
  messages: readonly MailMessage[],
  send: Sender,
): Promise<boolean> {
  let isWell = true;
  for await (const delivery of deliver(messages, pull, { github, send })) {
    console.log(`#${pull}:\n${reportDelivery(delivery)}`);
    const { result } = delivery.sending;
    isWell &&= result === "sent" || result === "refused";
  }
  return isWell;
}
