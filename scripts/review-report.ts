/**
 * The status of pull requests and what is done about them, as plain text for a terminal or a log. In the log
 * of a workflow, lines that begin with `::` are commands, and so is `##[` anywhere: no line begins with a
 * stranger's words, and none contains that. https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */

import * as words from "#words/terminal.ts";
import { triage } from "#words/terminal-github.ts";
import type { Kind } from "../src/board/review/classify.ts";
import type { Action, Plan } from "../src/board/review/plan.ts";
import type { ReviewStatus } from "../src/board/review/status.ts";
import type { Outcome } from "../src/services/github/actions/outcome.ts";
import type { ActionResult } from "../src/services/github/apply.ts";
import { printable } from "./problem-report.ts";

/** Text by a stranger, made safe to print on a line that begins with ours. */
export function tame(text: string): string {
  return printable(text).replaceAll("##[", "## [");
}

/** “#12 “Title” (new post, jobs/x.md): waiting since …”. */
export function reportStanding(
  { number, title }: { number: number; title: string },
  { kind, status }: Plan,
): string {
  return triage.status(number, tame(triage.pull(title, kindText(kind), statusText(status))));
}

/** The actions of a plan, one per line, with every text in full. */
export function reportPlan({ actions }: Plan): string {
  if (actions.length === 0) return `  ${words.nothingToDo}`;
  return actions
    .flatMap((action) => [`  ${words.toDo(tame(actionText(action)))}`, ...bodyLines(action)])
    .join("\n");
}

/** The outcome of an action. */
export function reportResult({ action, outcome }: ActionResult): string {
  return `  ${outcomeText(outcome, actionText(action))}`;
}

/** The message of a failure, each line after what failed, such as “#12”. */
export function reportFailure(subject: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .split("\n")
    .map((line) => words.failed(subject, tame(line)))
    .join("\n");
}

function kindText(kind: Kind): string {
  switch (kind.kind) {
    case "new":
    case "edit":
    case "closing":
      return words.kind[kind.kind](kind.file);
    case "maintenance":
      return words.kind.maintenance(kind.files.length);
    case "other":
    case "refused":
      return words.kind[kind.kind];
  }
}

function statusText(status: ReviewStatus): string {
  const texts = words.status;
  switch (status.state) {
    case "draft":
    case "withdrawn":
      return texts[status.state];
    case "invalid":
      return texts.invalid(status.problems.length);
    case "waiting":
      return texts.waiting(status.since) + answered(status);
    case "claimed":
      return texts.claimed(status.by, status.until) + answered(status);
    case "changes-requested":
      return texts.changesRequested(status.by) + reason(status);
    case "approved":
      return texts.approved(status.by);
    case "rejected":
      return texts.rejected(status.by) + reason(status);
    case "not-a-submission":
      return texts.notASubmission;
    case "refused":
      return status.reasons.join(" ");
  }
}

function answered({ answered: isAnswered }: { answered: boolean }): string {
  return isAnswered ? words.status.answered : "";
}

function reason({ reason: slug }: { reason: string | null }): string {
  return slug === null ? "" : words.status.reason(slug);
}

function actionText(action: Action): string {
  const texts = words.action;
  switch (action.do) {
    case "set-status":
      return texts.setStatus(action.state, short(action.sha), action.description);
    case "set-title":
      return texts.setTitle(action.title);
    case "add-labels":
      return texts.addLabels(action.labels);
    case "remove-label":
      return texts.removeLabel(action.label);
    case "assign":
      return texts.assign(action.login);
    case "unassign":
      return texts.unassign(action.login);
    case "merge":
      return texts.merge(short(action.sha), action.approvedBy);
    case "close":
      return texts.close;
    case "reopen":
      return texts.reopen;
    case "change-post":
      return texts.changePost(action.change.file, JSON.stringify(action.change.set));
    case "write-comment":
      return action.id === null ? texts.writeStatusComment : texts.updateStatusComment;
    case "post-comment":
      return texts.comment(action.key);
    case "react":
      return texts.react(action.comment, action.reaction);
  }
}

/** A comment, shown as a quotation. */
function bodyLines(action: Action): string[] {
  return "body" in action ? action.body.split("\n").map((line) => `    | ${tame(line)}`) : [];
}

function outcomeText(outcome: Outcome, what: string): string {
  switch (outcome.outcome) {
    case "done":
      return words.done(tame(what));
    case "already":
      return words.alreadyDone(tame(what));
    case "overtaken":
      return words.skipped(tame(what), outcome.because);
    case "refused":
    case "not-merged":
      return words.notDone(tame(what), tame(outcome.because));
  }
}

function short(sha: string): string {
  return sha.slice(0, 8);
}
