/** Adds and removes labels. */
import type { GitHub } from "../client.ts";
import { unlessStatus } from "../errors.ts";
import type { Outcome } from "./outcome.ts";
import { changed, done } from "./outcome.ts";

export async function addLabel(github: GitHub, pull: number, label: string): Promise<Outcome> {
  const { rest, at } = github;
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
