/** Sets commit statuses. */
import type { Action } from "../../../board/review/plan.ts";
import type { GitHub } from "../client.ts";
import { statusContext } from "../facts/commit-statuses.ts";
import type { Outcome } from "./outcome.ts";
import { done } from "./outcome.ts";

type CommitStatus = Omit<Extract<Action, { do: "set-status" }>, "do">;

/** Sets the bot’s status on a commit. Its date decides whether an approval counts. */
export async function setStatus(
  { rest, at }: GitHub,
  { sha, state, description }: CommitStatus,
): Promise<Outcome> {
  await rest.repos.createCommitStatus({
    ...at,
    sha,
    state,
    description,
    context: statusContext,
  });
  return done;
}
