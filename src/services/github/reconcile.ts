/** Gather, decide, do; and again, until nothing is left to do. */
import { setTimeout } from "node:timers/promises";
import type { BoardConfig } from "../../board/config.ts";
import type { Facts } from "../../board/review/facts.ts";
import type { Action, Plan } from "../../board/review/plan.ts";
import type { ActionResult, MergeAction } from "./apply.ts";
import { applyActions, isAsked } from "./apply.ts";
import type { GitHub } from "./client.ts";
import type { Ignored } from "./facts/pull-request.ts";
import type { Gathered } from "./gather.ts";

export type Review = {
  github: GitHub;
  config: BoardConfig;
  gather(pull: number): Promise<Gathered>;
  decide(facts: Facts, config: BoardConfig): Plan;
};

/** What was decided, and of what. */
export type Decided = { plan: Plan; facts: Facts };

export type Step = Decided | ActionResult | Ignored;

/** What one round leads to may need a second; more than these mean that two things pull at each other. */
const rounds = 6;

/** Returns the plan for a pull request, without applying it. */
export async function planFor(
  { gather, decide, config }: Review,
  pull: number,
): Promise<Decided | Ignored> {
  const facts = await gather(pull);
  if ("ignored" in facts) return facts;
  return { plan: decide(facts, config), facts };
}

/**
 * Brings a pull request to rest, and tells of every step. Ends where GitHub does not let something be,
 * too. Throws an Error where each round leaves something to do.
 */
export async function* reconcile(review: Review, pull: number): AsyncGenerator<Step> {
  const { github, config } = review;
  let actions: readonly Action[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const decided = await planFor(review, pull);
    yield decided;
    if ("ignored" in decided) return;
    const { facts, plan } = decided;
    ({ actions } = plan);
    if (actions.length === 0) return;
    const isStillPlanned = async (merge: MergeAction) => {
      const now = await planFor(review, pull);
      return "plan" in now && now.plan.actions.some((action) => isSameMerge(action, merge));
    };
    let hasChanged = false;
    let blocked = false;
    for await (const result of applyActions(actions, {
      github,
      config,
      pull: facts.pull,
      isStillPlanned,
    })) {
      yield result;
      blocked ||= isBlocked(result);
      hasChanged ||= result.outcome.outcome !== "already";
    }
    if (blocked) return;
    // What was found to be so already was not among the facts yet: GitHub takes its time to show it.
    if (!hasChanged) await setTimeout(github.retryDelay * round);
  }
  const left = actions.map((action) => action.do).join(", ");
  throw new Error(
    `Pull request #${pull} does not come to rest: after ${rounds} rounds there is still to do: ${left}.`,
  );
}

/** Whether something was not done that another round would not do either. */
export function isBlocked({ action, outcome }: ActionResult): boolean {
  const isRefused = outcome.outcome === "refused" && !isAsked(action);
  return isRefused || outcome.outcome === "not-merged";
}

function isSameMerge(action: Action, { sha, approvedBy }: MergeAction): boolean {
  return action.do === "merge" && action.sha === sha && action.approvedBy === approvedBy;
}
