/** Which labels a pull request should have. */

import type { Kind } from "./classify.ts";
import type { ReviewContext } from "./context.ts";
import { waitingSince } from "./context.ts";
import type { Facts, PullRequest } from "./facts.ts";
import { reasonPrefix } from "./label-names.ts";
import { answeredLabel, kindLabels, markLabels, stateLabels, waitLabels } from "./labels.ts";
import type { ReviewOutcome } from "./review-session.ts";
import type { ReviewStatus } from "./status.ts";
import { daysFrom, momentOf } from "./timestamps.ts";

type LabelSource = {
  facts: Facts;
  context: ReviewContext;
  outcome: ReviewOutcome;
  status: ReviewStatus;
};

/** The labels that it should have, of those that the bot manages. */
export function desiredLabels({
  facts,
  context: { kind, isFeatureRefused },
  outcome,
  status,
}: LabelSource): ReadonlySet<string> {
  const { pull } = facts;
  if (kind.kind === "other" && status.state === "not-a-submission") return new Set();
  const isReviewersTurn = status.state === "waiting" || status.state === "claimed";
  const since = isReviewersTurn ? (outcome.answeredAt ?? waitingSince(pull)) : undefined;
  const days = since === undefined ? 0 : daysFrom(since, momentOf(facts.now));
  const marks = Object.values(markLabels)
    .map(({ name }) => name)
    .filter((name) => {
      const isKept = !isFeatureRefused || name !== markLabels.featured.name;
      return (isKept && pull.labels.includes(name)) || outcome.marks.has(name);
    });
  const reason = "reason" in status && status.reason ? [`${reasonPrefix}${status.reason}`] : [];
  const isAnswered = "answered" in status && status.answered;
  const wait = waitLabels.find((label) => days >= label.days);
  return new Set([
    ...kindNames(kind, pull),
    ...(status.state === "not-a-submission" ? [] : [stateLabels[status.state].name]),
    ...(isAnswered ? [answeredLabel.name] : []),
    ...(wait ? [wait.name] : []),
    ...marks,
    ...reason,
  ]);
}

const allKinds: readonly string[] = Object.values(kindLabels).map(({ name }) => name);

/** After a merge the files no longer show whether a post was new, so it keeps its label. */
function kindNames({ kind }: Kind, pull: PullRequest): string[] {
  const known = pull.labels.filter(isKindLabel);
  if (pull.state !== "open" && known.length > 0) return known;
  return kind === "other" || kind === "refused" ? [] : [kindLabels[kind].name];
}

/** Whether a label says what a pull request is. */
export function isKindLabel(label: string): boolean {
  return allKinds.includes(label);
}

const managed: ReadonlySet<string> = new Set([
  ...allKinds,
  ...Object.values(stateLabels).map(({ name }) => name),
  answeredLabel.name,
  ...waitLabels.map(({ name }) => name),
]);

/** Whether the bot may remove a label. Marks are a reviewer’s decision, so they stay. */
export function isManaged(label: string): boolean {
  return managed.has(label) || label.startsWith(reasonPrefix);
}
