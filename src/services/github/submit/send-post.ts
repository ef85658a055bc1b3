/** Opens the pull request for a post that came by email, or brings it up to date. */
import type { SendingPlan, Sent } from "../../../board/review/sending.ts";
import { ensureBotPull } from "../actions/bot-pull.ts";
import { commitFile, readBranchHead } from "../actions/commit-file.ts";
import type { GitHub } from "../client.ts";
import { unlessStatus } from "../errors.ts";

/**
 * Sends a post as planned, and gives back the number of its pull request. Cut off at any point, another run
 * finds what is there and goes on. Throws an Error if somebody else was quicker.
 */
export async function sendPost(
  github: GitHub,
  post: Sent,
  { branch, message, number }: Extract<SendingPlan, { do: "send" }>,
): Promise<number> {
  const file = { path: post.file, text: post.text, message };
  if (branch === "make") await makeBranch(github, post.branch, file);
  if (typeof branch === "object") await changeBranch(github, post.branch, file, branch);
  return number ?? (await ensureBotPull(github, post.branch, post));
}

type File = Parameters<typeof commitFile>[2];

async function makeBranch(github: GitHub, branch: string, file: File): Promise<void> {
  const { rest, at } = github;
  const sha = await commitFile(github, await readBranchHead(github, github.branch), file);
  const request = { ...at, ref: `refs/heads/${branch}`, sha };
  if (!(await unlessStatus([422], rest.git.createRef(request)))) throw new Error(overtaken);
}

/** Never by force: what was added there meanwhile stays. */
async function changeBranch(
  github: GitHub,
  branch: string,
  file: File,
  { on }: { on: string },
): Promise<void> {
  const { rest, at } = github;
  const top = await readBranchHead(github, branch);
  if (top.commit !== on) throw new Error(overtaken);
  const sha = await commitFile(github, top, file);
  const request = { ...at, ref: `heads/${branch}`, sha, force: false };
  if (!(await unlessStatus([422], rest.git.updateRef(request)))) throw new Error(overtaken);
}

const overtaken =
  "Somebody changed this submission at the same time. Run the command again to see its status.";
