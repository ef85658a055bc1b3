/** Issues, and what pull requests share with them. */
import type { Issue } from "@octokit/graphql-schema";
import { nodeId, repositoryPage } from "../serializers/addresses.ts";
import { association } from "../serializers/users.ts";
import type { Repository, Issue as RepositoryIssue } from "../state.ts";
import { sameName } from "../store.ts";
import { actor, user } from "./actors.ts";
import { commentFields, labelFields, reactionGroups, reactions } from "./comments.ts";
import { connection } from "./connection.ts";
import type { Arguments, Fields, Viewer } from "./fields.ts";
import { timeline } from "./timeline.ts";

export function issueFields(viewer: Viewer, repository: Repository, issue: RepositoryIssue) {
  return {
    __typename: "Issue",
    ...conversation(viewer, repository, issue),
    id: nodeId("Issue", issue.id),
    state: issue.state.toUpperCase(),
    stateReason: issue.stateReason?.toUpperCase() ?? null,
    timelineItems: (given: Arguments) => timeline(viewer, repository, issue, given, []),
  } satisfies Fields<Issue>;
}

/** The fields that issues and pull requests have in common. */
export function conversation(viewer: Viewer, repository: Repository, issue: RepositoryIssue) {
  const { core } = viewer;
  const page = `/${issue.pull ? "pull" : "issues"}/${issue.number}`;
  return {
    databaseId: issue.id,
    fullDatabaseId: String(issue.id),
    number: issue.number,
    title: issue.title,
    body: issue.body ?? "",
    author: () => actor(viewer, issue.author),
    authorAssociation: () => association(core, repository, issue.author),
    viewerDidAuthor: sameName(issue.author, viewer.caller.user.login),
    closed: issue.state === "closed",
    createdAt: issue.createdAt,
    publishedAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    closedAt: issue.closed?.at ?? null,
    lastEditedAt: issue.lastEditedAt ?? null,
    locked: false,
    repository: () => viewer.repositoryFields(repository),
    url: repositoryPage(core, repository, page),
    reactionGroups: () => reactionGroups(viewer, issue.reactions),
    reactions: (given: Arguments) => reactions(viewer, issue.reactions, given),
    labels: (given: Arguments) =>
      connection(given, {
        items: issue.labels,
        positionOf: (_, index) => [index],
        node: (name) => labelFields(repository, name),
      }),
    assignees: (given: Arguments) =>
      connection(given, {
        items: issue.assignees.flatMap((login) => core.store.user(login) ?? []),
        positionOf: (_, index) => [index],
        node: (account) => user(viewer, account),
      }),
    comments: (given: Arguments) =>
      connection(given, {
        items: issue.comments,
        positionOf: ({ id }) => [id],
        node: (comment) => commentFields(viewer, repository, issue, comment),
      }),
  } satisfies Fields<Issue>;
}
