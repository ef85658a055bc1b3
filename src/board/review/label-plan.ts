/** Which labels a pull request is to have. */
import type { Progress } from "./acts.ts";
import type { Facts, Moment, PullRequest } from "./facts.ts";
import type { Kind } from "./kind.ts";
import {
  answeredLabel,
  kindLabels,
  markLabels,
  reasonPrefix,
  stateLabels,
  waitLabels,
} from "./labels.ts";
import { daysFrom, momentOf } from "./moments.ts";
import type { ReviewState } from "./state.ts";

export type LabelSource = {
  facts: Facts;
  kind: Kind;
  state: ReviewState;
  progress: Progress;
  /** Since when it has waited, where it waits. */
  since: Moment | undefined;
};

/** The labels that it is to have, as far as they are the bot’s. */
export function desiredLabels({
  facts,
  kind,
  state,
  progress,
  since,
}: LabelSource): ReadonlySet<string> {
  const { pull } = facts;
  if (kind.kind === "other") return new Set();
  const days = since === undefined ? 0 : daysFrom(since, momentOf(facts.now));
  const marks = Object.values(markLabels)
    .map(({ name }) => name)
    .filter((name) => pull.labels.includes(name) || progress.marks.has(name));
  const reason = "reason" in state && state.reason ? [`${reasonPrefix}${state.reason}`] : [];
  const isAnswered = "answered" in state && state.answered;
  const wait = waitLabels.find((label) => days >= label.days);
  return new Set([
    ...kindNames(kind, pull),
    ...stateNames(state),
    ...(isAnswered ? [answeredLabel.name] : []),
    ...(wait ? [wait.name] : []),
    ...marks,
    ...reason,
  ]);
}

const allKinds: readonly string[] = Object.values(kindLabels).map(({ name }) => name);

/** What is merged is on the board by now, so that its files no longer tell what it was. */
function kindNames({ kind }: Kind, pull: PullRequest): string[] {
  const known = pull.labels.filter((label) => allKinds.includes(label));
  if (pull.state !== "open" && known.length > 0) return known;
  return kind === "other" || kind === "refused" ? [] : [kindLabels[kind].name];
}

function stateNames({ state }: ReviewState): string[] {
  switch (state) {
    case "not-a-submission":
      return [];
    case "merged":
      return [stateLabels.approved.name];
    default:
      return [stateLabels[state].name];
  }
}

const managed: ReadonlySet<string> = new Set([
  ...allKinds,
  ...Object.values(stateLabels).map(({ name }) => name),
  answeredLabel.name,
  ...waitLabels.map(({ name }) => name),
]);

/** Whether a label is the bot’s to take away. Marks are a reviewer’s word, and stay. */
export function isManaged(label: string): boolean {
  return managed.has(label) || label.startsWith(reasonPrefix);
}
