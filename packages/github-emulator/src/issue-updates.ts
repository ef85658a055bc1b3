/** Changes to issues and pull requests, each recorded in the timeline and sent as an event. */
import type { AuthenticatedCaller } from "./authentication.ts";
import type { Core } from "./core.ts";
import { removeMergeRef } from "./mergeability.ts";
import { serializeLabel } from "./serializers/issues.ts";
import { userByLogin } from "./serializers/users.ts";
import type { Comment, Issue, IssueEvent, Repository } from "./state.ts";
import { isPull } from "./state.ts";
import { sameName } from "./store.ts";
import { emitCommentEvent, emitIssueEvent } from "./webhooks.ts";

/** The color of labels that are created by using them. */
const plainColor = "ededed";

export function recordIssueEvent(
  core: Core,
  issue: Issue,
  actor: string,
  event: Omit<IssueEvent, "id" | "actor" | "createdAt">,
): void {
  issue.updatedAt = core.store.moment();
  issue.events.push({
    id: core.store.nextId(),
    actor,
    createdAt: issue.updatedAt,
    ...event,
  });
}

/** Replaces the text of a comment. */
export function editComment(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  { issue, comment }: { issue: Issue; comment: Comment },
  body: string,
): void {
  const changes = { body: { from: comment.body } };
  comment.body = body;
  comment.updatedAt = core.store.moment();
  comment.lastEditedAt = comment.updatedAt;
  issue.updatedAt = comment.updatedAt;
  emitCommentEvent(core, repository, caller, { issue, comment, action: "edited", changes });
}

/** Adds labels, and creates those that the repository does not have yet. */
export async function addLabels(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  issue: Issue,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    if (issue.labels.some((known) => sameName(known, name))) continue;
    const { name: exact } = ensureLabel(core, repository, name);
    issue.labels.push(exact);
    recordIssueEvent(core, issue, caller.user.login, { event: "labeled", label: exact });
    const label = serializeLabel(core, repository, exact);
    await emitIssueEvent(core, repository, caller, issue, "labeled", { label });
  }
}

export async function removeLabels(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  issue: Issue,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    issue.labels = issue.labels.filter((known) => !sameName(known, name));
    recordIssueEvent(core, issue, caller.user.login, { event: "unlabeled", label: name });
    const label = serializeLabel(core, repository, name);
    await emitIssueEvent(core, repository, caller, issue, "unlabeled", { label });
  }
}

/** Replaces all labels with these. */
export async function setLabels(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  issue: Issue,
  names: readonly string[],
): Promise<void> {
  const gone = issue.labels.filter((known) => !names.some((name) => sameName(name, known)));
  await removeLabels(core, repository, caller, issue, gone);
  await addLabels(core, repository, caller, issue, names);
}

export async function assign(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  issue: Issue,
  logins: readonly string[],
): Promise<void> {
  for (const login of logins) {
    const { login: exact } = core.store.userOf(login);
    if (issue.assignees.includes(exact)) continue;
    issue.assignees.push(exact);
    recordIssueEvent(core, issue, caller.user.login, { event: "assigned", assignee: exact });
    const assignee = userByLogin(core, exact);
    await emitIssueEvent(core, repository, caller, issue, "assigned", { assignee });
  }
}

export async function unassign(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  issue: Issue,
  logins: readonly string[],
): Promise<void> {
  for (const login of logins) {
    const exact = issue.assignees.find((known) => sameName(known, login));
    if (exact === undefined) continue;
    issue.assignees = issue.assignees.filter((known) => known !== exact);
    recordIssueEvent(core, issue, caller.user.login, { event: "unassigned", assignee: exact });
    const assignee = userByLogin(core, exact);
    await emitIssueEvent(core, repository, caller, issue, "unassigned", { assignee });
  }
}

/** Closes it if it is open. */
export async function close(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  issue: Issue,
  reason: string | null = null,
): Promise<void> {
  if (issue.state === "closed") return;
  const { login } = caller.user;
  issue.state = "closed";
  issue.stateReason = issue.pull ? null : (reason ?? "completed");
  issue.closed = { at: core.store.moment(), by: login };
  if (isPull(issue)) await removeMergeRef(core, repository, issue);
  recordIssueEvent(core, issue, login, { event: "closed" });
  await emitIssueEvent(core, repository, caller, issue, "closed");
}

/** Reopens it if it is closed. */
export async function reopen(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  issue: Issue,
): Promise<void> {
  if (issue.state === "open") return;
  issue.state = "open";
  issue.stateReason = issue.pull ? null : "reopened";
  issue.closed = null;
  recordIssueEvent(core, issue, caller.user.login, { event: "reopened" });
  await emitIssueEvent(core, repository, caller, issue, "reopened");
}

/** The repository's label with this name, created if needed. */
function ensureLabel(core: Core, repository: Repository, name: string) {
  const known = repository.labels.find((label) => sameName(label.name, name));
  if (known) return known;
  const label = { id: core.store.nextId(), name, color: plainColor, description: null };
  repository.labels.push(label);
  return label;
}
