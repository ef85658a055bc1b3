/**
 * Applies a plan to a pull request on GitHub. A plan has only what is still to be done, so nothing is read before
 * it is changed, except where a second time would do harm: comments and merges.
 */

import { requestedIn } from "#words/bot.ts";
import { answers, answerText } from "#words/bot-answers.ts";
import { notAssigned, skipped } from "#words/github.ts";
import { isSameLogin } from "../../board/login.ts";
import { approverLine } from "../../board/review/approval-record.ts";
import type { Login, PullRequest } from "../../board/review/facts.ts";
import type { Action, Asked } from "../../board/review/plan.ts";
import type { ChangeSources } from "./actions/change-post.ts";
import { changePost } from "./actions/change-post.ts";
import { postComment, react, writeStatusComment } from "./actions/comments.ts";
import { addLabels, removeLabel } from "./actions/labels.ts";
import type { Mark } from "./actions/marks.ts";
import { isMark, setMarks } from "./actions/marks.ts";
import { explainNotMerged, mergePull } from "./actions/merge.ts";
import { openOrClose } from "./actions/open-or-close.ts";
import type { Outcome } from "./actions/outcome.ts";
import { done, orRefused } from "./actions/outcome.ts";
import { publishMerged } from "./actions/publish.ts";
import { setStatus } from "./actions/status.ts";
import type { GitHub } from "./client.ts";
import type { NodeIds } from "./facts/discussion.ts";

export type Assignment = ChangeSources & {
  pull: Pick<PullRequest, "number" | "head">;
  /** If they are known, labels, reactions and the status comment take one request together. */
  nodeIds?: NodeIds | undefined;
  /** Gathers and decides again, to see whether the merge is still planned on the current board. */
  isStillPlanned(merge: MergeAction): Promise<boolean>;
};

export type MergeAction = Extract<Action, { do: "merge" }>;

export type ActionResult = { action: Action; outcome: Outcome };

/**
 * Applies actions in order and yields the outcome of each. Stops early if the rest no longer makes sense. If GitHub
 * refuses a merge, posts a comment that says why, once per head.
 */
export async function* applyActions(
  actions: readonly Action[],
  assignment: Assignment,
): AsyncGenerator<ActionResult> {
  const { github, pull } = assignment;
  const { first, last } = splitOff(actions);
  for (const action of first) {
    const attempt = perform(action, assignment);
    const outcome = isAsked(action) ? await orRefused(attempt) : await attempt;
    yield { action, outcome };
    if (outcome.outcome === "overtaken") return;
    if (outcome.outcome === "refused" && isAsked(action)) {
      await explainRefusal(action, outcome.because, assignment);
      return;
    }
    if (outcome.outcome === "not-merged") {
      await explainNotMerged(github, pull.number, outcome);
      return;
    }
  }
  if (last.length > 1 && (await setMarks(assignment, last))) {
    for (const action of last) yield { action, outcome: done };
    return;
  }
  for (const action of last) yield { action, outcome: await perform(action, assignment) };
}

/**
 * Labels, reactions and the status comment can be set by one request. They come last, because a reaction says that all
 * that was asked for is done. Those before a decision stay there: nobody sees afterwards what the pull request was.
 */
function splitOff(actions: readonly Action[]): { first: Action[]; last: Mark[] } {
  const decision = actions.findLastIndex((action) => decisions.includes(action.do));
  const isLast = (action: Action, index: number) => index > decision && isMark(action);
  return {
    first: actions.filter((action, index) => !isLast(action, index)),
    last: actions.filter(isLast).filter(isMark),
  };
}

const decisions: readonly Action["do"][] = ["merge", "close", "reopen", "change-post"];

type AskedAction = Action & { asked: Asked };

/** Whether GitHub’s refusal is told to somebody, so that it ends what they asked for and nothing else. */
export function isAsked(action: Action): action is AskedAction {
  return "asked" in action && action.asked !== undefined;
}

/** Under the key of an answer, so that the command or review counts as refused from now on. */
async function explainRefusal(
  action: AskedAction,
  because: string,
  { github, pull }: Assignment,
): Promise<void> {
  const { by: to, key } = action.asked;
  const text = refusalText(action, because);
  await postComment(github, pull.number, { key, body: answerText({ to, text }) });
}

function refusalText(action: AskedAction, because: string): string {
  if (action.do === "reopen") return answers.notReopened(because);
  const isFeature = action.do === "change-post" && action.change.set.featured === true;
  return answers[isFeature ? "notFeatured" : "refusedByGitHub"](because);
}

async function perform(action: Action, assignment: Assignment): Promise<Outcome> {
  const { github, pull } = assignment;
  switch (action.do) {
    case "set-status":
      return await setStatus(github, action);
    case "set-title":
      return await setTitle(github, pull.number, action.title);
    case "add-labels":
      return await addLabels(github, pull.number, action.labels);
    case "remove-label":
      return await removeLabel(github, pull.number, action.label);
    case "assign":
      return await assign(github, pull.number, action.login);
    case "unassign":
      return await unassign(github, pull.number, action.login);
    case "merge":
      return await merge(action, assignment);
    case "close":
      return await openOrClose(github, pull.number, "closed");
    case "reopen":
      return await openOrClose(github, pull.number, "open");
    case "change-post":
      return await changePost(assignment, action.change, requestedIn(pull.number));
    case "write-comment":
      return await writeStatusComment(github, pull.number, action);
    case "post-comment":
      return await postComment(github, pull.number, action, { lookFirst: false });
    case "react":
      return await react(github, action.comment, action.reaction);
  }
}

async function merge(
  action: MergeAction,
  { github, pull, isStillPlanned }: Assignment,
): Promise<Outcome> {
  const { sha, title, approvedBy } = action;
  const outcome = await mergePull(github, pull.number, {
    ...{ sha, title, message: approverLine(approvedBy) },
    overtakenBy: async () => ((await isStillPlanned(action)) ? undefined : skipped.outdatedPlan),
  });
  if (outcome.outcome === "done") await publishMerged(github);
  return outcome;
}

async function setTitle(github: GitHub, pull: number, title: string): Promise<Outcome> {
  await github.rest.pulls.update({ ...github.at, pull_number: pull, title });
  return done;
}

/** GitHub assigns people who can write or have taken part, and silently skips others. */
async function assign(github: GitHub, pull: number, login: Login): Promise<Outcome> {
  const { data } = await github.rest.issues.addAssignees({
    ...github.at,
    issue_number: pull,
    assignees: [login],
  });
  if (data.assignees?.some((person) => isSameLogin(person.login, login))) return done;
  return { outcome: "refused", because: notAssigned(login) };
}

async function unassign(github: GitHub, pull: number, login: Login): Promise<Outcome> {
  await github.rest.issues.removeAssignees({
    ...github.at,
    issue_number: pull,
    assignees: [login],
  });
  return done;
}
