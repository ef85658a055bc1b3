/** Sends a letter, with the patience that mail servers ask for. */
import { setTimeout } from "node:timers/promises";
import type SMTPTransport from "nodemailer/lib/smtp-transport/index.js";
import type { Letter } from "../../board/mail/letter.ts";
import type { MailServer } from "./connect.ts";

export type Sending =
  | { result: "sent" }
  /** The recipient's address, or the letter, is not taken; that will not change. */
  | { result: "refused"; why: string }
  /** It may go another time. */
  | { result: "failed"; why: string }
  /** As `failed`, and no other letter would go either. */
  | { result: "unreachable"; why: string };

/** Milliseconds before each further try. Not many: pull requests wait meanwhile, and there is another day. */
const usualWaits = [2000, 10_000, 30_000];

export type Sender = (letter: Letter) => Promise<Sending>;

/**
 * Prepares to send letters. Each is tried again where the server may change its mind, but once that was in
 * vain, every other letter is tried only once: a server that takes no more for today is not waited for
 * letter by letter, while pull requests stand in line. Once it cannot be reached, none is tried. Nothing is
 * thrown.
 */
export function mailSender(server: MailServer, waits: readonly number[] = usualWaits): Sender {
  let unreachable: Sending | undefined;
  let patience = waits;
  return async (letter) => {
    const sending = unreachable ?? (await sendPatiently(server, letter, patience));
    if (sending.result === "unreachable") unreachable = sending;
    if (sending.result === "failed") patience = [];
    return sending;
  };
}

async function sendPatiently(
  server: MailServer,
  letter: Letter,
  waits: readonly number[],
): Promise<Sending> {
  for (let tries = 0; ; tries += 1) {
    const sending = await trySending(server, letter);
    const wait = waits[tries];
    if ("last" in sending || wait === undefined) return sending.end;
    await setTimeout(wait);
  }
}

/** How one try has ended; `last`: another would end no better. */
type Try = { end: Sending; last?: true };

async function trySending(server: MailServer, letter: Letter): Promise<Try> {
  try {
    const { rejected, response } = await server.sendMail(messageOf(letter));
    // Nodemailer takes it for success if only some of the recipients were refused.
    if (rejected.length > 0)
      return { end: { result: "refused", why: tamed(response) }, last: true };
    return { end: { result: "sent" }, last: true };
  } catch (error) {
    return ended(readFailure(error));
  }
}

/** What Nodemailer tells of a failure: the server's answer, and to which command, if it gave one. */
type Failure = { code: string; status: number; answer: string; command: string };

function ended({ code, status, answer, command }: Failure): Try {
  if (code === "EAUTH") {
    return { end: { result: "unreachable", why: "It does not accept the password." }, last: true };
  }
  // Nodemailer itself finds fault with an address.
  if (command === "API") {
    return { end: { result: "refused", why: "The address cannot be written to." }, last: true };
  }
  if (status === 0) {
    const why = code === "ETLS" ? "It offers no safe connection." : "It cannot be reached.";
    return { end: { result: "unreachable", why } };
  }
  const why = tamed(answer);
  if (status < 500) return { end: { result: "failed", why } };
  const isAboutLetter = command === "RCPT TO" || command === "DATA";
  return { end: { result: isAboutLetter ? "refused" : "unreachable", why }, last: true };
}

function readFailure(error: unknown): Failure {
  const details: Readonly<Record<string, unknown>> = { ...(error instanceof Error && error) };
  const text = (name: string) => (typeof details[name] === "string" ? details[name] : "");
  return {
    code: text("code"),
    status: Number(details.responseCode ?? 0),
    answer: text("response"),
    command: text("command"),
  };
}

/** What a server says stands in public: without the addresses that it often repeats. */
function tamed(answer: string): string {
  return answer.replace(/\s+/g, " ").replace(/[^\s<>"']+(?:@|%40)[^\s<>"']+/gi, "(address)");
}

/** https://nodemailer.com/message. Addresses are objects, in which a comma adds no recipient. */
function messageOf(letter: Letter): SMTPTransport.MailOptions {
  const { from, replyTo, to, subject, text, html, messageId, inReplyTo, list } = letter;
  return {
    ...{ from, replyTo, to, subject, text, html, messageId },
    ...(inReplyTo && { inReplyTo, references: [inReplyTo] }),
    ...(list && { list: { id: { url: list.id, comment: list.name } } }),
    // So that nobody's absence is answered to us. https://www.rfc-editor.org/rfc/rfc3834
    headers: { "Auto-Submitted": "auto-generated" },
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
