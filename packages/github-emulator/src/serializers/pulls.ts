/** Pull requests and reviews, as in responses. */
import type { Caller } from "../authentication.ts";
import type { Core } from "../core.ts";
import { mergeabilityOf } from "../mergeability.ts";
import { changeCounts, pullRange } from "../pull-changes.ts";
import type { PullIssue, Repository, Review } from "../state.ts";
import { nodeId, repositoryApi, repositoryPage } from "./addresses.ts";
import { serializeLabel } from "./issues.ts";
import { simpleRepository } from "./repositories.ts";
import { association, userByLogin } from "./users.ts";

/** A pull request, as in lists. */
export function simplePull(core: Core, repository: Repository, issue: PullIssue, caller: Caller) {
  const { number, pull } = issue;
  const api = repositoryApi(core, repository, `/pulls/${number}`);
  const issueApi = repositoryApi(core, repository, `/issues/${number}`);
  const page = repositoryPage(core, repository, `/pull/${number}`);
  const statuses = repositoryApi(core, repository, `/statuses/${pull.headSha}`);
  const assignees = issue.assignees.map((login) => userByLogin(core, login));
  const headRepository = core.store.repositoryById(pull.headRepositoryId);
  return {
    url: api,
    id: issue.id,
    node_id: nodeId("PullRequest", issue.id),
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issueApi,
    number,
    state: issue.state,
    locked: false,
    title: issue.title,
    user: userByLogin(core, issue.author),
    body: issue.body,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closed?.at ?? null,
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: (pull.merged ?? pull.testMerge)?.commit ?? null,
    assignee: assignees[0] ?? null,
    assignees,
    requested_reviewers: [],
    requested_teams: [],
    labels: issue.labels.map((name) => serializeLabel(core, repository, name)),
    milestone: null,
    draft: pull.draft,
    commits_url: `${api}/commits`,
    review_comments_url: `${api}/comments`,
    review_comment_url: repositoryApi(core, repository, "/pulls/comments{/number}"),
    comments_url: `${issueApi}/comments`,
    statuses_url: statuses,
    head: {
      label: `${pull.headOwner}:${pull.headRef}`,
      ref: pull.headRef,
      sha: pull.headSha,
      user: userByLogin(core, pull.headOwner),
      repo: headRepository ? simpleRepository(core, headRepository, caller) : null,
    },
    base: {
      label: `${repository.owner}:${pull.baseRef}`,
      ref: pull.baseRef,
      sha: pull.baseSha,
      user: userByLogin(core, repository.owner),
      repo: simpleRepository(core, repository, caller),
    },
    _links: {
      self: { href: api },
      html: { href: page },
      issue: { href: issueApi },
      comments: { href: `${issueApi}/comments` },
      review_comments: { href: `${api}/comments` },
      review_comment: { href: repositoryApi(core, repository, "/pulls/comments{/number}") },
      commits: { href: `${api}/commits` },
      statuses: { href: statuses },
    },
    author_association: association(core, repository, issue.author),
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** A pull request with everything computed with Git. */
export async function fullPull(
  core: Core,
  repository: Repository,
  issue: PullIssue,
  caller: Caller,
) {
  const { pull } = issue;
  const range = await pullRange(core, repository, pull);
  const counts = await changeCounts(core, repository, range);
  // First, because the rest includes the result of this test merge.
  const mergeability = await mergeabilityOf(core, repository, issue);
  return {
    ...simplePull(core, repository, issue, caller),
    merged: pull.merged !== null,
    ...mergeability,
    rebaseable: null,
    merged_by: pull.merged ? userByLogin(core, pull.merged.by) : null,
    comments: issue.comments.length,
    review_comments: 0,
    maintainer_can_modify: pull.maintainerCanModify,
    ...counts,
  };
}

export function serializeReview(
  core: Core,
  repository: Repository,
  issue: PullIssue,
  review: Review,
) {
  const pullApi = repositoryApi(core, repository, `/pulls/${issue.number}`);
  const page = repositoryPage(
    core,
    repository,
    `/pull/${issue.number}#pullrequestreview-${review.id}`,
  );
  return {
    id: review.id,
    node_id: nodeId("PullRequestReview", review.id),
    user: userByLogin(core, review.author),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: pullApi,
    author_association: association(core, repository, review.author),
    _links: { html: { href: page }, pull_request: { href: pullApi } },
    submitted_at: review.submittedAt,
    commit_id: review.commit,
  };
}
