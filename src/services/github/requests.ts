/** Handles an issue in which somebody makes a request: gathers, decides, and applies. */
import type { BoardConfig } from "../../board/config.ts";
import type { Instant } from "../../board/days.ts";
import { decideRequest, type RequestAction } from "../../board/requests/decide-request.ts";
import { momentOf } from "../../board/review/timestamps.ts";
import { changeRefusedNotice, requestedIn } from "../../board/words/en/bot.ts";
import { changePost } from "./actions/change-post.ts";
import { postComment } from "./actions/comments.ts";
import { addLabel } from "./actions/labels.ts";
import { explainNotMerged } from "./actions/merge.ts";
import type { Outcome } from "./actions/outcome.ts";
import { already, done, isApplied } from "./actions/outcome.ts";
import type { GitHub } from "./client.ts";
import { refusalIn } from "./errors.ts";
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
  github: GitHub,
  issue: number,
  actions: readonly RequestAction[],
  config: BoardConfig,
): AsyncGenerator<RequestActionResult> {
  for (const action of actions) {
    const outcome = await attempt(github, issue, action, config);
    yield { action, outcome };
    if (outcome.outcome === "not-merged") await explainNotMerged(github, issue, outcome);
    if (!isApplied(outcome)) return;
  }
}

/** If GitHub refuses the change, whoever asked for it is told why, once. The next run tries again. */
async function attempt(...args: Parameters<typeof perform>): Promise<Outcome> {
  const [github, issue, action] = args;
  try {
    return await perform(...args);
  } catch (error) {
    const because = action.do === "change-post" ? refusalIn(error) : undefined;
    if (because === undefined) throw error;
    const body = changeRefusedNotice(because);
    await postComment(github, issue, { key: "refused-by-github", body });
    return { outcome: "refused", because };
  }
}

async function perform(
  github: GitHub,
  issue: number,
  action: RequestAction,
  config: BoardConfig,
): Promise<Outcome> {
  switch (action.do) {
    case "change-post":
      return await changePost(github, action.change, requestedIn(issue), config);
    case "add-label":
      return await addLabel(github, issue, action.label);
    case "post-comment":
      return await postComment(github, issue, action);
    case "close-issue":
      return await closeIssue(github, issue, action.reason);
  }
}

async function closeIssue(
  { rest, at }: GitHub,
  issue: number,
  reason: "completed" | "not_planned",
): Promise<Outcome> {
  const { data } = await rest.issues.get({ ...at, issue_number: issue });
  if (data.state === "closed") return already;
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
