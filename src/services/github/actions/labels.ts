/**
 * Adds and removes labels. They are never replaced by a list of all: that could lose one which somebody has just added.
 */
import type { GitHub } from "../client.ts";
import { unlessStatus } from "../errors.ts";
import type { Outcome } from "./outcome.ts";
import { changed, done } from "./outcome.ts";

export async function addLabels(
  { rest, at }: GitHub,
  issue: number,
  labels: readonly string[],
): Promise<Outcome> {
  await rest.issues.addLabels({ ...at, issue_number: issue, labels: [...labels] });
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
