/** A mail message, its headers for threads, and which messages are still to be sent, with a limit for comments by strangers. */

import { announcementList } from "#words/mail.ts";
import type { BoardConfig, MailSettings } from "../config.ts";

export type MailAddress = { name: string; address: string };

/** What messages are written from. */
export type MailContext = {
  config: BoardConfig;
  mail: MailSettings;
  /** URL of the repository, without a trailing slash. */
  repository: string;
};

/** The team’s list, the address in an approved post, or the announcement list. */
type Audience = "team" | "owner" | "readers";

export type MailMessage = {
  /** Identifies it among the messages about its pull request. Part of the record of sent mail. */
  name: string;
  audience: Audience;
  from: MailAddress;
  replyTo: MailAddress;
  /** A single recipient, so that one refused address does not affect others. */
  to: MailAddress;
  subject: string;
  text: string;
  html: string;
  /** With angle brackets, as in the header. */
  messageId: string;
  /** The first message of the thread; `undefined` in the first itself. */
  inReplyTo: string | undefined;
  /** The mailing list it goes to (RFC 2919). */
  list: { name: string; id: string } | undefined;
  /** Subject to `mostComments`. */
  rationed?: true;
};

/** The audiences, each of which gets one thread per post. */
export type Correspondent = Exclude<Audience, "readers">;

/** The event of the first message in each thread. */
const firstOf: Readonly<Record<Correspondent, string>> = { team: "submitted", owner: "approved" };

/** The message’s name, and the headers that keep its thread together. */
export function identify(
  event: string,
  audience: Correspondent,
  pull: number,
  config: BoardConfig,
): Pick<MailMessage, "name" | "messageId" | "inReplyTo"> {
  const isFirst = event === firstOf[audience];
  return {
    name: `${event}.${audience}`,
    messageId: messageId(event),
    inReplyTo: isFirst ? undefined : messageId(firstOf[audience]),
  };

  /** Always the same for a message, so that mail programs show it once even if it was sent twice. */
  function messageId(name: string): string {
    return idOf(`${name}.${audience}.${pull}`, config);
  }
}

/** The Message-ID of a report, which is in no thread. */
export function reportId(name: string, config: BoardConfig): string {
  return idOf(`report.${name}`, config);
}

function idOf(name: string, config: BoardConfig): string {
  const board = config.repository.name.replace(/[^a-zA-Z0-9-]/g, "-");
  return `<${name}.${board}@${hostOf(config)}>`;
}

/** The team’s list in the List-Id header. https://www.rfc-editor.org/rfc/rfc2919 */
export function listOf(config: BoardConfig, mail: MailSettings): NonNullable<MailMessage["list"]> {
  return { name: config.name, id: mail.listId ?? `team.${hostOf(config)}` };
}

/** The same for the announcement list. */
export function announcementListOf(config: BoardConfig): NonNullable<MailMessage["list"]> {
  return { name: announcementList(config.name), id: `new-posts.${hostOf(config)}` };
}

function hostOf({ url }: BoardConfig): string {
  return new URL(url).hostname;
}

/** Comments mailed per pull request, after which only reviewers’ comments are. */
export const mostComments = 50;

/**
 * The messages that have not been sent. The limit on strangers’ comments stops somebody who posts hundreds of them,
 * or deletes and rewrites them, from flooding the team’s inbox and the record.
 *
 * @param mailed names of the messages that were sent
 */
export function pendingMessages(
  messages: readonly MailMessage[],
  mailed: ReadonlySet<string>,
): MailMessage[] {
  let left = mostComments - [...mailed].filter(isAboutComment).length;
  return messages.filter(({ name, rationed }) => {
    if (mailed.has(name)) return false;
    if (rationed) left -= 1;
    return !rationed || left >= 0;
  });
}

/** Whether the message with this name is about a comment. */
export function isAboutComment(name: string): boolean {
  return name.startsWith("commented-");
}
