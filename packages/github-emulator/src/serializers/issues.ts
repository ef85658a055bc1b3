/** Issues, comments, and events, as in responses. */
import type { Core } from "../core.ts";
import type { Comment, Issue, IssueEvent, Reaction, Repository } from "../state.ts";
import { sameName } from "../store.ts";
import { nodeId, repositoryApi, repositoryPage } from "./addresses.ts";
import { association, userByLogin } from "./users.ts";

/** The kinds of reactions, with their names in counts. */
export const reactionContents = [
  "+1",
  "-1",
  "laugh",
  "confused",
  "heart",
  "hooray",
  "rocket",
  "eyes",
] as const;

export function serializeLabel(core: Core, repository: Repository, name: string) {
  const label = repository.labels.find((known) => sameName(known.name, name));
  return {
    id: label?.id ?? 0,
    node_id: nodeId("Label", label?.id ?? 0),
    url: repositoryApi(core, repository, `/labels/${encodeURIComponent(name)}`),
    name: label?.name ?? name,
    color: label?.color ?? "ededed",
    default: false,
    description: label?.description ?? null,
  };
}

/** An issue, or a pull request as in lists of issues. */
export function serializeIssue(core: Core, repository: Repository, issue: Issue) {
  const { number, pull } = issue;
  const url = repositoryApi(core, repository, `/issues/${number}`);
  const pullUrl = repositoryApi(core, repository, `/pulls/${number}`);
  const page = repositoryPage(core, repository, `/${pull ? "pull" : "issues"}/${number}`);
  const assignees = issue.assignees.map((login) => userByLogin(core, login));
  return {
    url,
    repository_url: repositoryApi(core, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: page,
    id: issue.id,
    node_id: nodeId(pull ? "PullRequest" : "Issue", issue.id),
    number,
    title: issue.title,
    user: userByLogin(core, issue.author),
    labels: issue.labels.map((name) => serializeLabel(core, repository, name)),
    state: issue.state,
    state_reason: issue.stateReason,
    locked: false,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    comments: issue.comments.length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closed?.at ?? null,
    closed_by: issue.closed ? userByLogin(core, issue.closed.by) : null,
    author_association: association(core, repository, issue.author),
    active_lock_reason: null,
    body: issue.body,
    reactions: reactionCounts(url, issue.reactions),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    ...(pull && {
      draft: pull.draft,
      pull_request: {
        url: pullUrl,
        html_url: page,
        diff_url: `${page}.diff`,
        patch_url: `${page}.patch`,
        merged_at: pull.merged?.at ?? null,
      },
    }),
  };
}

export function serializeComment(
  core: Core,
  repository: Repository,
  issue: Issue,
  comment: Comment,
) {
  const url = repositoryApi(core, repository, `/issues/comments/${comment.id}`);
  const kind = issue.pull ? "pull" : "issues";
  return {
    url,
    html_url: repositoryPage(
      core,
      repository,
      `/${kind}/${issue.number}#issuecomment-${comment.id}`,
    ),
    issue_url: repositoryApi(core, repository, `/issues/${issue.number}`),
    id: comment.id,
    node_id: nodeId("IssueComment", comment.id),
    user: userByLogin(core, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(core, repository, comment.author),
    body: comment.body,
    reactions: reactionCounts(url, comment.reactions),
    performed_via_github_app: null,
  };
}

export function serializeReaction(core: Core, reaction: Reaction) {
  return {
    id: reaction.id,
    node_id: nodeId("Reaction", reaction.id),
    user: userByLogin(core, reaction.user),
    content: reaction.content,
    created_at: reaction.createdAt,
  };
}

export function serializeIssueEvent(core: Core, repository: Repository, event: IssueEvent) {
  const label = event.label && serializeLabel(core, repository, event.label);
  const assignee = event.assignee && userByLogin(core, event.assignee);
  return {
    id: event.id,
    node_id: nodeId("IssueEvent", event.id),
    url: repositoryApi(core, repository, `/issues/events/${event.id}`),
    actor: userByLogin(core, event.actor),
    event: event.event,
    commit_id: event.commit ?? null,
    commit_url: event.commit ? repositoryApi(core, repository, `/commits/${event.commit}`) : null,
    created_at: event.createdAt,
    performed_via_github_app: null,
    ...(label && { label: { name: label.name, color: label.color } }),
    // GitHub has the assignee twice here; `assigner` is the person who assigned them.
    ...(assignee && { assignee, assigner: userByLogin(core, event.actor) }),
  };
}

function reactionCounts(url: string, reactions: readonly Reaction[]) {
  const counts = reactionContents.map((content) => [
    content,
    reactions.filter((reaction) => reaction.content === content).length,
  ]);
  return {
    url: `${url}/reactions`,
    total_count: reactions.length,
    ...Object.fromEntries(counts),
  };
}
