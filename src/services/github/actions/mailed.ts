/** Which messages about a pull request were sent, kept in a comment of the bot's own. */
import { recordNotice } from "../../../board/mail/texts.ts";
import {
  mailedTag,
  noticeTag,
  readMailed,
  statusTag,
  withMailed,
} from "../../../board/review/tags.ts";
import type { GitHub } from "../client.ts";
import { findOwn, postComment } from "./comments.ts";

/** Of a comment that holds nothing else, where the bot has no comment that says how things stand. */
const ownKey = "mail";

/** The names of the messages that need not be sent any more. */
export async function readMailedNames(github: GitHub, pull: number): Promise<Set<string>> {
  const places = [statusTag, noticeTag(ownKey)].map((tag) => findOwn(github, pull, tag));
  const found = await Promise.all(places);
  return new Set(found.flatMap((comment) => readMailed(comment?.body ?? "")));
}

/** Notes that a message need not be sent any more. */
export async function noteMailed(github: GitHub, pull: number, message: string): Promise<void> {
  const place =
    (await findOwn(github, pull, statusTag)) ?? (await findOwn(github, pull, noticeTag(ownKey)));
  if (!place) {
    const body = `${recordNotice}\n\n${mailedTag([message])}`;
    await postComment(github, pull, { key: ownKey, body });
    return;
  }
  const { id, body = "" } = place;
  const messages = new Set([...readMailed(body), message]);
  const request = { ...github.at, comment_id: id, body: withMailed(body, [...messages]) };
  await github.rest.issues.updateComment(request);
}
