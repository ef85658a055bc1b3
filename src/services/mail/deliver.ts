/** Mails about a pull request: written from its facts, sent once, with a notice there if one fails. */
import type { BoardConfig } from "../../board/config.ts";
import { messagesFor } from "../../board/mail/event-messages.ts";
import type { MailContext, MailMessage } from "../../board/mail/message.ts";
import { pendingMessages } from "../../board/mail/message.ts";
import { readEvents } from "../../board/mail/read-events.ts";
import { delayedNotice, refusedNotice } from "../../board/mail/texts.ts";
import { postComment } from "../github/actions/comments.ts";
import { noteMailed, readMailedNames } from "../github/actions/mailed.ts";
import type { GitHub } from "../github/client.ts";
import type { Sources } from "../github/gather.ts";
import { factsGatherer } from "../github/gather.ts";
import type { Sender, Sending } from "./smtp.ts";

/** Prepares to write all messages about what has happened lately, also those that were sent. */
export function messageWriter(sources: Sources): (pull: number) => Promise<MailMessage[]> {
  const { config, github } = sources;
  const gather = factsGatherer(sources);
  const context = mailContext(config, github);
  return async (pull) => {
    const facts = await gather(pull);
    const read = "elsewhere" in facts ? undefined : readEvents(facts, config);
    if (!read) return [];
    return read.events.flatMap((event) => messagesFor(event, read.subject, context));
  };
}

/** What messages are written from. */
export function mailContext(config: BoardConfig, { url }: Pick<GitHub, "url">): MailContext {
  return { config, mail: config.mail ?? shownMail(config), repository: url };
}

/** For a board that has no settings for mail, and so only shows what it would send. */
function shownMail({ name, contact }: BoardConfig): NonNullable<BoardConfig["mail"]> {
  return { list: contact, from: { name, address: contact } };
}

export type Delivery = { message: MailMessage; sending: Sending };

/** Those of the messages that are still to be sent. */
export async function messagesToSend(
  github: GitHub,
  pull: number,
  messages: readonly MailMessage[],
): Promise<MailMessage[]> {
  // Most often there is nothing to be told, and so nothing to be asked.
  if (messages.length === 0) return [];
  return pendingMessages(messages, await readMailedNames(github, pull));
}

/**
 * Sends those that were not sent before, and notes each at once: if it is cut off in between, one message
 * goes twice, and none is lost. What is refused is told on the pull request before it is noted. What may
 * go another time is not noted; the first of it is told there, and speaks for the others, because GitHub
 * mails such a notice to everybody who takes part.
 */
export async function* deliver(
  messages: readonly MailMessage[],
  pull: number,
  { github, send }: { github: GitHub; send: Sender },
): AsyncGenerator<Delivery> {
  let isDelayTold = false;
  for (const message of await messagesToSend(github, pull, messages)) {
    const sending = await send(message);
    const { name, audience } = message;
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
    yield { message, sending };
  }
}
