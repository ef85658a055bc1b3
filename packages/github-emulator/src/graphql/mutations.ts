/** Changes by the GraphQL API: labels, comments and reactions, of which a request may make several. */
import type { Mutation } from "@octokit/graphql-schema";
import { appPermissions } from "../api/issues.ts";
import { addLabels, editComment, removeLabels } from "../issue-updates.ts";
import type { Need } from "../permissions.ts";
import { may } from "../permissions.ts";
import { nodeId } from "../serializers/addresses.ts";
import type { Issue, Repository } from "../state.ts";
import { reactionContentOf } from "./comments.ts";
import { QueryError } from "./errors.ts";
import type { Arguments, Fields, Viewer } from "./fields.ts";

type Found = { repository: Repository; issue: Issue };

/** Each returns only what programs ask for that do not need the result. */
export function mutations(viewer: Viewer) {
  const { core, caller } = viewer;
  const changeLabels = (change: typeof addLabels, isAdded: boolean) => async (given: Arguments) => {
    const { labelableId, labelIds, clientMutationId = null } = inputOf(given);
    const { repository, issue } = findIssue(viewer, String(labelableId), "triage");
    const names = [labelIds].flat().map((id) => labelName(repository, String(id)));
    const changed = names.filter((name) => issue.labels.includes(name) !== isAdded);
    await change(core, repository, caller, issue, changed);
    core.store.save();
    return { clientMutationId };
  };
  return {
    addLabelsToLabelable: changeLabels(addLabels, true),
    removeLabelsFromLabelable: changeLabels(removeLabels, false),
    addReaction(given: Arguments) {
      const { subjectId, content: name, clientMutationId = null } = inputOf(given);
      const { comment } = findComment(viewer, String(subjectId));
      const content = reactionContentOf(String(name));
      const user = caller.user.login;
      if (!comment.reactions.some((known) => known.user === user && known.content === content)) {
        const [id, createdAt] = [core.store.nextId(), core.store.moment()];
        comment.reactions.push({ id, user, content, createdAt });
        core.store.save();
      }
      return { clientMutationId };
    },
    updateIssueComment(given: Arguments) {
      const { id, body, clientMutationId = null } = inputOf(given);
      const { comment, ...found } = findComment(viewer, String(id));
      if (comment.author !== caller.user.login) changeable(viewer, found, "write");
      editComment(core, found.repository, caller, { issue: found.issue, comment }, String(body));
      core.store.save();
      return { clientMutationId };
    },
  } satisfies Fields<Mutation>;
}

function inputOf(given: Arguments): Readonly<Record<string, unknown>> {
  return given.object("input") ?? {};
}

function findIssue(viewer: Viewer, id: string, role: Need["role"]): Found {
  for (const repository of viewer.core.store.state.repositories) {
    const issue = repository.issues.find(
      (known) => nodeId(known.pull ? "PullRequest" : "Issue", known.id) === id,
    );
    if (issue) return changeable(viewer, { repository, issue }, role);
  }
  throw unresolved(id);
}

function findComment(viewer: Viewer, id: string) {
  for (const repository of viewer.core.store.state.repositories) {
    for (const issue of repository.issues) {
      const comment = issue.comments.find((known) => nodeId("IssueComment", known.id) === id);
      if (comment) return { ...changeable(viewer, { repository, issue }, "read"), comment };
    }
  }
  throw unresolved(id);
}

function changeable({ caller }: Viewer, found: Found, role: Need["role"]): Found {
  if (may(caller, found.repository, { role, app: appPermissions(found.issue) })) return found;
  throw new QueryError(
    "FORBIDDEN",
    caller.kind === "installation"
      ? "Resource not accessible by integration"
      : `${caller.user.login} does not have the correct permissions to execute this mutation`,
  );
}

function labelName(repository: Repository, id: string): string {
  const label = repository.labels.find((known) => nodeId("Label", known.id) === id);
  if (label) return label.name;
  throw unresolved(id);
}

function unresolved(id: string): QueryError {
  return new QueryError("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'.`);
}
