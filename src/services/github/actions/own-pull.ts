/** The bot's own pull requests: the branch of one, and that there is one of it. */
import type { GitHub } from "../client.ts";
import { statusOf, unlessStatus } from "../errors.ts";
import { makeOnce, noBlindRetry } from "./once.ts";

export async function branchExists({ rest, at }: GitHub, branch: string): Promise<boolean> {
  const found = await unlessStatus([404], rest.git.getRef({ ...at, ref: `heads/${branch}` }));
  return found !== undefined;
}

/** A branch that an earlier run left behind may stand on an older state of the board. */
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

/** The number of the open pull request from a branch, which is opened if there is none. */
export async function ensureOwnPull(
  github: GitHub,
  branch: string,
  { title, body }: { title: string; body: string },
): Promise<number> {
  const { thing } = await makeOnce(
    github,
    async () => (await findOwnPull(github, branch))?.number,
    async () => {
      const { rest, at } = github;
      const request = { ...at, title, head: branch, base: github.branch, body };
      return (await rest.pulls.create({ ...request, ...noBlindRetry })).data.number;
    },
  );
  return thing;
}

/** The open pull request from a branch, if there is one. */
export async function findOwnPull(
  { rest, at, branch: base }: GitHub,
  branch: string,
): Promise<{ number: number; title: string; body: string | null } | undefined> {
  const head = `${at.owner}:${branch}`;
  const { data } = await rest.pulls.list({ ...at, head, base, state: "open" });
  return data[0];
}
