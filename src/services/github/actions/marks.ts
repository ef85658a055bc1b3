/** Sets labels and reactions, and edits the status comment, with one request. Each can be repeated without harm. */
import type { Action } from "../../../board/review/plan.ts";
import type { GitHub } from "../client.ts";
import { isQueryRefused } from "../errors.ts";
import type { NodeIds } from "../facts/discussion.ts";

export type Mark = Extract<
  Action,
  { do: "add-labels" | "remove-label" | "write-comment" | "react" }
>;

export function isMark(action: Action): action is Mark {
  if (action.do === "write-comment") return action.id !== null;
  return action.do === "add-labels" || action.do === "remove-label" || action.do === "react";
}

type Change = { field: string; type: string; input: Readonly<Record<string, unknown>> };

const reactionNames = { "+1": "THUMBS_UP", confused: "CONFUSED" } as const;

/**
 * Sets all marks.
 *
 * @returns `false` if that is not possible in this way, such as for a label that the repository does not have yet
 */
export async function setMarks(
  { github, nodeIds }: { github: Pick<GitHub, "graphql">; nodeIds?: NodeIds | undefined },
  marks: readonly Mark[],
): Promise<boolean> {
  const changes = nodeIds && marks.map((mark) => changeFor(mark, nodeIds));
  if (!changes?.every((change) => change !== undefined)) return false;
  const names = changes.map((_, index) => `change${index}`);
  const parameters = changes.map(({ type }, index) => `$${names[index]}: ${type}!`);
  const fields = changes.map(
    ({ field }, index) => `${names[index]}: ${field}(input: $${names[index]}) { clientMutationId }`,
  );
  const mutation = `mutation (${parameters.join(", ")}) { ${fields.join("\n")} }`;
  const inputs = changes.map(({ input }, index) => [names[index], input] as const);
  try {
    await github.graphql(mutation, Object.fromEntries(inputs));
    return true;
  } catch (error) {
    // Such as for a comment that was just deleted. The others may be set, which does no harm.
    if (isQueryRefused(error)) return false;
    throw error;
  }
}

/** `undefined` if something is unknown to GraphQL. */
function changeFor(mark: Mark, nodeIds: NodeIds): Change | undefined {
  if (mark.do === "react") {
    const subjectId = nodeIds.comments.get(mark.comment);
    const input = { subjectId, content: reactionNames[mark.reaction] };
    return subjectId ? { field: "addReaction", type: "AddReactionInput", input } : undefined;
  }
  if (mark.do === "write-comment") {
    const id = nodeIds.comments.get(mark.id ?? 0);
    const input = { id, body: mark.body };
    return id ? { field: "updateIssueComment", type: "UpdateIssueCommentInput", input } : undefined;
  }
  return changeOfLabels(mark, nodeIds);
}

function changeOfLabels(
  mark: Extract<Mark, { do: "add-labels" | "remove-label" }>,
  { pull, labels }: NodeIds,
): Change | undefined {
  const names = mark.do === "add-labels" ? mark.labels : [mark.label];
  const labelIds = names.flatMap((name) => labels.get(name) ?? []);
  if (labelIds.length < names.length) return undefined;
  const input = { labelableId: pull, labelIds };
  return mark.do === "add-labels"
    ? { field: "addLabelsToLabelable", type: "AddLabelsToLabelableInput", input }
    : { field: "removeLabelsFromLabelable", type: "RemoveLabelsFromLabelableInput", input };
}
