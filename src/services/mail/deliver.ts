/** Emails about a pull request: written from its facts, each sent once, with a comment there if one fails. */

import * as words from "#words/mail.ts";
import type { BoardConfig } from "../../board/config.ts";
import { messagesAbout } from "../../board/mail/event-messages.ts";
import { newsDays } from "../../board/mail/events.ts";
import type { MailContext, MailMessage } from "../../board/mail/message.ts";
import { pendingMessages } from "../../board/mail/message.ts";
import { decide } from "../../board/review/decide.ts";
import { code } from "../../board/review/quote.ts";
import { delayedMailKey } from "../../board/review/tags.ts";
import { postComment } from "../github/actions/comments.ts";
import { noteMailed, readMailRecord } from "../github/actions/mailed.ts";
import type { GitHub } from "../github/client.ts";
import type { Sources } from "../github/gather.ts";
import { factsGatherer } from "../github/gather.ts";
import type { Sender, Sending } from "./smtp.ts";

/** Returns a function that writes all messages about recent events, including those already sent. */
export function messageWriter(sources: Sources): (pull: number) => Promise<MailMessage[]> {
  const { config, github } = sources;
  const gather = factsGatherer(sources);
  const context = mailContext(config, github);
  return async (pull) => {
    const facts = await gather(pull);
    return "ignored" in facts ? [] : messagesAbout(facts, decide(facts, config), context);
  };
}

export function mailContext(config: BoardConfig, { url }: Pick<GitHub, "url">): MailContext {
  return { config, mail: config.mail ?? shownMail(config), repository: url };
}

/** For a board without settings for mail, which only prints what it would send. */
function shownMail({ name, contact }: BoardConfig): NonNullable<BoardConfig["mail"]> {
  return { list: contact, from: { name, address: contact } };
}

export type Delivery = { message: MailMessage; sending: Sending };

export async function messagesToSend(
  github: GitHub,
  pull: number,
  messages: readonly MailMessage[],
): Promise<MailMessage[]> {
  // Usually there are none, which saves the request.
  if (messages.length === 0) return [];
  return pendingMessages(messages, (await readMailRecord(github, pull)).names);
}

/**
 * Sends the pending messages and then records them: an interruption can send a message twice, but loses none. A
 * refused message is reported on the pull request and recorded as well. A delayed one is not recorded, so that it is
 * tried again; only the first is reported, because GitHub notifies everybody on the pull request of each comment.
 */
export async function* deliver(
  messages: readonly MailMessage[],
  pull: number,
  { github, send }: { github: GitHub; send: Sender },
): AsyncGenerator<Delivery> {
  if (messages.length === 0) return;
  const record = await readMailRecord(github, pull);
  const settled: string[] = [];
  let isDelayReported = false;
  try {
    for (const message of pendingMessages(messages, record.names)) {
      const sending = await send(message);
      const { name, audience } = message;
      if (sending.result === "refused") {
        const body = words.refused(audience, code(sending.why));
        await postComment(github, pull, { key: `mail-refused-${name}`, body });
      } else if (sending.result !== "sent" && !isDelayReported) {
        const body = words.delayed(audience, code(sending.why), newsDays);
        await postComment(github, pull, { key: delayedMailKey(name), body });
        isDelayReported = true;
      }
      if (sending.result === "sent" || sending.result === "refused") settled.push(name);
      yield { message, sending };
    }
  } finally {
    if (settled.length > 0) await noteMailed(github, pull, { record, messages: settled });
  }
}
