/** Lists pull requests by the REST API, which gives their labels and when they changed. */
import { stateLabels } from "../../../board/review/labels.ts";
import type { Answer, GitHub } from "../client.ts";
import { loginOf } from "./permissions.ts";
import { isOwnChange } from "./pull-request.ts";

export type ListedPull = Answer<"pulls", "list">[number];

/** All open pull requests, to any branch, oldest first. */
export async function listOpenPulls({ paginate, rest, at }: GitHub): Promise<ListedPull[]> {
  return await paginate(rest.pulls.list, {
    ...at,
    state: "open",
    sort: "created",
    direction: "asc",
    per_page: 100,
  });
}

/** Those to the board's branch that were updated since a moment, the newest update first. */
export async function listTouchedSince(
  { paginate, rest, at, branch }: GitHub,
  state: "closed" | "all",
  since: string,
): Promise<ListedPull[]> {
  const found = await paginate(
    rest.pulls.list,
    { ...at, state, base: branch, sort: "updated", direction: "desc", per_page: 100 },
    ({ data }, stop) => {
      if (data.some(({ updated_at }) => updated_at < since)) stop();
      return data;
    },
  );
  return found.filter(({ updated_at }) => updated_at >= since);
}

/** Whether it is a change of the bot's own. */
export function isOwnPull({ user, head }: ListedPull, github: GitHub): boolean {
  const from = { branch: head.ref, repository: head.repo?.full_name };
  return isOwnChange({ author: loginOf(user), from }, github);
}

const ended = {
  merged: [stateLabels.approved.name],
  closed: [stateLabels.rejected.name, stateLabels.withdrawn.name],
};

/** Whether the labels of a closed one show how it ended. */
export function saysHowItEnded({ merged_at, labels }: ListedPull): boolean {
  const names = merged_at === null ? ended.closed : ended.merged;
  return labels.some(({ name }) => names.some((label) => label === name));
}
