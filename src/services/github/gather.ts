/** Gathers what there is to know before a pull request is decided upon. */
import type { Instant } from "../../board/days.ts";
import type { JobSource } from "../../board/listing/read-board.ts";
import type { Facts, Login, Permission, PullRequest } from "../../board/review/facts.ts";
import type { GitHub } from "./client.ts";
import { readAddedBy } from "./facts/added-by.ts";
import { mayBeCommand } from "./facts/conversation.ts";
import { otherSubmissionsReader } from "./facts/other-submissions.ts";
import { botLogin, permissionReader, sameLogin } from "./facts/people.ts";
import { readPullRequest } from "./facts/pull-request.ts";

export type Sources = {
  github: GitHub;
  /** Every file in `jobs/` on the board's branch, as it is when this is called. */
  posts(): Promise<JobSource[]>;
  now(): Instant;
};

/**
 * Prepares to gather the facts of pull requests by their numbers. What holds for a whole run
 * (permissions, what other pull requests add) is asked for once.
 */
export function factsGatherer({ github, posts, now }: Sources): (pull: number) => Promise<Facts> {
  const permissionOf = permissionReader(github);
  const othersBefore = otherSubmissionsReader(github);
  return async (number) => {
    const pull = await readPullRequest(github, number);
    const changed = changedPost(pull);
    const addedBy = changed === undefined ? null : await readAddedBy(github, changed);
    const [permissions, others] = await Promise.all([
      readPermissions([...thoseWithASay(pull), ...(addedBy ? [addedBy.login] : [])], permissionOf),
      othersBefore(number),
    ]);
    // Last, so that the board is as new as anything else that is known.
    return {
      bot: botLogin,
      pull,
      permissions,
      others,
      addedBy,
      twin: null,
      posts: await posts(),
      now: now(),
    };
  };
}

/** Where the post lies that a pull request changes, if it is one alone. */
function changedPost({ files }: PullRequest): string | undefined {
  const paths = files
    .filter(({ change }) => change !== "added")
    .map(({ path, previousPath }) => previousPath ?? path)
    .filter((path) => path.startsWith("jobs/") && path.endsWith(".md"));
  return paths.length === 1 ? paths[0] : undefined;
}

async function readPermissions(
  people: readonly Login[],
  permissionOf: (login: Login) => Promise<Permission>,
): Promise<Facts["permissions"]> {
  const logins = new Set(
    people.filter((login) => !sameLogin(login, botLogin)).map((login) => login.toLowerCase()),
  );
  const known = await Promise.all(
    [...logins].map(async (login) => [login, await permissionOf(login)] as const),
  );
  return Object.fromEntries(known);
}

function thoseWithASay(pull: PullRequest): Login[] {
  return [
    pull.author.login,
    ...pull.assignees,
    ...pull.comments.filter(mayBeCommand).map(({ author }) => author),
    ...pull.reviews.map(({ author }) => author),
    ...pull.events.flatMap(({ actor, assignee }) => [actor, ...(assignee ? [assignee] : [])]),
    ...pull.commits.flatMap(({ author }) => author ?? []),
    ...(pull.mergedBy === null ? [] : [pull.mergedBy]),
  ];
}
