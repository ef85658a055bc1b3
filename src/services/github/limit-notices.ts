/** Tells people whose commands and requests have to wait because GitHub’s hourly limit is nearly reached. */

import { limitNotice } from "#words/bot.ts";
import type { BoardConfig } from "../../board/config.ts";
import { readRequest } from "../../board/requests/request-form.ts";
import { unansweredCommands } from "../../board/review/pending.ts";
import { isAnswered, noticeTag } from "../../board/review/tags.ts";
import { postComment } from "./actions/comments.ts";
import { noBlindRetry } from "./actions/create-once.ts";
import { isApplied } from "./actions/outcome.ts";
import type { GitHub } from "./client.ts";
import { botLogin, loginOf } from "./facts/permissions.ts";
import { readRecentPulls } from "./facts/recent-pulls.ts";

/** So few that they fit into the reserve of requests. */
const noticesAtMost = 20;

/**
 * Comments on those of some pull requests in which commands wait, once for each command, and returns their numbers.
 * Uses the reserve of requests and points.
 *
 * @param until when the limit ends, such as “13:00”, in UTC, if GitHub says it
 */
export async function tellWaiting(
  github: GitHub,
  numbers: readonly number[],
  until: string | undefined,
  config: BoardConfig,
): Promise<number[]> {
  const { rest, at, limits } = github;
  limits.isReserveFree = true;
  const { pulls } = await readRecentPulls(github);
  const waiting = pulls.flatMap((pull) => {
    if (!numbers.includes(pull.number)) return [];
    const commands = unansweredCommands(pull, config);
    const last = commands.at(-1);
    const key = last && `limit-${last.id}`;
    const isTold = key && isAnswered({ pull, bot: botLogin }, key);
    return key && !isTold ? [{ number: pull.number, commands, key }] : [];
  });
  const told: number[] = [];
  for (const { number, commands, key } of waiting.slice(0, noticesAtMost)) {
    const people = [...new Set(commands.map(({ author }) => author))];
    const body = `${limitNotice(people, until)}\n\n${noticeTag(key)}`;
    await rest.issues.createComment({ ...at, issue_number: number, body, ...noBlindRetry });
    told.push(number);
  }
  return told;
}

/**
 * Comments on an issue in which an owner asks for something, once, and returns whether it has. Uses the reserve of
 * requests.
 */
export async function tellRequester(
  github: GitHub,
  issue: number,
  until: string | undefined,
): Promise<boolean> {
  const { rest, at, limits } = github;
  limits.isReserveFree = true;
  const { data } = await rest.issues.get({ ...at, issue_number: issue });
  const isRequest = !data.pull_request && readRequest(data.body ?? "") !== undefined;
  if (!isRequest || data.state !== "open") return false;
  const body = limitNotice([loginOf(data.user)], until);
  return isApplied(await postComment(github, issue, { key: "limit", body }));
}
