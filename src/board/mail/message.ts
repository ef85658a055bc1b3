/** A message as it is handed to whoever sends it, and the names by which mail programs sort it. */
import type { BoardConfig, MailSettings } from "../config.ts";

export type MailAddress = { name: string; address: string };

/** What messages are written from. */
export type MailContext = {
  config: BoardConfig;
  mail: MailSettings;
  /** Address of the repository’s pages, without a slash at its end. */
  repository: string;
};

/** Whom a message is for: the team's list, the address that an approved post names, or the announcement list. */
export type Audience = "team" | "owner" | "readers";

export type MailMessage = {
  /** Tells it from every other message about its pull request; by it is known what was sent. */
  name: string;
  audience: Audience;
  from: MailAddress;
  replyTo: MailAddress;
  /** One alone, so that a refusal keeps nothing from others. */
  to: MailAddress;
  subject: string;
  text: string;
  html: string;
  /** With its angle brackets, as in the header. */
  messageId: string;
  /** The first message of the same conversation; its own first message has none. */
  inReplyTo: string | undefined;
  /** The mailing list that it goes to (RFC 2919). */
  list: { name: string; id: string } | undefined;
  /** Not any number of these is sent about one pull request. */
  rationed?: true;
};

/** Those with whom there is a conversation about each post. */
export type Correspondent = Exclude<Audience, "readers">;

/** The first message of each conversation. */
const firstOf: Readonly<Record<Correspondent, string>> = { team: "submitted", owner: "approved" };

/** The message's name in the record, and the headers by which its conversation is kept together. */
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

  /** The same each time, so that a message that was sent twice is shown once. */
  function messageId(name: string): string {
    return idOf(`${name}.${audience}.${pull}`, config);
  }
}

/** The Message-ID of a report, which belongs to no conversation. */
export function reportId(name: string, config: BoardConfig): string {
  return idOf(`report.${name}`, config);
}

function idOf(name: string, config: BoardConfig): string {
  const board = config.repository.name.replace(/[^a-zA-Z0-9-]/g, "-");
  return `<${name}.${board}@${hostOf(config)}>`;
}

/** The team's list's name for mail programs. https://www.rfc-editor.org/rfc/rfc2919 */
export function listOf(config: BoardConfig, mail: MailSettings): NonNullable<MailMessage["list"]> {
  return { name: config.name, id: mail.listId ?? `team.${hostOf(config)}` };
}

/** The same for the announcement list. */
export function announcementListOf(config: BoardConfig): NonNullable<MailMessage["list"]> {
  return { name: `${config.name}: new posts`, id: `new-posts.${hostOf(config)}` };
}

function hostOf({ url }: BoardConfig): string {
  return new URL(url).hostname;
}

/** Comments of one pull request that are told before strangers' are told no more. */
export const mostComments = 50;

/**
 * Those that were not sent before. What strangers write is told as long as few comments were: who writes
 * hundreds, or deletes them and writes others, neither fills the team's inbox nor the record, nor keeps
 * reviewers' words from being told.
 *
 * @param mailed names of the messages that were sent
 */
export function pendingMessages(
  messages: readonly MailMessage[],
  mailed: ReadonlySet<string>,
): MailMessage[] {
  let left = mostComments - [...mailed].filter((name) => name.startsWith("commented-")).length;
  return messages.filter(({ name, rationed }) => {
    if (mailed.has(name)) return false;
    if (rationed) left -= 1;
    return !rationed || left >= 0;
  });
}
