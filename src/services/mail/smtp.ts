/** The mail server: connecting to it, and sending a message with the retries that it asks for. */
import { setTimeout } from "node:timers/promises";
import type { Transporter } from "nodemailer";
import { createTransport } from "nodemailer";
import type SMTPTransport from "nodemailer/lib/smtp-transport/index.js";
import { badSmtpUrl, mailFailures } from "#words/terminal-errors.ts";
import type { MailMessage } from "../../board/mail/message.ts";

export type MailServer = Transporter<SMTPTransport.SentMessageInfo, SMTPTransport.Options>;

/** Milliseconds, after which a server counts as unreachable. */
const usualPatience = 30_000;

/**
 * Throws an Error for an invalid address, without repeating it, because it contains a password.
 *
 * @param address `smtps://user:password@host:465`, or `smtp://…:587` for STARTTLS, which is required except on
 * this machine
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
    // A message never includes files or fetched content.
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
  return new Error(badSmtpUrl, { cause });
}

export type Sending =
  | { result: "sent" }
  /** The server rejected the address or the message for good. */
  | { result: "refused"; why: string }
  /** It may succeed another time. */
  | { result: "failed"; why: string }
  /** As `failed`, and other messages would fail, too. */
  | { result: "unreachable"; why: string };

/** Milliseconds before each retry. Few, because the daily run tries again. */
const usualWaits = [2000, 10_000, 30_000];

export type Sender = (message: MailMessage) => Promise<Sending>;

/**
 * Returns a function that sends a message and never throws. Temporary failures are retried until all retries
 * of one message failed: then a server that accepts no more today does not delay the others. Once the server is
 * unreachable, nothing more is sent.
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

/** The result of one try; `last`: retrying would not help. */
type Try = { end: Sending; last?: true };

async function trySending(server: MailServer, message: MailMessage): Promise<Try> {
  try {
    const { rejected, response } = await server.sendMail(messageOf(message));
    // Nodemailer reports success if only some recipients were refused.
    if (rejected.length > 0)
      return { end: { result: "refused", why: tamed(response) }, last: true };
    return { end: { result: "sent" }, last: true };
  } catch (error) {
    return ended(readFailure(error));
  }
}

/** What Nodemailer says about a failure: the server’s answer, if any, and to which command. */
type Failure = { code: string; status: number; answer: string; command: string };

function ended({ code, status, answer, command }: Failure): Try {
  if (code === "EAUTH") {
    return { end: { result: "unreachable", why: mailFailures.login }, last: true };
  }
  // Nodemailer itself rejected an address.
  if (command === "API") {
    return { end: { result: "refused", why: mailFailures.address }, last: true };
  }
  if (status === 0) {
    const why = code === "ETLS" ? mailFailures.insecure : mailFailures.unreachable;
    return { end: { result: "unreachable", why } };
  }
  const why = tamed(answer);
  if (status < 500) return { end: { result: "failed", why } };
  const isAboutMessage = command === "RCPT TO" || command === "DATA";
  return { end: { result: isAboutMessage ? "refused" : "unreachable", why }, last: true };
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

/** The server’s answer is posted publicly, so addresses are removed from it. */
function tamed(answer: string): string {
  return answer.replace(/\s+/g, " ").replace(/[^\s<>"']+(?:@|%40)[^\s<>"']+/gi, "(address)");
}

/** https://nodemailer.com/message. Addresses are objects, so that a comma cannot add a recipient. */
function messageOf(message: MailMessage): SMTPTransport.MailOptions {
  const { from, replyTo, to, subject, text, html, messageId, inReplyTo, list } = message;
  return {
    ...{ from, replyTo, to, subject, text, html, messageId },
    ...(inReplyTo && { inReplyTo, references: [inReplyTo] }),
    ...(list && { list: { id: { url: list.id, comment: list.name } } }),
    // Suppresses out-of-office replies. https://www.rfc-editor.org/rfc/rfc3834
    headers: { "Auto-Submitted": "auto-generated" },
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
