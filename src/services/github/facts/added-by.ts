/** By what a post came to the board. */
import type { Day } from "../../../board/days.ts";
import type { Person } from "../../../board/review/facts.ts";
import type { GitHub } from "../client.ts";

/** `author`: `null` if the account is gone. */
export type AddingPull = { number: number; author: Person | null };

/** The author of the pull request by which a file came; `null` if there is none. */
export async function readAddedBy(github: GitHub, path: string): Promise<Person | null> {
  return (await readAddingPull(github, path))?.author ?? null;
}

/**
 * The merged pull request by which a file came to the board's branch, the last time that it did; `null` if
 * it came otherwise. Unlike what the file says, nobody can write that into it. Only the pull request counts
 * that GitHub merged as the very commit: others can come to have the same commits, and count as merged too.
 *
 * @param path where it came; the history of a closed post's place in the archive begins with its closing
 */
export async function readAddingPull(github: GitHub, path: string): Promise<AddingPull | null> {
  const { rest, at, branch } = github;
  const sha = await readAddition(github, path);
  if (sha === undefined) return null;
  const request = { ...at, commit_sha: sha, per_page: 100 };
  const { data } = await rest.repos.listPullRequestsAssociatedWithCommit(request);
  const [pull, ...others] = data.filter(
    ({ merged_at, merge_commit_sha, base }) =>
      merged_at !== null && merge_commit_sha === sha && base.ref === branch,
  );
  if (!pull || others.length > 0) return null;
  const { number, user } = pull;
  return { number, author: user && { login: user.login, id: user.id } };
}

/** The day on which a file came to the board's branch; `undefined` if it never did. */
export async function readFirstListed(github: GitHub, path: string): Promise<Day | undefined> {
  const { rest, at } = github;
  const ref = await readAddition(github, path);
  if (ref === undefined) return undefined;
  const { data } = await rest.repos.getCommit({ ...at, ref });
  return data.commit.committer?.date?.slice(0, 10);
}

/** The last commit that added a file; what was taken away and put back is another's. */
async function readAddition(
  { paginate, rest, at, branch }: GitHub,
  path: string,
): Promise<string | undefined> {
  const request = { ...at, sha: branch, path, per_page: 100 };
  for (const { sha } of await paginate(rest.repos.listCommits, request)) {
    const { data } = await rest.repos.getCommit({ ...at, ref: sha });
    const file = data.files?.find(({ filename }) => filename === path);
    if (file && ["added", "copied", "renamed"].includes(file.status)) return sha;
  }
  return undefined;
}
