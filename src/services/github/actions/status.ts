/** Sets the bot’s commit status, unless it is already set. */
import type { Action } from "../../../board/review/plan.ts";
import type { GitHub } from "../client.ts";
import { readCommitStatuses, statusContext } from "../facts/commit-statuses.ts";
import type { Outcome } from "./outcome.ts";
import { already, done } from "./outcome.ts";

type CommitStatus = Omit<Extract<Action, { do: "set-status" }>, "do">;

/**
 * Sets the bot’s status on a commit, unless the latest one is the same. `force` sets it again, because its date
 * decides whether an approval counts.
 */
export async function setStatus(github: GitHub, commitStatus: CommitStatus): Promise<Outcome> {
  const { rest, at } = github;
  const { sha, state, description, force } = commitStatus;
  const [last] = (await readCommitStatuses(github, sha)).toSorted((a, b) => b.id - a.id);
  if (!force && last?.state === state && last.description === description) return already;
  await rest.repos.createCommitStatus({
    ...at,
    sha,
    state,
    description,
    context: statusContext,
  });
  return done;
}
