/** The record of emails sent about a pull request, kept in a comment of the bot. */

import { recordIntroduction } from "#words/mail.ts";
import {
  mailedTag,
  mailKey,
  noticeTag,
  readMailed,
  statusTag,
  withMailed,
} from "../../../board/review/tags.ts";
import type { GitHub } from "../client.ts";
import { unlessStatus } from "../errors.ts";
import type { ListedComment } from "../facts/comments.ts";
import { listComments } from "../facts/comments.ts";
import { ownComment, postComment } from "./comments.ts";

export type MailRecord = {
  /** Of the messages that were sent, or refused for good. */
  names: ReadonlySet<string>;
  /** The comment that further names go into: the status comment if there is one. */
  place: ListedComment | undefined;
};

export async function readMailRecord(github: GitHub, pull: number): Promise<MailRecord> {
  const comments = await listComments(github, pull);
  const places = [statusTag, noticeTag(mailKey)].flatMap(
    (tag) => ownComment(github, comments, tag) ?? [],
  );
  const names = new Set(places.flatMap(({ body }) => readMailed(body ?? "")));
  return { names, place: places[0] };
}

/** Records that messages were sent, or refused for good. The record must have been read just before. */
export async function noteMailed(
  github: GitHub,
  pull: number,
  { record, messages }: { record: MailRecord; messages: readonly string[] },
): Promise<void> {
  if (record.place && (await noteIn(record.place, github, messages))) return;
  // GitHub shows a new comment only after a moment, and somebody may have deleted the old one.
  const { place } = await readMailRecord(github, pull);
  if (place && (await noteIn(place, github, messages))) return;
  const body = `${recordIntroduction}\n\n${mailedTag(messages)}`;
  await postComment(github, pull, { key: mailKey, body });
}

/** Resolves to whether the comment still exists. */
async function noteIn(
  { id, body = "" }: ListedComment,
  { rest, at }: GitHub,
  messages: readonly string[],
): Promise<boolean> {
  const names = new Set([...readMailed(body), ...messages]);
  const request = { ...at, comment_id: id, body: withMailed(body, [...names]) };
  return (await unlessStatus([404], rest.issues.updateComment(request))) !== undefined;
}
