/** Merges a change of the bot’s own by a pull request: nobody, not even the bot, pushes to the board’s branch. */
import { commitStatus } from "../../../board/words/en/bot.ts";
import { skipped } from "../../../board/words/en/github.ts";
import type { GitHub } from "../client.ts";
import { statusOf, unlessStatus } from "../errors.ts";
import { readCommit, readMainHead } from "../facts/objects.ts";
import type { BranchHead } from "./commit-file.ts";
import { createOnce, noBlindRetry } from "./create-once.ts";
import { mergePull } from "./merge.ts";
import type { Outcome } from "./outcome.ts";
import { publish } from "./publish.ts";
import { setStatus } from "./status.ts";

export type BotChange = {
  /** The same change has the same branch, so a run that was cut off is continued by the next one. */
  branch: string;
  /** The commit of the board’s branch that the change was made on. */
  on: string;
  /** The commit to merge. */
  made: BranchHead;
  title: string;
  /** For the pull request, in Markdown. */
  body: string;
  /** For the commit. */
  message?: string;
};

/**
 * Opens the pull request, or continues an open one with the same change, and merges it once GitHub has tested
 * the merge. Publishing and removing the branch is left to `finishChange`.
 *
 * @returns `overtaken` if the board changed meanwhile: make the change again on top of it.
 * `not-merged` if GitHub does not merge it: the pull request stays open and is continued by the next run.
 */
export async function mergeChange(github: GitHub, change: BotChange): Promise<Outcome> {
  const { branch, on, title, body, message } = change;
  const sha = await currentHead(github, change);
  if (sha === change.made.commit) await pointBranch(github, branch, sha);
  const pull = await ensureBotPull(github, branch, { title, body });
  await setStatus(github, { sha, state: "success", description: commitStatus.own });
  return await mergePull(github, pull, {
    ...{ sha, title, ...(message && { message }) },
    // Git would combine the change with what somebody has just changed in the same post.
    overtakenBy: async () =>
      (await readMainHead(github)) === on ? undefined : skipped.boardChanged,
  });
}

/** Publishes the board and removes the branch. The branch goes last, so that it shows what is unfinished. */
export async function finishChange(github: GitHub, branch: string): Promise<void> {
  await publish(github);
  await removeBranch(github, branch);
}

export async function removeBranch({ rest, at }: GitHub, branch: string): Promise<void> {
  await unlessStatus([404, 422], rest.git.deleteRef({ ...at, ref: `heads/${branch}` }));
}

export async function branchExists(github: GitHub, branch: string): Promise<boolean> {
  return (await readBranch(github, branch)) !== undefined;
}

/** The head of the branch if it is the same change already: a new commit would lose approvals and tests. */
async function currentHead(github: GitHub, { branch, on, made }: BotChange): Promise<string> {
  const sha = await readBranch(github, branch);
  if (sha === undefined) return made.commit;
  const { tree, parents } = await readCommit(github, sha);
  const isSame = tree === made.tree && parents.length === 1 && parents[0] === on;
  return isSame ? sha : made.commit;
}

async function readBranch({ rest, at }: GitHub, branch: string): Promise<string | undefined> {
  const found = await unlessStatus([404], rest.git.getRef({ ...at, ref: `heads/${branch}` }));
  return found?.data.object.sha;
}

/** Creates the branch, or moves it if an earlier run left it behind. */
async function pointBranch({ rest, at }: GitHub, branch: string, sha: string): Promise<void> {
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
