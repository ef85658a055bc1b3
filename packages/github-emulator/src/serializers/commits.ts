/** Commits and the files that they change, as in responses. */
import type { Commit, Signature } from "../commits.ts";
import { userByMail } from "../commits.ts";
import type { Core } from "../core.ts";
import type { ChangedFile } from "../pull-changes.ts";
import type { Repository } from "../state.ts";
import { nodeId, repositoryApi, repositoryPage } from "./addresses.ts";
import { simpleUser } from "./users.ts";

const unsigned = {
  verified: false,
  reason: "unsigned",
  signature: null,
  payload: null,
  verified_at: null,
} as const;

/** A commit with the accounts of its author and committer, as in lists of commits. */
export function serializeCommit(core: Core, repository: Repository, commit: Commit) {
  const url = repositoryApi(core, repository, `/commits/${commit.sha}`);
  return {
    sha: commit.sha,
    node_id: nodeId("Commit", commit.sha),
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: objectOf(core, repository, "trees", commit.tree),
      url: repositoryApi(core, repository, `/git/commits/${commit.sha}`),
      comment_count: 0,
      verification: unsigned,
    },
    url,
    html_url: repositoryPage(core, repository, `/commit/${commit.sha}`),
    comments_url: `${url}/comments`,
    author: accountOf(core, commit.author),
    committer: accountOf(core, commit.committer),
    parents: commit.parents.map((sha) => ({
      sha,
      url: repositoryApi(core, repository, `/commits/${sha}`),
      html_url: repositoryPage(core, repository, `/commit/${sha}`),
    })),
  };
}

/** A commit, as in the Git database API. */
export function serializeGitCommit(core: Core, repository: Repository, commit: Commit) {
  return {
    sha: commit.sha,
    node_id: nodeId("Commit", commit.sha),
    url: repositoryApi(core, repository, `/git/commits/${commit.sha}`),
    html_url: repositoryPage(core, repository, `/commit/${commit.sha}`),
    author: commit.author,
    committer: commit.committer,
    tree: objectOf(core, repository, "trees", commit.tree),
    message: commit.message,
    parents: commit.parents.map((sha) => ({
      ...objectOf(core, repository, "commits", sha),
      html_url: repositoryPage(core, repository, `/commit/${sha}`),
    })),
    verification: unsigned,
  };
}

/** A commit, as in push events. */
export function pushedCommit(core: Core, repository: Repository, commit: Commit) {
  const person = ({ name, email, date }: Signature) => {
    const user = userByMail(core, email);
    return { name, email, date, ...(user && { username: user.login }) };
  };
  return {
    id: commit.sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: commit.committer.date,
    url: repositoryPage(core, repository, `/commit/${commit.sha}`),
    author: person(commit.author),
    committer: person(commit.committer),
  };
}

export function serializeChangedFile(
  core: Core,
  repository: Repository,
  commit: string,
  file: ChangedFile,
) {
  const path = file.path.split("/").map(encodeURIComponent).join("/");
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: repositoryPage(core, repository, `/blob/${commit}/${path}`),
    raw_url: repositoryPage(core, repository, `/raw/${commit}/${path}`),
    contents_url: repositoryApi(core, repository, `/contents/${path}?ref=${commit}`),
    ...(file.patch !== undefined && { patch: file.patch }),
    ...(file.previousPath !== undefined && { previous_filename: file.previousPath }),
  };
}

/** The hash and URL of a Git object. */
export function objectOf(
  core: Core,
  repository: Repository,
  kind: "trees" | "commits" | "blobs",
  sha: string,
) {
  return { sha, url: repositoryApi(core, repository, `/git/${kind}/${sha}`) };
}

function accountOf(core: Core, { email }: Signature) {
  const user = userByMail(core, email);
  return user ? simpleUser(core, user) : null;
}
