/**
 * Messages that one job of a workflow hands to the next in an environment variable, so that the job with the mail
 * server's password need not read anything to write them.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { badPreparedMail } from "#words/terminal-errors.ts";
import type { MailMessage } from "../../board/mail/message.ts";

/** A pull request with its messages; without them if the next job has to write them itself. */
export type PreparedMail = { pull: number; messages?: readonly MailMessage[] };

/**
 * Linux limits a variable to 128 KiB, and GitHub a job's outputs to 1 MB. What is left of the former is enough for
 * the numbers of thousands of pull requests.
 */
const messagesAtMost = 100_000;

/**
 * Packs mail into one line of letters, digits and `+/=#,`, whatever strangers have written. GitHub prints variables in
 * the log, which this also keeps short. Messages that do not fit are left out.
 *
 * @param room how many characters messages may take
 */
export function packMail(mail: readonly PreparedMail[], room = messagesAtMost): string {
  let left = room;
  const parts = mail.map(({ pull, messages }) => {
    const packed =
      messages && deflateRawSync(JSON.stringify({ pull, messages })).toString("base64");
    if (packed === undefined || packed.length > left) return `#${pull}`;
    left -= packed.length;
    return packed;
  });
  return parts.join(",");
}

/** Throws an Error if a text was not packed by `packMail`. */
export function unpackMail(text: string): PreparedMail[] {
  return text.split(",").map((part) => {
    const [, pull] = /^#([1-9]\d*)$/.exec(part) ?? [];
    return pull === undefined ? unpack(part) : { pull: Number(pull) };
  });
}

function unpack(part: string): PreparedMail {
  try {
    return JSON.parse(inflateRawSync(Buffer.from(part, "base64")).toString());
  } catch (cause) {
    throw new Error(badPreparedMail, { cause });
  }
}
