/** The record of emails sent about a pull request, kept in a comment of the bot. */
import {
  mailedTag,
  noticeTag,
  readMailed,
  statusTag,
  withMailed,
} from "../../../board/review/tags.ts";
import { recordIntroduction } from "../../../board/words/en/mail.ts";
import type { GitHub } from "../client.ts";
import { findOwn, postComment } from "./comments.ts";

/** Key of the comment that holds the record if there is no status comment. */
const ownKey = "mail";

/** Names of the messages that were sent, or refused for good. */
export async function readMailedNames(github: GitHub, pull: number): Promise<Set<string>> {
  const places = [statusTag, noticeTag(ownKey)].map((tag) => findOwn(github, pull, tag));
  const found = await Promise.all(places);
  return new Set(found.flatMap((comment) => readMailed(comment?.body ?? "")));
}

/** Records that a message was sent, or refused for good. */
export async function noteMailed(github: GitHub, pull: number, message: string): Promise<void> {
  const place =
    (await findOwn(github, pull, statusTag)) ?? (await findOwn(github, pull, noticeTag(ownKey)));
  if (!place) {
    const body = `${recordIntroduction}\n\n${mailedTag([message])}`;
    await postComment(github, pull, { key: ownKey, body });
    return;
  }
  const { id, body = "" } = place;
  const messages = new Set([...readMailed(body), message]);
  const request = { ...github.at, comment_id: id, body: withMailed(body, [...messages]) };
  await github.rest.issues.updateComment(request);
}
