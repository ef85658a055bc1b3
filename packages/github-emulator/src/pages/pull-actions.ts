/** What the buttons of a pull request do: what GitHub's own do, with the person's own rights. */
import type { Client } from "./client.ts";

type Action = (client: Client, number: number, input: Input) => Promise<unknown>;

export type Input = {
  login: string;
  body: string;
  /** The head as it was shown. */
  sha: string;
};

const actions: Readonly<Record<string, Action>> = {
  comment: ({ rest, at }, issue_number, { body }) =>
    rest.issues.createComment({ ...at, issue_number, body }),
  APPROVE: review("APPROVE"),
  REQUEST_CHANGES: review("REQUEST_CHANGES"),
  COMMENT: review("COMMENT"),
  // GitHub's button offers what the repository allows: there is one way here.
  merge: ({ rest, at }, pull_number, { sha }) =>
    rest.pulls.merge({ ...at, pull_number, sha, merge_method: "squash" }),
  close: setState("closed"),
  reopen: setState("open"),
  assign: ({ rest, at }, issue_number, { login }) =>
    rest.issues.addAssignees({ ...at, issue_number, assignees: [login] }),
  unassign: ({ rest, at }, issue_number, { login }) =>
    rest.issues.removeAssignees({ ...at, issue_number, assignees: [login] }),
};

/** Does what a button stands for. Throws an Error with GitHub's reason where that cannot be. */
export async function perform(
  client: Client,
  number: number,
  name: string,
  input: Input,
): Promise<void> {
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action) throw new Error(`There is no button “${name}”.`);
  await action(client, number, input);
}

function review(event: "APPROVE" | "REQUEST_CHANGES" | "COMMENT"): Action {
  return ({ rest, at }, pull_number, { body, sha }) =>
    rest.pulls.createReview({ ...at, pull_number, event, body, commit_id: sha });
}

/** What stands in the field is said first, as at GitHub. */
function setState(state: "open" | "closed"): Action {
  return async ({ rest, at }, number, { body }) => {
    if (body) await rest.issues.createComment({ ...at, issue_number: number, body });
    await rest.issues.update({ ...at, issue_number: number, state });
  };
}
