/** Opens the pull request for a post that came by email, or updates it. */

import { submissionChanged } from "#words/github.ts";
import type { SendingPlan, Sent } from "../../../board/review/sending.ts";
import { ensureBotPull } from "../actions/bot-pull.ts";
import { commitFile, readBranchHead } from "../actions/commit-file.ts";
import type { GitHub } from "../client.ts";
import { unlessStatus } from "../errors.ts";

/**
 * Sends a post as planned, and returns the number of its pull request. If it is interrupted, the next run continues.
 * Throws an Error if somebody else changed the submission in the meantime.
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
  if (!(await unlessStatus([422], rest.git.createRef(request)))) throw new Error(submissionChanged);
}

/** Without force, so that commits added in the meantime are kept. */
async function changeBranch(
  github: GitHub,
  branch: string,
  file: File,
  { on }: { on: string },
): Promise<void> {
  const { rest, at } = github;
  const top = await readBranchHead(github, branch);
  if (top.commit !== on) throw new Error(submissionChanged);
  const sha = await commitFile(github, top, file);
  const request = { ...at, ref: `heads/${branch}`, sha, force: false };
  if (!(await unlessStatus([422], rest.git.updateRef(request)))) throw new Error(submissionChanged);
}
