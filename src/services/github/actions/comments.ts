/** Writes the bot’s comments and reactions. Only its own comments are ever changed. */

import { isSameLogin } from "../../../board/login.ts";
import type { Reaction } from "../../../board/review/facts.ts";
import { noticeTag, statusTag } from "../../../board/review/tags.ts";
import type { GitHub } from "../client.ts";
import { unlessStatus } from "../errors.ts";
import type { ListedComment } from "../facts/comments.ts";
import { listComments } from "../facts/comments.ts";
import { botLogin, loginOf } from "../facts/permissions.ts";
import { createOnce, noBlindRetry } from "./create-once.ts";
import type { Outcome } from "./outcome.ts";
import { changed, done } from "./outcome.ts";

/**
 * Creates or updates the bot’s main comment. `id` is only a hint. If it is missing or wrong, the comment is searched
 * for, so there is never a second one.
 */
export async function writeStatusComment(
  github: GitHub,
  pull: number,
  { id, body }: { id: number | null; body: string },
): Promise<Outcome> {
  const { rest, at } = github;
  const find = async () => (await readOwn(github, id)) ?? findOwn(github, pull, statusTag);
  const { made, thing } = await createOnce(github, find, async () => {
    const request = { ...at, issue_number: pull, body, ...noBlindRetry };
    return (await rest.issues.createComment(request)).data;
  });
  if (thing.body === body) return changed(made);
  await rest.issues.updateComment({ ...at, comment_id: thing.id, body });
  return done;
}

/** Posts a comment, unless the bot has already posted one with the same key. */
export async function postComment(
  github: GitHub,
  pull: number,
  { key, body }: { key: string; body: string },
): Promise<Outcome> {
  const { rest, at } = github;
  const tag = noticeTag(key);
  const marked = endsWith(body, tag) ? body : `${body}\n\n${tag}`;
  const { made } = await createOnce(
    github,
    () => findOwn(github, pull, tag),
    async () => {
      const request = { ...at, issue_number: pull, body: marked, ...noBlindRetry };
      return (await rest.issues.createComment(request)).data;
    },
  );
  return changed(made);
}

/** Reacts to a comment, if it still exists. */
export async function react(github: GitHub, comment: number, reaction: Reaction): Promise<Outcome> {
  const { rest, at } = github;
  const request = { ...at, comment_id: comment, content: reaction };
  return changed(
    (await unlessStatus([404], rest.reactions.createForIssueComment(request))) !== undefined,
  );
}

async function readOwn(
  { rest, at }: GitHub,
  id: number | null,
): Promise<ListedComment | undefined> {
  if (id === null) return undefined;
  const answer = await unlessStatus([404], rest.issues.getComment({ ...at, comment_id: id }));
  return answer && isOwn(answer.data) ? answer.data : undefined;
}

/** The bot’s oldest comment that ends with a hidden tag. */
export async function findOwn(
  github: GitHub,
  pull: number,
  tag: string,
): Promise<ListedComment | undefined> {
  return ownComment(await listComments(github, pull), tag);
}

/** The same, of comments that were read. */
export function ownComment(
  comments: readonly ListedComment[],
  tag: string,
): ListedComment | undefined {
  return comments.find((comment) => isOwn(comment) && endsWith(comment.body ?? "", tag));
}

function isOwn({ user }: ListedComment): boolean {
  return isSameLogin(loginOf(user), botLogin);
}

function endsWith(body: string, tag: string): boolean {
  return body.trimEnd().endsWith(tag);
}
