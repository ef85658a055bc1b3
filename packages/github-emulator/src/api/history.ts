/** Commits, and comparisons of them. */
import type { Commit } from "../commits.ts";
import { readCommits } from "../commits.ts";
import type { Core } from "../core.ts";
import { commitsInOrder, commitsSince, gitOnce, mergeBase, resolve } from "../git.ts";
import { readable } from "../permissions.ts";
import { changedFiles } from "../pull-changes.ts";
import { inNetwork } from "../repositories.ts";
import { repositoryApi, repositoryPage } from "../serializers/addresses.ts";
import { serializeChangedFile, serializeCommit } from "../serializers/commits.ts";
import { simplePull } from "../serializers/pulls.ts";
import type { Pull, Repository } from "../state.ts";
import { isPull } from "../state.ts";
import { emptyTree } from "../tree-objects.ts";
import type { Answer, Call, Operations } from "./call.ts";
import { list, ok, paged, parameter } from "./call.ts";
import { ApiError, notFound } from "./errors.ts";

export const historyOperations: Operations = {
  "GET /repos/{owner}/{repo}/commits": listCommits,
  "GET /repos/{owner}/{repo}/commits/{ref}": readCommit,
  "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls": listPulls,
  "GET /repos/{owner}/{repo}/compare/{basehead}": compare,
};

/** The maximum number of files in a comparison. */
const mostFiles = 300;

async function listCommits(call: Call): Promise<Answer> {
  const { core, query } = call;
  const repository = readable(call);
  const start = query.get("sha") ?? repository.defaultBranch;
  const sha = await resolve(core.store.pathOf(repository), start);
  if (!sha) throw notFound();
  const path = query.get("path");
  const since = query.get("since");
  const until = query.get("until");
  const author = query.get("author");
  const log = await gitOnce(core.store.pathOf(repository), [
    "rev-list",
    ...(since ? [`--since=${since}`] : []),
    ...(until ? [`--until=${until}`] : []),
    ...(author ? ["--fixed-strings", `--author=${author}`] : []),
    sha,
    "--",
    ...(path ? [`:(literal)${path}`] : []),
  ]);
  const page = paged(call, log.split("\n").filter(Boolean));
  const commits = await readCommits(core, repository, page.items);
  return {
    ...ok(commits.map((commit) => serializeCommit(core, repository, commit))),
    headers: Object.fromEntries(page.link),
  };
}

async function readCommit(call: Call): Promise<Answer> {
  const { core } = call;
  const repository = readable(call);
  const ref = parameter(call, "ref");
  const sha = await resolve(core.store.pathOf(repository), ref);
  const [commit] = sha ? await readCommits(core, repository, [sha]) : [];
  if (!commit) throw new ApiError(422, `No commit found for SHA: ${ref}`);
  const base = commit.parents[0] ?? emptyTree;
  const files = await changedFiles(core, repository, { base, head: commit.sha });
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  return ok({
    ...serializeCommit(core, repository, commit),
    stats: { additions, deletions, total: additions + deletions },
    files: files
      .slice(0, mostFiles)
      .map((file) => serializeChangedFile(core, repository, commit.sha, file)),
  });
}

/** For a commit on the default branch, the pull request that added it; for others, all that contain it. */
async function listPulls(call: Call): Promise<Answer> {
  const { core } = call;
  const repository = readable(call);
  const name = parameter(call, "commit_sha");
  const sha = await resolve(core.store.pathOf(repository), name);
  if (!sha) throw new ApiError(422, `No commit found for SHA: ${name}`);
  const pulls = repository.issues.filter(isPull);
  const merged = pulls.filter(({ pull }) => pull.merged?.commit === sha);
  const containing = async () => {
    const have = await Promise.all(pulls.map(({ pull }) => hasCommit(core, repository, pull, sha)));
    return pulls.filter((_, index) => have[index]);
  };
  return await list(call, merged.length > 0 ? merged : await containing(), (issue) =>
    simplePull(core, repository, issue, call.caller),
  );
}

async function hasCommit(core: Core, repository: Repository, pull: Pull, sha: string) {
  const path = core.store.pathOf(repository);
  return (await commitsSince(path, pull.baseSha, pull.headSha)).includes(sha);
}

type Side = { repository: Repository; sha: string };

async function compare(call: Call): Promise<Answer> {
  const { core } = call;
  const repository = readable(call);
  const basehead = parameter(call, "basehead");
  const [, baseName = "", headName = ""] = /^(.+?)\.\.\.(.+)$/.exec(basehead) ?? [];
  const base = await readSide(core, repository, baseName);
  const head = await readSide(core, repository, headName);
  const path = core.store.pathOf(repository);
  const middle = await mergeBase(path, base.sha, head.sha);
  if (!middle) throw new ApiError(404, `No common ancestor between ${baseName} and ${headName}.`);
  const ahead = await between(core, repository, base.sha, head.sha);
  const behind = await between(core, repository, head.sha, base.sha);
  const [baseCommit, middleCommit] = await readCommits(core, repository, [base.sha, middle]);
  if (!baseCommit || !middleCommit) throw notFound();
  const page = paged(call, ahead);
  const commits = await readCommits(core, repository, page.items);
  const files = await changedFiles(core, repository, { base: middle, head: head.sha });
  const html = repositoryPage(core, repository, `/compare/${basehead}`);
  const shape = (commit: Commit) => serializeCommit(core, repository, commit);
  return {
    ...ok({
      url: repositoryApi(core, repository, `/compare/${encodeURIComponent(basehead)}`),
      html_url: html,
      permalink_url: repositoryPage(core, repository, `/compare/${base.sha}...${head.sha}`),
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      base_commit: shape(baseCommit),
      merge_base_commit: shape(middleCommit),
      status: statusOf(ahead.length, behind.length),
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: commits.map(shape),
      files: files
        .slice(0, mostFiles)
        .map((file) => serializeChangedFile(core, repository, head.sha, file)),
    }),
    headers: Object.fromEntries(page.link),
  };
}

/** `branch`, `owner:branch` or `owner:repository:branch` in the same network, or a commit. */
async function readSide(core: Core, repository: Repository, text: string): Promise<Side> {
  const parts = text.split(":");
  const name = parts.pop() ?? "";
  const [owner] = parts;
  const found = owner === undefined ? repository : inNetwork(core, repository, owner);
  const path = found && core.store.pathOf(found);
  const sha = path && ((await resolve(path, `refs/heads/${name}`)) ?? (await resolve(path, name)));
  if (!found || !sha) throw notFound();
  return { repository: found, sha };
}

/** The commits in `to` that are not in `from`, oldest first. */
async function between(
  core: Core,
  repository: Repository,
  from: string,
  to: string,
): Promise<readonly string[]> {
  return await commitsInOrder(core.store.pathOf(repository), from, to);
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? "diverged" : "ahead";
  return behind > 0 ? "behind" : "identical";
}
