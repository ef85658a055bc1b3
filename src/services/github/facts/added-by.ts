/** Who brought a post to the board. */
import type { Person } from "../../../board/review/facts.ts";
import type { GitHub } from "../client.ts";
import { personOf } from "./people.ts";

/**
 * The author of the merged pull request that first added a file to the board's branch; `null` if the
 * file came otherwise. Unlike what the file says, nobody can write that into it.
 */
export async function readAddedBy(github: GitHub, path: string): Promise<Person | null> {
  const { paginate, rest, at, branch } = github;
  const commits = await paginate(rest.repos.listCommits, {
    ...at,
    sha: branch,
    path,
    per_page: 100,
  });
  const first = commits.at(-1);
  if (!first) return null;
  const { data } = await rest.repos.listPullRequestsAssociatedWithCommit({
    ...at,
    commit_sha: first.sha,
  });
  // A commit that others send too is counted as theirs once it is merged, but they sent it later.
  const merged = data
    .filter(({ merged_at, base }) => merged_at !== null && base.ref === branch)
    .toSorted((a, b) => a.number - b.number);
  return merged[0] ? personOf(merged[0].user) : null;
}
