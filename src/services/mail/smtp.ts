/** The mail server: connecting to it, and sending a message with the retries that it asks for. */
import { setTimeout } from "node:timers/promises";
import type { Transporter } from "nodemailer";
import { createTransport } from "nodemailer";
import type SMTPTransport from "nodemailer/lib/smtp-transport/index.js";
import type { MailMessage } from "../../board/mail/message.ts";

export type MailServer = Transporter<SMTPTransport.SentMessageInfo, SMTPTransport.Options>;

/** Milliseconds. A server that takes longer than this is as good as away. */
const usualPatience = 30_000;

/**
 * Prepares to send through a server. Throws an Error that does not repeat the address, which holds a
 * password, if it cannot be understood.
 *
 * @param address `smtps://user:password@host:465`, or `smtp://…:587` for a server that begins in the
 * clear; to one on another machine no word goes before it has switched to TLS
 */
export function connectMailServer(
  address: string,
  { patience = usualPatience }: { patience?: number } = {},
): MailServer {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === "") throw notUnderstood();
  const secure = url.protocol === "smtps:";
  const auth = { user: decoded(url.username), pass: decoded(url.password) };
  return createTransport({
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isLoopback(url.hostname),
    ...(auth.user !== "" && { auth }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // No part of a message is ever fetched from somewhere.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw notUnderstood(cause);
  }
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(?:\.\d+){3}$/.test(host);
}

function notUnderstood(cause?: unknown): Error {
  return new Error(
    "SMTP_URL is not the address of a mail server. Write it like smtps://user:password@mail.example.org, with %40 for an @ and %2F for a / in the user or the password.",
    { cause },
  );
}

export type Sending =
  | { result: "sent" }
  /** The recipient's address, or the message, is not taken; that will not change. */
  | { result: "refused"; why: string }
  /** It may go another time. */
  | { result: "failed"; why: string }
  /** As `failed`, and no other message would go either. */
  | { result: "unreachable"; why: string };

/** Milliseconds before each further try. Not many: pull requests wait meanwhile, and there is another day. */
const usualWaits = [2000, 10_000, 30_000];

export type Sender = (message: MailMessage) => Promise<Sending>;

/**
 * Prepares to send messages. Each is tried again where the server may change its mind, but once that was in
 * vain, every other message is tried only once: a server that takes no more for today is not waited for
 * message by message, while pull requests stand in line. Once it cannot be reached, none is tried. Nothing is
 * thrown.
 */
export function mailSender(server: MailServer, waits: readonly number[] = usualWaits): Sender {
  let unreachable: Sending | undefined;
  let patience = waits;
  return async (message) => {
    const sending = unreachable ?? (await sendPatiently(server, message, patience));
    if (sending.result === "unreachable") unreachable = sending;
    if (sending.result === "failed") patience = [];
    return sending;
  };
}

async function sendPatiently(
  server: MailServer,
  message: MailMessage,
  waits: readonly number[],
): Promise<Sending> {
  for (let tries = 0; ; tries += 1) {
    const sending = await trySending(server, message);
    const wait = waits[tries];
    if ("last" in sending || wait === undefined) return sending.end;
    await setTimeout(wait);
  }
}

/** How one try has ended; `last`: another would end no better. */
type Try = { end: Sending; last?: true };

async function trySending(server: MailServer, message: MailMessage): Promise<Try> {
  try {
    const { rejected, response } = await server.sendMail(messageOf(message));
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
function messageOf(message: MailMessage): SMTPTransport.MailOptions {
  const { from, replyTo, to, subject, text, html, messageId, inReplyTo, list } = message;
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
