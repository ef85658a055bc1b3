/** Handles an issue in which somebody makes a request: gathers, decides, and applies. */

import { changeRefusedNotice, requestedIn } from "#words/bot.ts";
import type { BoardConfig } from "../../board/config.ts";
import type { Instant } from "../../board/days.ts";
import { decideRequest, type RequestAction } from "../../board/requests/decide-request.ts";
import { momentOf } from "../../board/review/timestamps.ts";
import type { ChangeSources } from "./actions/change-post.ts";
import { changePost } from "./actions/change-post.ts";
import { postComment } from "./actions/comments.ts";
import { addLabels } from "./actions/labels.ts";
import { explainNotMerged } from "./actions/merge.ts";
import type { Outcome } from "./actions/outcome.ts";
import { done, isApplied, orRefused } from "./actions/outcome.ts";
import type { GitHub } from "./client.ts";
import type { RequestSources } from "./facts/request.ts";
import { gatherRequest } from "./facts/request.ts";

/** The plan for an issue; empty if it is not a request. */
export async function planRequest(
  sources: RequestSources,
  issue: number,
  config: BoardConfig,
): Promise<RequestAction[]> {
  const facts = await gatherRequest(sources, issue);
  return facts ? decideRequest(facts, config) : [];
}

export type RequestActionResult = { action: RequestAction; outcome: Outcome };

/** Applies actions in order and yields the outcome of each. Stops if GitHub refuses one. */
export async function* applyRequestActions(
  sources: ChangeSources,
  issue: number,
  actions: readonly RequestAction[],
): AsyncGenerator<RequestActionResult> {
  const { github } = sources;
  for (const action of actions) {
    const attempt = perform(sources, issue, action);
    const outcome = action.do === "change-post" ? await orRefused(attempt) : await attempt;
    yield { action, outcome };
    if (outcome.outcome === "not-merged") await explainNotMerged(github, issue, outcome);
    if (outcome.outcome === "refused") await explainRefusal(github, issue, outcome.because);
    if (!isApplied(outcome)) return;
  }
}

/** Tells whoever asked for the change why GitHub refuses it, once. The next run tries again. */
async function explainRefusal(github: GitHub, issue: number, because: string): Promise<void> {
  const body = changeRefusedNotice(because);
  await postComment(github, issue, { key: "refused-by-github", body });
}

async function perform(
  sources: ChangeSources,
  issue: number,
  action: RequestAction,
): Promise<Outcome> {
  const { github } = sources;
  switch (action.do) {
    case "change-post":
      return await changePost(sources, action.change, requestedIn(issue));
    case "add-label":
      return await addLabels(github, issue, [action.label]);
    case "post-comment":
      return await postComment(github, issue, action, { lookFirst: false });
    case "close-issue":
      return await closeIssue(github, issue, action.reason);
  }
}

async function closeIssue(
  { rest, at }: GitHub,
  issue: number,
  reason: "completed" | "not_planned",
): Promise<Outcome> {
  await rest.issues.update({ ...at, issue_number: issue, state: "closed", state_reason: reason });
  return done;
}

/**
 * The numbers of all open issues, or of those updated since a moment, oldest first. `planRequest` ignores those that
 * are not requests.
 */
export async function openIssues(
  { paginate, rest, at }: GitHub,
  since?: Instant,
): Promise<number[]> {
  const request = { ...at, state: "open", per_page: 100 } as const;
  const updated = since && { since: momentOf(since) };
  const all = await paginate(rest.issues.listForRepo, { ...request, ...updated });
  return all
    .filter(({ pull_request }) => !pull_request)
    .map(({ number }) => number)
    .sort((a, b) => a - b);
}
