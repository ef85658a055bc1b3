/** One pull request with all that belongs to it. */
import { setTimeout } from "node:timers/promises";
import type { PullRequest } from "../../../board/review/facts.ts";
import type { Answer, GitHub } from "../client.ts";
import { listFiles, readFiles } from "./changed-files.ts";
import { readComments, readCommits, readEvents, readReviews } from "./conversation.ts";
import { loginOf, personOf } from "./people.ts";
import { readAllVerdicts } from "./verdicts.ts";

type GivenPull = Answer<"pulls", "get">;

/** How often a pull request is read anew because it was changed while it was read. */
const readings = 4;

/**
 * Reads a pull request as it is at one time. Lists of files belong to whatever head there is when they
 * are asked for: one that came and went meanwhile could lend another its verdict. So it counts only if
 * nothing was changed from the beginning to the end. Throws an Error if it never holds still.
 */
export async function readPullRequest(github: GitHub, number: number): Promise<PullRequest> {
  let given = await getPull(github, number);
  for (let reading = 1; reading <= readings; reading += 1) {
    const pull = await readParts(github, given);
    const after = await getPull(github, number);
    if (pull && isSame(given, after)) return pull;
    given = after;
    // GitHub takes a moment to tell the same everywhere.
    await setTimeout(github.retryDelay);
  }
  throw new Error(`Pull request #${number} is being changed right now. Try again in a moment.`);
}

export async function getPull({ rest, at }: GitHub, number: number): Promise<GivenPull> {
  return (await rest.pulls.get({ ...at, pull_number: number })).data;
}

function isSame(before: GivenPull, after: GivenPull): boolean {
  return before.head.sha === after.head.sha && before.updated_at === after.updated_at;
}

/** `undefined` where not all parts are of the same head. */
async function readParts(github: GitHub, given: GivenPull): Promise<PullRequest | undefined> {
  const { number, head } = given;
  const [listed, commits, comments, reviews, events] = await Promise.all([
    listFiles(github, number),
    readCommits(github, number),
    readComments(github, number),
    readReviews(github, number),
    readEvents(github, number),
  ]);
  const [files, verdicts] = await Promise.all([
    readFiles(github, listed, head.sha),
    readAllVerdicts(github, commits, head.sha),
  ]);
  if (!files) return undefined;
  return {
    number,
    title: given.title,
    state: given.merged ? "merged" : given.state,
    draft: given.draft ?? false,
    author: personOf(given.user),
    head: head.sha,
    mergeable: given.mergeable,
    openedAt: given.created_at,
    mergedBy: given.merged ? loginOf(given.merged_by) : null,
    labels: given.labels.map(({ name }) => name),
    assignees: (given.assignees ?? []).map(({ login }) => login),
    changedFiles: given.changed_files,
    files,
    commits,
    comments,
    reviews,
    events,
    verdicts,
  };
}
