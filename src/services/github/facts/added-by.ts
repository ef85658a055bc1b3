/** By what a post came to the board. */
import type { Day } from "../../../board/days.ts";
import type { Person } from "../../../board/review/facts.ts";
import type { GitHub } from "../client.ts";

/** `author`: `null` if the account is gone. */
export type AddingPull = { number: number; author: Person | null };

/** How a file came to the board's branch: the day, and the pull request; `null` if it came otherwise. */
export type Arrival = { on: Day | undefined; pull: AddingPull | null };

/** The author of the pull request by which a file came; `null` if there is none. */
export async function readAddedBy(github: GitHub, path: string): Promise<Person | null> {
  return (await readAddingPull(github, path))?.author ?? null;
}

/** The pull request by which a file came; `null` if it came otherwise. */
export async function readAddingPull(github: GitHub, path: string): Promise<AddingPull | null> {
  return (await readArrival(github, path))?.pull ?? null;
}

/**
 * How a file came to the board's branch, the last time that it did; `undefined` if it never was there. Unlike
 * what the file says, nobody can write that into it. Only the pull request counts that GitHub merged as the
 * very commit: others can come to have the same commits, and count as merged too.
 *
 * @param path where it came; the history of a closed post's place in the archive begins with its closing
 */
export async function readArrival(github: GitHub, path: string): Promise<Arrival | undefined> {
  const { rest, at, branch } = github;
  const addition = await readAddition(github, path);
  if (addition === undefined) return undefined;
  const { sha, commit } = addition;
  const request = { ...at, commit_sha: sha, per_page: 100 };
  const { data } = await rest.repos.listPullRequestsAssociatedWithCommit(request);
  const [pull, ...others] = data.filter(
    ({ merged_at, merge_commit_sha, base }) =>
      merged_at !== null && merge_commit_sha === sha && base.ref === branch,
  );
  return {
    on: commit.committer?.date?.slice(0, 10),
    pull: pull && others.length === 0 ? { number: pull.number, author: authorOf(pull) } : null,
  };
}

function authorOf({ user }: { user: Person | null }): Person | null {
  return user && { login: user.login, id: user.id };
}

/** The last commit that added a file; what was taken away and put back is another's. */
async function readAddition({ paginate, rest, at, branch }: GitHub, path: string) {
  const request = { ...at, sha: branch, path, per_page: 100 };
  for (const { sha } of await paginate(rest.repos.listCommits, request)) {
    const { data } = await rest.repos.getCommit({ ...at, ref: sha });
    const file = data.files?.find(({ filename }) => filename === path);
    if (file && ["added", "copied", "renamed"].includes(file.status)) return data;
  }
  return undefined;
}
