/** Opens the bot’s own pull requests, one per branch. */
import type { GitHub } from "../client.ts";
import { statusOf, unlessStatus } from "../errors.ts";
import { createOnce, noBlindRetry } from "./create-once.ts";

export async function branchExists({ rest, at }: GitHub, branch: string): Promise<boolean> {
  const found = await unlessStatus([404], rest.git.getRef({ ...at, ref: `heads/${branch}` }));
  return found !== undefined;
}

/** Creates the branch, or moves it if an earlier run left it behind. */
export async function pointBranch(
  { rest, at }: GitHub,
  branch: string,
  sha: string,
): Promise<void> {
  try {
    await rest.git.createRef({ ...at, ref: `refs/heads/${branch}`, sha });
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
    await rest.git.updateRef({ ...at, ref: `heads/${branch}`, sha, force: true });
  }
}

/** The number of the open pull request from a branch; opens one if needed. */
export async function ensureBotPull(
  github: GitHub,
  branch: string,
  { title, body }: { title: string; body: string },
): Promise<number> {
  const { thing } = await createOnce(
    github,
    async () => (await findBotPull(github, branch))?.number,
    async () => {
      const { rest, at } = github;
      const request = { ...at, title, head: branch, base: github.branch, body };
      return (await rest.pulls.create({ ...request, ...noBlindRetry })).data.number;
    },
  );
  return thing;
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
