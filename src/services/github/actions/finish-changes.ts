/** Finishes the bot’s changes to posts that were interrupted after the merge. */
import type { GitHub } from "../client.ts";
import { botBranches } from "../facts/pull-request.ts";
import { finishChange } from "./bot-pull.ts";

/** A branch that an interrupted change left behind; `failure`: why it is still there. */
export type Finished = { branch: string; failure?: unknown };

/**
 * Finishes the bot’s changes to posts that were interrupted after the merge. One that can’t be finished does not stop
 * the others.
 */
export async function* finishChanges(github: GitHub): AsyncGenerator<Finished> {
  const { rest, at } = github;
  const { data } = await rest.git.listMatchingRefs({ ...at, ref: `heads/${botBranches}` });
  for (const { ref } of data) {
    const branch = ref.replace(/^refs\/heads\//, "");
    try {
      if (!(await isMerged(github, branch))) continue;
      await finishChange(github, branch);
      yield { branch };
    } catch (failure) {
      yield { branch, failure };
    }
  }
}

async function isMerged({ rest, at }: GitHub, branch: string): Promise<boolean> {
  const head = `${at.owner}:${branch}`;
  const { data: pulls } = await rest.pulls.list({ ...at, head, state: "all" });
  const isOpen = pulls.some(({ state }) => state === "open");
  return !isOpen && pulls.some(({ merged_at }) => merged_at !== null);
}
