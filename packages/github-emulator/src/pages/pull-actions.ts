/** What the buttons of a pull request or an issue do, with the permissions of whoever is signed in. */
import type { Client } from "./client.ts";

type Action = (client: Client, number: number, input: Input) => Promise<unknown>;

export type Input = {
  login: string;
  body: string;
  /** The head commit that the page showed. */
  sha: string;
};

/** How often to check whether the test merge is done before requesting the merge anyway. */
const mostLooks = 5;

const actions: Readonly<Record<string, Action>> = {
  comment: ({ rest, at }, issue_number, { body }) =>
    rest.issues.createComment({ ...at, issue_number, body }),
  APPROVE: review("APPROVE"),
  REQUEST_CHANGES: review("REQUEST_CHANGES"),
  COMMENT: review("COMMENT"),
  // The only method that these pages offer.
  async merge({ rest, at }, pull_number, { sha }) {
    // GitHub's own page offers the button once the test merge is done.
    let looks = 0;
    while ((await rest.pulls.get({ ...at, pull_number })).data.mergeable === null) {
      looks += 1;
      if (looks === mostLooks) break;
    }
    return await rest.pulls.merge({ ...at, pull_number, sha, merge_method: "squash" });
  },
  close: setState("closed"),
  reopen: setState("open"),
  assign: ({ rest, at }, issue_number, { login }) =>
    rest.issues.addAssignees({ ...at, issue_number, assignees: [login] }),
  unassign: ({ rest, at }, issue_number, { login }) =>
    rest.issues.removeAssignees({ ...at, issue_number, assignees: [login] }),
};

/** Performs the action of a button. Throws an Error with GitHub's reason if it is refused. */
export async function perform(
  client: Client,
  number: number,
  name: string,
  input: Input,
): Promise<void> {
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action) throw new Error(`Unknown action “${name}”.`);
  await action(client, number, input);
}

function review(event: "APPROVE" | "REQUEST_CHANGES" | "COMMENT"): Action {
  return ({ rest, at }, pull_number, { body, sha }) =>
    rest.pulls.createReview({ ...at, pull_number, event, body, commit_id: sha });
}

/** Posts the text of the field first, as GitHub does. */
function setState(state: "open" | "closed"): Action {
  return async ({ rest, at }, number, { body }) => {
    if (body) await rest.issues.createComment({ ...at, issue_number: number, body });
    await rest.issues.update({ ...at, issue_number: number, state });
  };
}
