/** Reads the commit statuses that the bot has set. */

import { isSameLogin } from "../../../board/login.ts";
import type { CommitState, CommitStatus } from "../../../board/review/facts.ts";
import type { GitHub } from "../client.ts";
import { statusLogin } from "./permissions.ts";

/** The name of the bot's status; the repository’s rules require it by this name. */
export const statusContext = "job post";

/** If there are more commits, only the first (the submitter’s) and the last ones are read. */
const commitsAtMost = 20;

const states: readonly CommitState[] = ["success", "failure", "pending", "error"];

/** The bot's statuses of one commit. */
async function readCommitStatuses(github: GitHub, sha: string): Promise<CommitStatus[]> {
  const { paginate, rest, at } = github;
  const all = await paginate(rest.repos.listCommitStatusesForRef, {
    ...at,
    ref: sha,
    per_page: 100,
  });
  return all
    .filter(({ context, creator }) => {
      return context === statusContext && isSameLogin(creator?.login, statusLogin(github));
    })
    .flatMap(({ id, state, description, created_at }) => {
      const known = states.find((name) => name === state);
      return known
        ? [{ id, sha, state: known, description: description ?? "", at: created_at }]
        : [];
    });
}

/**
 * An id of the last status of each commit that GitHub lists; `null` if it has none. Of a pull request, GitHub lists the
 * first 250.
 */
export type LastStatuses = ReadonlyMap<string, string | null>;

/** The statuses of some commits. */
export type ReadCommitStatuses = (
  shas: readonly string[],
  last: LastStatuses,
) => Promise<CommitStatus[]>;

/**
 * Reads statuses with one request for each commit that has any, or may have: GraphQL tells only of the last one. Statuses
 * are only ever added, so they are read again if there is a newer one.
 */
export function commitStatusReader(github: GitHub): ReadCommitStatuses {
  const known = new Map<string, Promise<CommitStatus[]>>();
  return async (shas, last) => {
    const wanted = new Set([...shas.slice(0, 1), ...shas.slice(-commitsAtMost)]);
    const found = [...wanted].flatMap((sha) => {
      const id = last.get(sha);
      if (id === null) return [];
      if (id === undefined) return [readCommitStatuses(github, sha)];
      const asked = known.get(id) ?? readCommitStatuses(github, sha);
      known.set(id, asked);
      return [asked];
    });
    return (await Promise.all(found)).flat();
  };
}
