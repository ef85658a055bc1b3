/**
 * How pull requests stand, and what is done about them, as plain text for a terminal or a log. In a
 * workflow's log lines that begin with `::` are commands, and so is `##[` anywhere: no line begins with a
 * stranger's words, and none has that. https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
import type { Kind } from "../src/board/review/kind.ts";
import type { Action, Plan } from "../src/board/review/plan.ts";
import type { ReviewStatus } from "../src/board/review/status.ts";
import type { Outcome } from "../src/services/github/actions/outcome.ts";
import type { ActionResult } from "../src/services/github/apply.ts";
import { count, printable } from "./problem-report.ts";

/** A stranger's words on one line, behind words of ours. */
export function tame(text: string): string {
  return printable(text).replaceAll("##[", "## [");
}

/** “#12 “Title” (new post, jobs/x.md): waiting since …”. */
export function reportStanding(
  { number, title }: { number: number; title: string },
  { kind, status }: Plan,
): string {
  return `#${number} ${tame(`“${title}” (${kindText(kind)}): ${statusText(status)}`)}`;
}

/** What is to be done, an action a line, with every text in full. */
export function reportPlan({ actions }: Plan): string {
  if (actions.length === 0) return "  Nothing to do.";
  return actions
    .flatMap((action) => [`  To do: ${tame(actionText(action))}`, ...bodyLines(action)])
    .join("\n");
}

/** What became of an action. */
export function reportResult({ action, outcome }: ActionResult): string {
  return `  ${outcomeText(outcome, actionText(action))}`;
}

/** A failure's message, of however many lines, behind what it is about, such as “#12”. */
export function reportFailure(subject: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .split("\n")
    .map((line) => `${subject} failed: ${tame(line)}`)
    .join("\n");
}

function kindText(kind: Kind): string {
  switch (kind.kind) {
    case "new":
      return `new post, ${kind.file}`;
    case "edit":
      return `edit, ${kind.file}`;
    case "closing":
      return `closing, ${kind.file}`;
    case "maintenance":
      return `maintenance, ${count(kind.files.length, "post")}`;
    case "other":
      return "no post";
    case "refused":
      return "refused";
  }
}

function statusText(status: ReviewStatus): string {
  switch (status.state) {
    case "draft":
      return "a draft";
    case "invalid":
      return `cannot be published (${count(status.problems.length, "problem")})`;
    case "waiting":
      return `waiting since ${status.since}${answered(status)}`;
    case "claimed":
      return `claimed by ${status.by} until ${status.until}${answered(status)}`;
    case "changes-requested":
      return `changes requested by ${status.by}${reason(status)}`;
    case "approved":
      return `merged by ${status.by}`;
    case "rejected":
      return `not taken by ${status.by}${reason(status)}`;
    case "withdrawn":
      return "taken back by its author";
    case "not-a-submission":
      return "not for reviewers of posts";
    case "refused":
      return status.reasons.join(" ");
  }
}

function answered({ answered: isAnswered }: { answered: boolean }): string {
  return isAnswered ? ", answered" : "";
}

function reason({ reason: slug }: { reason: string | null }): string {
  return slug === null ? "" : ` (${slug})`;
}

function actionText(action: Action): string {
  switch (action.do) {
    case "set-status":
      return `say “${action.state}” of ${short(action.sha)}: ${action.description}`;
    case "add-label":
      return `add the label “${action.label}”`;
    case "remove-label":
      return `remove the label “${action.label}”`;
    case "assign":
      return `assign ${action.login}`;
    case "unassign":
      return `take ${action.login} off`;
    case "merge":
      return `merge ${short(action.sha)}, approved by ${action.approvedBy}`;
    case "close":
      return "close it";
    case "reopen":
      return "open it again";
    case "change-post":
      return `change ${action.change.file}: ${JSON.stringify(action.change.set)}`;
    case "write-comment":
      return action.id === null ? "write the comment" : "bring the comment up to date";
    case "post-comment":
      return `write a comment (${action.key})`;
    case "react":
      return `react to comment ${action.comment} with “${action.reaction}”`;
  }
}

/** A comment, shown as a quotation. */
function bodyLines(action: Action): string[] {
  return "body" in action ? action.body.split("\n").map((line) => `    | ${tame(line)}`) : [];
}

function outcomeText(outcome: Outcome, what: string): string {
  switch (outcome.outcome) {
    case "done":
      return `Done: ${tame(what)}`;
    case "already":
      return `So already: ${tame(what)}`;
    case "overtaken":
      return `Left: ${tame(what)}; ${outcome.because}`;
    case "refused":
    case "not-merged":
      return `Not done: ${tame(`${what}. ${outcome.because}`)}`;
  }
}

function short(sha: string): string {
  return sha.slice(0, 8);
}
