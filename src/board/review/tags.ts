/** The hidden tags by which the bot recognizes its comments, so that a rerun edits them instead of repeating them. */
import { isSameLogin } from "../login.ts";
import type { Comment, Facts } from "./facts.ts";

const begin = "<!-- job-board";

/** What the bot checked last. */
export type Look = {
  sha: string;
  /** The id of the commit’s last status before that check; 0 if it had none. */
  after: number;
};

/** The tag in the status comment that records what the bot checked last. */
export function lookTag({ sha, after }: Look): string {
  return `${begin}: head ${sha} after ${after} -->`;
}

/** Reads that tag. A tag is always a separate line, which text by strangers never is. */
export function readLook(body: string): Look | undefined {
  const [, sha, after] = /^<!-- job-board: head (\w+) after (\d+) -->\r?$/m.exec(body) ?? [];
  return sha === undefined ? undefined : { sha, after: Number(after) };
}

/** From the tag of the last check, or the only tag, to the end. */
const marksAtEnd =
  /(?:^<!-- job-board: head \w+ after \d+ -->\s+)?^<!-- job-board.* -->\s*$(?![\s\S])/m;
const mailLine = /^<!-- job-board: mailed ([\w. -]+) -->\r?$/m;

/** The key of the comment that holds the record of sent mail if there is no status comment. */
export const mailKey = "mail";

/** The tag, in the status comment or a separate one, that records which messages were sent. */
export function mailedTag(messages: readonly string[]): string {
  return `${begin}: mailed ${messages.join(" ")} -->`;
}

/** Reads the names of the messages from the comment. */
export function readMailed(body: string): string[] {
  return mailLine.exec(body)?.[1]?.split(" ") ?? [];
}

/** The names of the messages that were sent about a pull request, or refused for good. */
export function mailedNames({ pull, bot }: Pick<Facts, "pull" | "bot">): Set<string> {
  const records = pull.comments.filter(({ author, body }) => {
    const isRecord = endsWith(body, statusTag) || endsWith(body, noticeTag(mailKey));
    return isRecord && isSameLogin(author, bot);
  });
  return new Set(records.flatMap(({ body }) => readMailed(body)));
}

const delayed = "mail-delayed-";

/** The key of the comment that a message could not be sent yet. */
export function delayedMailKey(message: string): string {
  return `${delayed}${message}`;
}

/** The name of the message from such a comment. */
export function readDelayedMail(body: string): string | undefined {
  const [, key] = /^<!-- job-board: ([\w. -]+) -->\s*$(?![\s\S])/m.exec(body) ?? [];
  return key?.startsWith(delayed) ? key.slice(delayed.length) : undefined;
}

/** The comment with other names of messages, and otherwise unchanged. */
export function withMailed(body: string, messages: readonly string[]): string {
  const tag = mailedTag(messages);
  if (mailLine.test(body)) return body.replace(mailLine, () => tag);
  const marks = body.search(marksAtEnd);
  return `${body.slice(0, marks)}${tag}\n\n${body.slice(marks)}`;
}

/** Ends the bot’s status comment. */
export const statusTag = `${begin} -->`;

/** Ends a comment that is posted once. `key`: such as `answer-123`. */
export function noticeTag(key: string): string {
  return `${begin}: ${key} -->`;
}

/** The key of what the bot says about a review. */
export function reviewKey(id: number): string {
  return `answer-review-${id}`;
}

/**
 * The key of what the bot says about a command in a comment: an answer to whoever gave it, or a notice to the
 * author. The first line has no number, because commands used to be allowed only there.
 */
export function commandKey(
  about: "answer" | "changes" | "rejected",
  comment: number,
  line: number,
): string {
  return `${about}-${comment}${line === 0 ? "" : `-${line}`}`;
}

/** Whether the bot has written a comment under a key. */
export function isAnswered(
  {
    pull,
    bot,
  }: {
    pull: { comments: readonly Pick<Comment, "author" | "body">[] };
    bot: Facts["bot"];
  },
  key: string,
): boolean {
  const tag = noticeTag(key);
  return pull.comments.some(({ author, body }) => isSameLogin(author, bot) && endsWith(body, tag));
}

function endsWith(body: string, tag: string): boolean {
  return body.trimEnd().endsWith(tag);
}

/** Reads the key from such a comment. */
export function readNoticeKey(body: string): string | undefined {
  return /^<!-- job-board: ([\w-]+) -->\s*$(?![\s\S])/m.exec(body)?.[1];
}
