/** The timeline of an issue or a pull request, in chronological order. */
import { nodeId } from "../serializers/addresses.ts";
import type { Issue, IssueEvent, Repository } from "../state.ts";
import { actor } from "./actors.ts";
import { commentFields, labelFields } from "./comments.ts";
import { connection } from "./connection.ts";
import type { Arguments, Viewer } from "./fields.ts";
import { commitNamed } from "./objects.ts";

/** An item of a timeline: when it happened, and what sorts items in the same second. */
export type TimelineItem = {
  at: string;
  order: number;
  /** Such as `ClosedEvent`. */
  type: string;
  node(): unknown;
};

/** By the REST API's names of events. */
const eventTypes: Readonly<Record<string, string>> = {
  assigned: "AssignedEvent",
  base_ref_changed: "BaseRefChangedEvent",
  closed: "ClosedEvent",
  convert_to_draft: "ConvertToDraftEvent",
  head_ref_force_pushed: "HeadRefForcePushedEvent",
  labeled: "LabeledEvent",
  merged: "MergedEvent",
  ready_for_review: "ReadyForReviewEvent",
  renamed: "RenamedTitleEvent",
  reopened: "ReopenedEvent",
  review_dismissed: "ReviewDismissedEvent",
  unassigned: "UnassignedEvent",
  unlabeled: "UnlabeledEvent",
};

/** The requested items. `more`: those that only a pull request has. */
export function timeline(
  viewer: Viewer,
  repository: Repository,
  issue: Issue,
  given: Arguments,
  more: readonly TimelineItem[],
) {
  const types = given.texts("itemTypes");
  const since = given.text("since") ?? "";
  const items = [
    ...events(viewer, repository, issue),
    ...comments(viewer, repository, issue),
    ...more,
  ]
    .filter(({ at, type }) => at >= since && (!types || types.includes(enumName(type))))
    .toSorted(
      (one, other) =>
        (one.at < other.at ? -1 : Number(one.at > other.at)) || one.order - other.order,
    );
  return {
    ...connection(given, {
      items,
      positionOf: ({ at, order }) => [at, order],
      node: (item) => item.node(),
    }),
    updatedAt: items.at(-1)?.at ?? issue.createdAt,
  };
}

/** The type's name in `itemTypes`: CLOSED_EVENT. */
function enumName(type: string): string {
  return type.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
}

function comments(viewer: Viewer, repository: Repository, issue: Issue): TimelineItem[] {
  return issue.comments.map((comment) => ({
    at: comment.createdAt,
    order: comment.id,
    type: "IssueComment",
    node: () => commentFields(viewer, repository, issue, comment),
  }));
}

function events(viewer: Viewer, repository: Repository, issue: Issue): TimelineItem[] {
  return issue.events.map((event) => {
    const type = eventTypes[event.event];
    if (!type) throw new Error(`The timeline has no type for the event “${event.event}”.`);
    const node = () => eventFields(viewer, repository, issue, event, type);
    return { at: event.createdAt, order: event.id, type, node };
  });
}

function eventFields(
  viewer: Viewer,
  repository: Repository,
  issue: Issue,
  event: IssueEvent,
  type: string,
) {
  const { label, assignee, commit, before } = event;
  const known = (sha: string) => () => commitNamed(viewer, repository, sha);
  return {
    __typename: type,
    id: nodeId("IssueEvent", event.id),
    actor: actor(viewer, event.actor),
    createdAt: event.createdAt,
    ...(label !== undefined && { label: labelFields(repository, label) }),
    ...(assignee !== undefined && { assignee: actor(viewer, assignee) }),
    ...(type === "MergedEvent" &&
      commit && { commit: known(commit), mergeRefName: issue.pull?.baseRef }),
    ...(before && commit && { beforeCommit: known(before), afterCommit: known(commit) }),
  };
}
