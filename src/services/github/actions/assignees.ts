import type { Login } from "../../../board/review/facts.ts";
import { isSame } from "../../../board/review/people.ts";
import type { GitHub } from "../client.ts";
import { getPull } from "../facts/pull-request.ts";
import type { Outcome } from "./outcome.ts";
import { already, done } from "./outcome.ts";

type Assigned = { assignees?: readonly { login: Login }[] | null };

/** GitHub assigns those who may write or have taken part, and passes over others without a word. */
export async function assign(github: GitHub, pull: number, login: Login): Promise<Outcome> {
  if (isAssigned(await getPull(github, pull), login)) return already;
  const { data } = await github.rest.issues.addAssignees({
    ...github.at,
    issue_number: pull,
    assignees: [login],
  });
  if (isAssigned(data, login)) return done;
  return {
    outcome: "refused",
    because: `GitHub does not assign ${login}. Give them a role in the repository (triage is enough).`,
  };
}

export async function unassign(github: GitHub, pull: number, login: Login): Promise<Outcome> {
  if (!isAssigned(await getPull(github, pull), login)) return already;
  await github.rest.issues.removeAssignees({
    ...github.at,
    issue_number: pull,
    assignees: [login],
  });
  return done;
}

function isAssigned({ assignees }: Assigned, login: Login): boolean {
  return assignees?.some((person) => isSame(person.login, login)) ?? false;
}
