/** Sends letters about a pull request, each once, and tells there of what did not go. */
import { lettersLeft } from "../../board/mail/left.ts";
import type { Letter } from "../../board/mail/letter.ts";
import { delayedNotice, refusedNotice } from "../../board/mail/texts.ts";
import { postComment } from "../github/actions/comments.ts";
import { noteMailed, readMailedLetters } from "../github/actions/mailed.ts";
import type { GitHub } from "../github/client.ts";
import type { Sender, Sending } from "./send.ts";

export type Delivery = { letter: Letter; sending: Sending };

/** Those of the letters that are still to be sent. */
export async function lettersToSend(
  github: GitHub,
  pull: number,
  letters: readonly Letter[],
): Promise<Letter[]> {
  // Most often there is nothing to be told, and so nothing to be asked.
  if (letters.length === 0) return [];
  return lettersLeft(letters, await readMailedLetters(github, pull));
}

/**
 * Sends those that were not sent before, and notes each at once: if it is cut off in between, one letter
 * goes twice, and none is lost. What is refused is told on the pull request before it is noted. What may
 * go another time is not noted; the first of it is told there, and speaks for the others, because GitHub
 * mails such a notice to everybody who takes part.
 */
export async function* deliver(
  letters: readonly Letter[],
  pull: number,
  { github, send }: { github: GitHub; send: Sender },
): AsyncGenerator<Delivery> {
  let isDelayTold = false;
  for (const letter of await lettersToSend(github, pull, letters)) {
    const sending = await send(letter);
    const { name, audience } = letter;
    if (sending.result === "sent") {
      await noteMailed(github, pull, name);
    } else if (sending.result === "refused") {
      const body = refusedNotice(audience, sending.why);
      await postComment(github, pull, { key: `mail-refused-${name}`, body });
      await noteMailed(github, pull, name);
    } else if (!isDelayTold) {
      const body = delayedNotice(audience, sending.why);
      await postComment(github, pull, { key: `mail-delayed-${name}`, body });
      isDelayTold = true;
    }
    yield { letter, sending };
  }
}
