/** Merges a change of the bot’s own by a pull request: nobody, not even the bot, pushes to the board’s branch. */
import { commitStatus } from "#words/bot.ts";
import { skipped } from "#words/github.ts";
import type { Made } from "../../git-commit.ts";
import type { GitHub } from "../client.ts";
import { statusOf, unlessStatus } from "../errors.ts";
import { readCommit } from "../facts/objects.ts";
import { createOnce, noBlindRetry } from "./create-once.ts";
import { mergePull } from "./merge.ts";
import type { Outcome } from "./outcome.ts";
import { publishMerged } from "./publish.ts";
import { setStatus } from "./status.ts";

export type BotChange = {
  /** The same change has the same branch, so a run that was cut off is continued by the next one. */
  branch: string;
  /** The commit of the board’s branch that the change was made on. */
  on: string;
  /** The commit to merge, which the branch has. */
  sha: string;
  /** Whether the branch has just been created, so that no pull request can be open. */
  isNew?: boolean;
  title: string;
  /** For the pull request, in Markdown. */
  body: string;
  /** For the commit. */
  message?: string;
  /** Reads the commit of the board’s branch. */
  tip(): Promise<string>;
};

/**
 * Opens the pull request, or continues an open one with the same change, and merges it once GitHub has tested
 * the merge. Publishing and removing the branch is left to `finishChange`.
 *
 * @returns `overtaken` if the board changed meanwhile: make the change again on top of it.
 * `not-merged` if GitHub does not merge it: the pull request stays open and is continued by the next run.
 */
export async function mergeChange(github: GitHub, change: BotChange): Promise<Outcome> {
  const { branch, on, sha, isNew = false, title, body, message } = change;
  const pull = await ensureBotPull(github, branch, { title, body }, { lookFirst: !isNew });
  await setStatus(github, { sha, state: "success", description: commitStatus.own });
  return await mergePull(github, pull, {
    ...{ sha, title, ...(message && { message }) },
    // Git would combine the change with what somebody has just changed in the same post.
    overtakenBy: async () => ((await change.tip()) === on ? undefined : skipped.boardChanged),
  });
}

/** Publishes the board and removes the branch. The branch goes last, so that it shows what is unfinished. */
export async function finishChange(github: GitHub, branch: string): Promise<void> {
  await publishMerged(github);
  await removeBranch(github, branch);
}

export async function removeBranch({ rest, at }: GitHub, branch: string): Promise<void> {
  await unlessStatus([404, 422], rest.git.deleteRef({ ...at, ref: `heads/${branch}` }));
}

export async function branchExists(github: GitHub, branch: string): Promise<boolean> {
  return (await readBranch(github, branch)) !== undefined;
}

/**
 * Points a branch at a commit, unless it has the same change already: another commit would lose approvals and tests.
 * Returns the commit that it has then.
 */
export async function pointBranch(
  github: GitHub,
  branch: string,
  { made, on }: { made: Made; on: string },
): Promise<string> {
  const sha = await readBranch(github, branch);
  if (sha !== undefined && isSameChange(await readCommit(github, sha), { made, on })) return sha;
  await moveBranch(github, branch, made.commit);
  return made.commit;
}

/** Whether a commit makes the same change as another one that was made on top of a commit. */
export function isSameChange(
  { tree, parents }: { tree: string; parents: readonly string[] },
  { made, on }: { made: Made; on: string },
): boolean {
  return tree === made.tree && parents.length === 1 && parents[0] === on;
}

async function readBranch({ rest, at }: GitHub, branch: string): Promise<string | undefined> {
  const found = await unlessStatus([404], rest.git.getRef({ ...at, ref: `heads/${branch}` }));
  return found?.data.object.sha;
}

/** Creates the branch, or moves it if an earlier run left it behind. */
async function moveBranch({ rest, at }: GitHub, branch: string, sha: string): Promise<void> {
  try {
    await rest.git.createRef({ ...at, ref: `refs/heads/${branch}`, sha });
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
    await rest.git.updateRef({ ...at, ref: `heads/${branch}`, sha, force: true });
  }
}

/** The number of the open pull request from a branch, with this title and body; opens one if needed. */
export async function ensureBotPull(
  github: GitHub,
  branch: string,
  { title, body }: { title: string; body: string },
  { lookFirst = true } = {},
): Promise<number> {
  const { rest, at } = github;
  const text = { title, body };
  const { made, thing } = await createOnce(
    github,
    () => findBotPull(github, branch),
    async () => {
      const request = { ...at, ...text, head: branch, base: github.branch };
      return (await rest.pulls.create({ ...request, ...noBlindRetry })).data;
    },
    { lookFirst },
  );
  if (!made && (thing.title !== title || thing.body !== body)) {
    await rest.pulls.update({ ...at, pull_number: thing.number, ...text });
  }
  return thing.number;
}

/** The open pull request from a branch, if there is one. */
export async function findBotPull(
  { rest, at, branch: base }: GitHub,
  branch: string,
): Promise<{ number: number; title: string; body: string | null } | undefined> {
  const head = `${at.owner}:${branch}`;
  const { data } = await rest.pulls.list({ ...at, head, base, state: "open" });
  return data[0];
}
