/** The outcome of an action. */
import { refusalIn } from "../errors.ts";

export type Outcome =
  | { outcome: "done" }
  /** Nothing had to be changed. */
  | { outcome: "already" }
  /** Something has changed since the plan was made, so the rest of it is skipped. */
  | { outcome: "overtaken"; because: string }
  /** GitHub refused. The rest of the plan does not depend on it. */
  | { outcome: "refused"; because: string }
  | NotMerged;

/** GitHub refused to merge a pull request, so the rest of the plan is skipped. */
export type NotMerged = { outcome: "not-merged"; pull: number; head: string; because: string };

export const done: Outcome = { outcome: "done" };
export const already: Outcome = { outcome: "already" };

/** The outcome of an attempt, also if GitHub understands and refuses it. Other failures are thrown. */
export async function orRefused(attempt: Promise<Outcome>): Promise<Outcome> {
  try {
    return await attempt;
  } catch (error) {
    const because = refusalIn(error);
    if (because === undefined) throw error;
    return { outcome: "refused", because };
  }
}

/** Whether GitHub now matches the action. */
export function isApplied({ outcome }: Outcome): boolean {
  return outcome === "done" || outcome === "already";
}

/** `done` if something was changed, otherwise `already`. */
export function changed(isChanged: boolean): Outcome {
  return isChanged ? done : already;
}
