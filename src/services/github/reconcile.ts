/** Gathers, decides, and applies. */
import { setTimeout } from "node:timers/promises";
import * as words from "#words/github.ts";
import type { BoardConfig } from "../../board/config.ts";
import type { Facts } from "../../board/review/facts.ts";
import { factsAfter } from "../../board/review/facts-after.ts";
import type { Action, Plan } from "../../board/review/plan.ts";
import type { GitObjects } from "../git-objects.ts";
import { isApplied } from "./actions/outcome.ts";
import type { ActionResult, MergeAction } from "./apply.ts";
import { applyActions, isAsked } from "./apply.ts";
import type { GitHub } from "./client.ts";
import type { NodeIds } from "./facts/discussion.ts";
import type { Ignored } from "./facts/pull-request.ts";
import type { Gathered } from "./gather.ts";

export type Review = {
  github: GitHub;
  config: BoardConfig;
  /** Of the board’s repository. */
  objects: GitObjects;
  gather(pull: number): Promise<Gathered>;
  decide(facts: Facts, config: BoardConfig): Plan;
};

/** What was decided, and of what. */
export type Decided = { plan: Plan; facts: Facts; nodeIds?: NodeIds | undefined };

export type Step = Decided | ActionResult | Ignored;

/** How often to decide again because something changed in the meantime. */
const rounds = 6;

/** Returns the plan for a pull request, without applying it. */
export async function planFor(
  { gather, decide, config }: Review,
  pull: number,
): Promise<Decided | Ignored> {
  const facts = await gather(pull);
  if ("ignored" in facts) return facts;
  return { plan: decide(facts, config), facts, nodeIds: facts.nodeIds };
}

/**
 * Gathers the facts of a pull request, decides, and applies the plan, yielding every step. Once a plan is
 * applied, the next one would be empty, so this decides again only if the pull request has changed in the meantime.
 * Throws an Error if it keeps changing.
 */
export async function* reconcile(review: Review, pull: number): AsyncGenerator<Step> {
  const { github, config, objects } = review;
  for (let round = 1; round <= rounds; round += 1) {
    const decided = await planFor(review, pull);
    yield decided;
    if ("ignored" in decided) return;
    const isStillPlanned = async (merge: MergeAction) => {
      const now = await planFor(review, pull);
      return "plan" in now && now.plan.actions.some((action) => isSameMerge(action, merge));
    };
    const { facts, nodeIds } = decided;
    const assignment = { github, config, objects, pull: facts.pull, nodeIds, isStillPlanned };
    let isChanged = false;
    for await (const result of applyActions(decided.plan.actions, assignment)) {
      yield result;
      isChanged ||= changesFacts(result);
    }
    if (!isChanged) return;
    await setTimeout(github.retryDelay * round);
  }
  throw new Error(words.planKeepsChanging(pull));
}

/**
 * The last decision and what is known of the pull request after a step, without asking GitHub again; `undefined` if it
 * is ignored.
 */
export function afterStep(
  known: Decided | undefined,
  step: Step,
  config: BoardConfig,
): Decided | undefined {
  if ("ignored" in step) return undefined;
  if ("plan" in step) return step;
  const { action, outcome } = step;
  return known && isApplied(outcome)
    ? { ...known, facts: factsAfter(known.facts, action, config) }
    : known;
}

/** Whether to decide again: what a plan leads to is known otherwise. */
function changesFacts({ action, outcome }: ActionResult): boolean {
  // GitHub notices what was pushed to a closed pull request only once it is open again.
  const isReopened = action.do === "reopen" && outcome.outcome === "done";
  const isAnswered = outcome.outcome === "refused" && isAsked(action);
  return outcome.outcome === "overtaken" || isReopened || isAnswered;
}

/** Whether something was not done that another round would not do either. */
export function isBlocked({ action, outcome }: ActionResult): boolean {
  const isRefused = outcome.outcome === "refused" && !isAsked(action);
  return isRefused || outcome.outcome === "not-merged";
}

function isSameMerge(action: Action, { sha, approvedBy }: MergeAction): boolean {
  return action.do === "merge" && action.sha === sha && action.approvedBy === approvedBy;
}
