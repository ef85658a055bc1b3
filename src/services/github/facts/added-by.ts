/** Finds the pull request that added a post. */
import type { Day } from "../../../board/days.ts";
import type { Person } from "../../../board/review/facts.ts";
import type { GitObjects } from "../../git-objects.ts";
import type { GitHub } from "../client.ts";

export type ArrivalSources = { github: GitHub; objects: GitObjects };

/** `author`: `null` if the account was deleted. */
export type AddingPull = { number: number; author: Person | null };

/** When a file was added to the board’s branch, and by which pull request; `null` if by none. */
export type Arrival = { on: Day | undefined; pull: AddingPull | null };

/** The author of the pull request that added a file; `null` if there is none. */
export async function readAddedBy(sources: ArrivalSources, path: string): Promise<Person | null> {
  return (await readAddingPull(sources, path))?.author ?? null;
}

/** The pull request that added a file; `null` if there is none. */
export async function readAddingPull(
  sources: ArrivalSources,
  path: string,
): Promise<AddingPull | null> {
  return (await readArrival(sources, path))?.pull ?? null;
}

/**
 * How a file was last added to the board’s branch; `undefined` if it never was. Unlike the file’s content, this
 * cannot be forged. Only the pull request whose merge made the commit counts: GitHub also lists others that contain
 * the same commit as merged.
 *
 * @param path where the file was added: for a closed post its former path, not the one in the archive
 */
export async function readArrival(
  sources: ArrivalSources,
  path: string,
): Promise<Arrival | undefined> {
  const { rest, at, branch } = sources.github;
  const addition = await readAddition(sources, path);
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

/** The latest commit that added a file. If it was removed and added again, only the latest counts. */
async function readAddition({ github, objects }: ArrivalSources, path: string) {
  const { paginate, rest, at, branch } = github;
  const request = { ...at, sha: branch, path, per_page: 100 };
  const commits = await paginate(rest.repos.listCommits, request);
  if (commits.length === 0) return undefined;
  await objects.fetchBranch();
  // The others of a merge were on their way to the branch.
  const pairs = commits.map(({ sha, parents: [parent] }) => [sha, ...(parent ? [parent.sha] : [])]);
  await objects.fetchTrees(pairs.flat());
  const added = ["diff-tree", "--stdin", "--root", "-r", "--no-renames", "--diff-filter=A"];
  const input = pairs.map((pair) => `${pair.join(" ")}\n`).join("");
  const output = await objects.readAll([...added, "--name-only", "--", path], { input });
  const [newest] = output.toString().split("\n");
  return commits.find(({ sha }) => sha === newest);
}
