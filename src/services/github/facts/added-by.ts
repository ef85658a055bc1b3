/** Who brought a post to the board. */
import type { Day } from "../../../board/days.ts";
import type { Person } from "../../../board/review/facts.ts";
import type { GitHub } from "../client.ts";

/**
 * The author of the merged pull request by which a file came to the board's branch, the last time that it
 * did; `null` if it came otherwise, or the account is gone. Unlike what the file says, nobody can write
 * that into it. Only the pull request counts that GitHub merged as the very commit: others can come to
 * have the same commits, and count as merged too.
 */
export async function readAddedBy(github: GitHub, path: string): Promise<Person | null> {
  const { rest, at, branch } = github;
  const sha = await readAddition(github, path);
  if (sha === undefined) return null;
  const request = { ...at, commit_sha: sha, per_page: 100 };
  const { data } = await rest.repos.listPullRequestsAssociatedWithCommit(request);
  const [pull, ...others] = data.filter(
    ({ merged_at, merge_commit_sha, base }) =>
      merged_at !== null && merge_commit_sha === sha && base.ref === branch,
  );
  if (!pull?.user || others.length > 0) return null;
  return { login: pull.user.login, id: pull.user.id };
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
