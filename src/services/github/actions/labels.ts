/** Adds a label to a pull request or issue, or removes it. */
import type { GitHub } from "../client.ts";
import { unlessStatus } from "../errors.ts";
import type { Outcome } from "./outcome.ts";
import { already, changed, done } from "./outcome.ts";

export async function addLabel(github: GitHub, pull: number, label: string): Promise<Outcome> {
  const { rest, at } = github;
  const { data } = await rest.issues.listLabelsOnIssue({
    ...at,
    issue_number: pull,
    per_page: 100,
  });
  if (data.some(({ name }) => name === label)) return already;
  await rest.issues.addLabels({ ...at, issue_number: pull, labels: [label] });
  return done;
}

export async function removeLabel(
  { rest, at }: GitHub,
  pull: number,
  label: string,
): Promise<Outcome> {
  const removed = await unlessStatus(
    [404],
    rest.issues.removeLabel({ ...at, issue_number: pull, name: label }),
  );
  return changed(removed !== undefined);
}
