/** Gathers what there is to know before a pull request is decided upon. */

import { setTimeout } from "node:timers/promises";
import * as words from "#words/github.ts";
import type { BoardConfig } from "../../board/config.ts";
import type { Instant } from "../../board/days.ts";
import { isPostPath } from "../../board/job/path.ts";
import { readCommands } from "../../board/review/commands.ts";
import type { Facts, Login, PullRequest } from "../../board/review/facts.ts";
import type { GitObjects } from "../git-objects.ts";
import type { PostsAt } from "../git-posts.ts";
import type { GitHub } from "./client.ts";
import { readAddedBy } from "./facts/added-by.ts";
import { commitStatusReader } from "./facts/commit-statuses.ts";
import type { Discussion, NodeIds } from "./facts/discussion.ts";
import { submissionReader } from "./facts/other-submissions.ts";
import { botLogin, rightsReader } from "./facts/permissions.ts";
import type { Ignored, ReadPull } from "./facts/pull-request.ts";
import { readPullRequest } from "./facts/pull-request.ts";

export type Sources = {
  github: GitHub;
  config: BoardConfig;
  /** Of the board's repository. */
  objects: GitObjects;
  /** Every file in `jobs/` on the board's branch, as it is when this is called. */
  posts(): Promise<PostsAt>;
  now(): Instant;
  /** What is said in one of the pull requests, if that was read just now. It is used once. */
  discussion?: Discussion | undefined;
};

/** The facts with what changes need, or why the bot ignores the pull request. */
export type Gathered = (Facts & { nodeIds?: NodeIds }) | Ignored;

/** How often everything is read again because the board changed meanwhile. */
const readings = 4;

/**
 * Prepares to gather the facts of pull requests by their numbers. What holds for a whole run
 * (permissions, what other pull requests add) is asked for once. Throws an Error if the board never
 * holds still.
 */
export function factsGatherer(sources: Sources): (pull: number) => Promise<Gathered> {
  const { github, config, objects, posts, now } = sources;
  const rights = rightsReader(github, config);
  const commitStatuses = commitStatusReader(github);
  const readSubmissions = submissionReader(github, objects);
  let given = sources.discussion;
  return async (number) => {
    for (let reading = 1; reading <= readings; reading += 1) {
      const read = await readPullRequest(
        { github, objects, rights, commitStatuses, config },
        number,
        given,
      );
      given = undefined;
      if ("ignored" in read) return read;
      const { pull, tip, earlier, duplicateHead, nodeIds } = read;
      const changed = changedPost(pull);
      const addedBy =
        changed === undefined ? null : await readAddedBy({ github, objects }, changed);
      const people = [...thoseWithASay(read, config), ...(addedBy ? [addedBy.login] : [])];
      const [permissions, others] = await Promise.all([
        rights.permissionsOf(people),
        readSubmissions(earlier),
      ]);
      // Last, so that the board is as new as anything else that is known.
      const { commit, sources: board } = await posts();
      if (tip === undefined || tip === commit) {
        return {
          ...{ now: now(), bot: botLogin, pull, permissions, posts: board },
          ...{ others, duplicateHead, addedBy, nodeIds },
        };
      }
      await setTimeout(github.retryDelay);
    }
    throw new Error(words.boardKeepsChanging);
  };
}

/** Where the post lies that a pull request changes, if it is one alone. */
function changedPost({ files }: PullRequest): string | undefined {
  const paths = files
    .filter(({ change }) => change !== "added")
    .map(({ path, previousPath }) => previousPath ?? path)
    .filter(isPostPath);
  return paths.length === 1 ? paths[0] : undefined;
}

function thoseWithASay({ pull, current }: ReadPull, config: BoardConfig): Login[] {
  return [
    pull.author.login,
    ...pull.assignees,
    ...pull.comments
      .filter(({ body }) => readCommands(body, config).length > 0)
      .map(({ author }) => author),
    ...pull.reviews.map(({ author }) => author),
    ...pull.events.flatMap(({ actor, assignee }) => [actor, ...(assignee ? [assignee] : [])]),
    ...current.flatMap(({ author }) => author ?? []),
    ...(pull.mergedBy === null ? [] : [pull.mergedBy]),
  ];
}
