/** The way to the server that sends mail. */
import type { Transporter } from "nodemailer";
import { createTransport } from "nodemailer";
import type SMTPTransport from "nodemailer/lib/smtp-transport/index.js";

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
    // No part of a letter is ever fetched from somewhere.
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
