/** The statuses of a commit: only the latest of each context. */
import type { Status, StatusContext } from "@octokit/graphql-schema";
import { joined, lastStatuses } from "../api/statuses.ts";
import { nodeId } from "../serializers/addresses.ts";
import type { Status as CommitStatus, Repository } from "../state.ts";
import { actor } from "./actors.ts";
import type { Arguments, Fields, Viewer } from "./fields.ts";

/** `null` for a commit without statuses. */
export function commitStatus(viewer: Viewer, repository: Repository, sha: string) {
  const statuses = lastStatuses(viewer.core, repository, sha);
  if (statuses.length === 0) return null;
  return {
    id: nodeId("Status", sha),
    state: joined(statuses).toUpperCase(),
    contexts: () => statuses.map((status) => statusContext(viewer, status)),
    context(given: Arguments) {
      const name = given.text("name");
      const status = statuses.find(({ context }) => context === name);
      return status ? statusContext(viewer, status) : null;
    },
  } satisfies Fields<Status>;
}

function statusContext(viewer: Viewer, status: CommitStatus) {
  return {
    __typename: "StatusContext",
    id: nodeId("StatusContext", status.id),
    context: status.context,
    state: status.state.toUpperCase(),
    description: status.description,
    targetUrl: status.targetUrl,
    createdAt: status.createdAt,
    creator: actor(viewer, status.creator),
  } satisfies Fields<StatusContext>;
}
