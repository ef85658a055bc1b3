/** What the bot has said of commits, by statuses. */

import { isSameLogin } from "../../../board/login.ts";
import type { CommitState, CommitStatus } from "../../../board/review/facts.ts";
import type { GitHub } from "../client.ts";
import { botLogin, loginOf } from "./permissions.ts";

/** The name of the bot's status; the repository's rules ask for it by this name. */
export const statusContext = "job post";

/** Of more commits the first, which is the submitter's, and the last ones are asked about. */
const commitsAtMost = 20;

const states: readonly CommitState[] = ["success", "failure", "pending", "error"];

/** The bot's statuses of one commit. */
export async function readCommitStatuses(github: GitHub, sha: string): Promise<CommitStatus[]> {
  const { paginate, rest, at } = github;
  const all = await paginate(rest.repos.listCommitStatusesForRef, {
    ...at,
    ref: sha,
    per_page: 100,
  });
  return all
    .filter(({ context, creator }) => {
      return context === statusContext && isSameLogin(loginOf(creator), botLogin);
    })
    .flatMap(({ id, state, description, created_at }) => {
      const known = states.find((name) => name === state);
      return known
        ? [{ id, sha, state: known, description: description ?? "", at: created_at }]
        : [];
    });
}

/** The statuses of some commits. */
export async function readAllCommitStatuses(
  github: GitHub,
  shas: readonly string[],
): Promise<CommitStatus[]> {
  const asked = new Set([...shas.slice(0, 1), ...shas.slice(-commitsAtMost)]);
  const found = await Promise.all([...asked].map((sha) => readCommitStatuses(github, sha)));
  return found.flat();
}
