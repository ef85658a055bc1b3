/** Changes a post on the board's branch, by a pull request of the bot's own: nobody pushes there. */
import type { BoardConfig } from "../../../board/config.ts";
import { readJobFile, writeJobFile } from "../../../board/job/file.ts";
import { parseJobPath } from "../../../board/job/path.ts";
import type { PostChange } from "../../../board/review/post-change.ts";
import { changedJob } from "../../../board/review/post-change.ts";
import { commitStatus } from "../../../board/words/en/bot.ts";
import type { GitHub } from "../client.ts";
import { unlessStatus } from "../errors.ts";
import { readBlob } from "../facts/objects.ts";
import { readTree } from "../facts/tree.ts";
import { branchExists, ensureBotPull, pointBranch } from "./bot-pull.ts";
import { commitFile, readBranchHead } from "./commit-file.ts";
import { mergePull } from "./merge.ts";
import type { Outcome } from "./outcome.ts";
import { already, isApplied } from "./outcome.ts";
import { publish } from "./publish.ts";
import { setStatus } from "./status.ts";

/** What branches of the bot begin with. */
export const botBranches = "board/";

/**
 * Sets fields of a post: branch, pull request, commit status, merge, publishing, and the branch is removed.
 * Cut off at any point, a second run finds what is there and goes on; the branch goes last, and so
 * tells of a change that was not finished. Throws an Error if the post cannot be read or written.
 *
 * @param reason why, in Markdown, for the pull request
 */
export async function changePost(
  github: GitHub,
  change: PostChange,
  reason: string,
  config: BoardConfig,
): Promise<Outcome> {
  const branch = branchFor(change);
  const main = await readBranchHead(github, github.branch);
  const text = await changedText(github, main.commit, change, config);
  if (text === undefined) {
    if (!(await branchExists(github, branch))) return already;
    return await finish(github, branch);
  }
  const file = { path: change.file, text, message: change.title };
  const sha = await commitFile(github, main, file);
  await pointBranch(github, branch, sha);
  const pull = await ensureBotPull(github, branch, { title: change.title, body: reason });
  await setStatus(github, { sha, state: "success", description: commitStatus.own });
  const outcome = await mergePull(github, pull, { sha, title: change.title });
  return isApplied(outcome) ? await finish(github, branch) : outcome;
}

/** Has the board published and removes the branch, once its change is merged. */
export async function finish(github: GitHub, branch: string): Promise<Outcome> {
  await publish(github);
  await unlessStatus(
    [404, 422],
    github.rest.git.deleteRef({ ...github.at, ref: `heads/${branch}` }),
  );
  return { outcome: "done" };
}

/** `board/<slug>-closed`: the same change has the same name. */
function branchFor({ file, set }: PostChange): string {
  const path = parseJobPath(file);
  if ("refused" in path) throw new Error(`${file} ${path.refused}.`);
  return `${botBranches}${path.slug}-${Object.keys(set).toSorted().join("-")}`;
}

/** The file as it is to be, or `undefined` if it is so already. */
async function changedText(
  github: GitHub,
  commit: string,
  change: PostChange,
  config: BoardConfig,
): Promise<string | undefined> {
  const { file } = change;
  const entry = await readTree(github, commit)(file);
  if (typeof entry === "string") {
    throw new Error(`${file} is not on the board any more, so it can’t be changed.`);
  }
  const read = readJobFile(file, await readBlob(github, entry.sha), config);
  if (!read.ok) throw new Error(unfit(file, read.problems));
  const job = changedJob(read.job, change);
  if (job === read.job) return undefined;
  const written = writeJobFile(file, job, config);
  if (!written.ok) throw new Error(unfit(file, written.problems));
  return written.text;
}

function unfit(file: string, problems: readonly { message: string }[]): string {
  return `${file} can’t be changed: ${problems.map(({ message }) => message).join(" ")} Fix it by hand first.`;
}
