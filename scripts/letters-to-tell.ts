/** What commands do with letters about a pull request: send each once, or show which they would send. */
import type { Letter } from "../src/board/mail/letter.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { deliver, lettersToSend } from "../src/services/mail/deliver.ts";
import type { Sender } from "../src/services/mail/send.ts";
import { reportDelivery, reportLetter } from "./mail-report.ts";

/** Prints those that were not sent yet. */
export async function showLetters(
  github: GitHub,
  pull: number,
  letters: readonly Letter[],
): Promise<void> {
  const left = await lettersToSend(github, pull, letters);
  console.log(`#${pull}: ${left.length === 0 ? "nothing to tell." : ""}`.trimEnd());
  for (const letter of left) console.log(reportLetter(letter));
}

/** Sends those that were not sent yet. Whether all were sent, or need not be sent any more. */
export async function sendLetters(
  github: GitHub,
  pull: number,
  letters: readonly Letter[],
  send: Sender,
): Promise<boolean> {
  let isWell = true;
  for await (const delivery of deliver(letters, pull, { github, send })) {
    console.log(`#${pull}:\n${reportDelivery(delivery)}`);
    const { result } = delivery.sending;
    isWell &&= result === "sent" || result === "refused";
  }
  return isWell;
}
