/** What became of one action. */
export type Outcome =
  | { outcome: "done" }
  /** It was so before. */
  | { outcome: "already" }
  /** Things are no longer as they were when the plan was made: the rest of it is not carried out. */
  | { outcome: "overtaken"; because: string }
  /** GitHub does not let it be; the rest of the plan does not depend on it. */
  | { outcome: "refused"; because: string }
  | NotMerged;

/** GitHub does not merge a pull request, so the rest of the plan makes no sense. */
export type NotMerged = { outcome: "not-merged"; pull: number; head: string; because: string };

export const done: Outcome = { outcome: "done" };
export const already: Outcome = { outcome: "already" };

/** Whether it is so now. */
export function isApplied({ outcome }: Outcome): boolean {
  return outcome === "done" || outcome === "already";
}

/** `done` where something had to be changed. */
export function changed(isChanged: boolean): Outcome {
  return isChanged ? done : already;
}
