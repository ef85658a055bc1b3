/** Writes the bot’s comments and reactions. Only its own comments are ever changed. */

import type { Reaction } from "../../../board/review/facts.ts";
import { noticeTag, statusTag } from "../../../board/review/tags.ts";
import type { GitHub } from "../client.ts";
import { unlessStatus } from "../errors.ts";
import type { ListedComment } from "../facts/comments.ts";
import { listComments } from "../facts/comments.ts";
import { isBot } from "../facts/permissions.ts";
import { createOnce, noBlindRetry } from "./create-once.ts";
import type { Outcome } from "./outcome.ts";
import { changed, done } from "./outcome.ts";

/**
 * Creates or updates the bot’s main comment.
 *
 * @param comment.id the bot’s own comment; `null` if there is none. If it was deleted, another one is searched for.
 */
export async function writeStatusComment(
  github: GitHub,
  pull: number,
  { id, body }: { id: number | null; body: string },
): Promise<Outcome> {
  const { rest, at } = github;
  if (id !== null) {
    const updated = rest.issues.updateComment({ ...at, comment_id: id, body });
    if (await unlessStatus([404], updated)) return done;
  }
  const { made, thing } = await createComment(github, pull, { body, tag: statusTag }, id !== null);
  if (thing.body === body) return changed(made);
  await rest.issues.updateComment({ ...at, comment_id: thing.id, body });
  return done;
}

/**
 * Posts a comment, unless the bot has already posted one with the same key.
 *
 * @param options.lookFirst `false` if the facts say that it has not
 */
export async function postComment(
  github: GitHub,
  issue: number,
  { key, body }: { key: string; body: string },
  { lookFirst = true } = {},
): Promise<Outcome> {
  const tag = noticeTag(key);
  const marked = endsWith(body, tag) ? body : `${body}\n\n${tag}`;
  const { made } = await createComment(github, issue, { body: marked, tag }, lookFirst);
  return changed(made);
}

/** Creates a comment that ends with a tag, or finds the one that an earlier attempt has created. */
function createComment(
  github: GitHub,
  issue: number,
  { body, tag }: { body: string; tag: string },
  lookFirst: boolean,
): Promise<{ made: boolean; thing: ListedComment }> {
  const { rest, at } = github;
  const request = { ...at, issue_number: issue, body, ...noBlindRetry };
  return createOnce(
    github,
    () => findOwn(github, issue, tag),
    async () => (await rest.issues.createComment(request)).data,
    { lookFirst },
  );
}

/** Reacts to a comment, if it still exists. */
export async function react(github: GitHub, comment: number, reaction: Reaction): Promise<Outcome> {
  const { rest, at } = github;
  const request = { ...at, comment_id: comment, content: reaction };
  return changed(
    (await unlessStatus([404], rest.reactions.createForIssueComment(request))) !== undefined,
  );
}

/** The bot’s oldest comment that ends with a hidden tag. */
export async function findOwn(
  github: GitHub,
  pull: number,
  tag: string,
): Promise<ListedComment | undefined> {
  return ownComment(github, await listComments(github, pull), tag);
}

/** The same, of comments that were read. */
export function ownComment(
  github: Pick<GitHub, "app">,
  comments: readonly ListedComment[],
  tag: string,
): ListedComment | undefined {
  return comments.find(({ user, body }) => isBot(user, github) && endsWith(body ?? "", tag));
}

function endsWith(body: string, tag: string): boolean {
  return body.trimEnd().endsWith(tag);
}
