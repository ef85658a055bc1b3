/** Comments, reactions to them, and labels. */
import type { IssueComment, Label, Reaction, ReactionGroup } from "@octokit/graphql-schema";
import { nodeId, repositoryPage } from "../serializers/addresses.ts";
import type { reactionContents } from "../serializers/issues.ts";
import { association } from "../serializers/users.ts";
import type { Comment, Reaction as CommentReaction, Issue, Repository } from "../state.ts";
import { sameName } from "../store.ts";
import { actor, user } from "./actors.ts";
import { connection } from "./connection.ts";
import type { Arguments, Fields, Viewer } from "./fields.ts";

export function commentFields(
  viewer: Viewer,
  repository: Repository,
  issue: Issue,
  comment: Comment,
) {
  const page = `/${issue.pull ? "pull" : "issues"}/${issue.number}#issuecomment-${comment.id}`;
  return {
    __typename: "IssueComment",
    id: nodeId("IssueComment", comment.id),
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    author: () => actor(viewer, comment.author),
    authorAssociation: () => association(viewer.core, repository, comment.author),
    viewerDidAuthor: sameName(comment.author, viewer.caller.user.login),
    body: comment.body,
    createdAt: comment.createdAt,
    publishedAt: comment.createdAt,
    updatedAt: comment.updatedAt,
    lastEditedAt: comment.lastEditedAt ?? null,
    includesCreatedEdit: comment.lastEditedAt !== undefined,
    // Hiding comments is not supported.
    isMinimized: false,
    minimizedReason: null,
    url: repositoryPage(viewer.core, repository, page),
    reactionGroups: () => reactionGroups(viewer, comment.reactions),
    reactions: (given: Arguments) => reactions(viewer, comment.reactions, given),
  } satisfies Fields<IssueComment>;
}

/** A label of the repository, which may have been deleted since it was added. */
export function labelFields(repository: Repository, name: string) {
  const label = repository.labels.find((known) => sameName(known.name, name));
  return {
    __typename: "Label",
    id: nodeId("Label", label?.id ?? 0),
    name: label?.name ?? name,
    color: label?.color ?? "ededed",
    description: label?.description ?? null,
    isDefault: false,
  } satisfies Fields<Label>;
}

/** GraphQL's names of reactions, in its order. */
const reactionNames: Readonly<Record<(typeof reactionContents)[number], string>> = {
  "+1": "THUMBS_UP",
  "-1": "THUMBS_DOWN",
  laugh: "LAUGH",
  hooray: "HOORAY",
  confused: "CONFUSED",
  heart: "HEART",
  rocket: "ROCKET",
  eyes: "EYES",
};

/** One for each kind, including unused ones. */
/** The name that the REST API has for a reaction. */
export function reactionContentOf(name: string): string {
  return Object.entries(reactionNames).find(([, known]) => known === name)?.[0] ?? name;
}

export function reactionGroups(viewer: Viewer, all: readonly CommentReaction[]) {
  return Object.entries(reactionNames).map(([content, name]) => {
    const group = all.filter((reaction) => reaction.content === content);
    const { login } = viewer.caller.user;
    return {
      content: name,
      createdAt: group[0]?.createdAt ?? null,
      viewerHasReacted: group.some((reaction) => sameName(reaction.user, login)),
      reactors: (given: Arguments) =>
        connection(given, {
          items: group,
          positionOf: ({ id }) => [id],
          node: (reaction) => actor(viewer, reaction.user),
          edge: ({ createdAt }) => ({ reactedAt: createdAt }),
        }),
    } satisfies Fields<ReactionGroup>;
  });
}

export function reactions(viewer: Viewer, all: readonly CommentReaction[], given: Arguments) {
  const content = given.text("content");
  const names: Readonly<Record<string, string>> = reactionNames;
  return connection(given, {
    items: all.filter((reaction) => !content || names[reaction.content] === content),
    positionOf: ({ id }) => [id],
    node(reaction) {
      const account = viewer.core.store.user(reaction.user);
      return {
        id: nodeId("Reaction", reaction.id),
        databaseId: reaction.id,
        content: names[reaction.content],
        createdAt: reaction.createdAt,
        user: account ? user(viewer, account) : null,
      } satisfies Fields<Reaction>;
    },
  });
}
