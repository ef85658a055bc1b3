/** Issues, which include pull requests. */
import type { AuthenticatedCaller } from "../authentication.ts";
import {
  addLabels,
  assign,
  close,
  recordIssueEvent,
  reopen,
  setLabels,
  unassign,
} from "../issue-updates.ts";
import type { Need } from "../permissions.ts";
import { may, readable, writable } from "../permissions.ts";
import { refreshHead } from "../pull-updates.ts";
import { serializeIssue, serializeIssueEvent } from "../serializers/issues.ts";
import { userByLogin } from "../serializers/users.ts";
import type { Issue, Repository } from "../state.ts";
import { isPull } from "../state.ts";
import { sameName } from "../store.ts";
import { emitIssueEvent } from "../webhooks.ts";
import type { Answer, Call, Operations } from "./call.ts";
import { created, list, ok, parameter } from "./call.ts";
import { forbidden, invalidField, notForIntegration, notFound } from "./errors.ts";
import { ordered } from "./order.ts";

export const issueOperations: Operations = {
  "GET /repos/{owner}/{repo}/issues": listIssues,
  "POST /repos/{owner}/{repo}/issues": open,
  "GET /repos/{owner}/{repo}/issues/{issue_number}": (call) => {
    const repository = readable(call);
    return ok(serializeIssue(call.core, repository, issueInPath(call, repository)));
  },
  "PATCH /repos/{owner}/{repo}/issues/{issue_number}": update,
  "GET /repos/{owner}/{repo}/issues/{issue_number}/events": (call) => {
    const repository = readable(call);
    const { events } = issueInPath(call, repository);
    return list(call, events, (event) => serializeIssueEvent(call.core, repository, event));
  },
  "GET /repos/{owner}/{repo}/assignees": (call) => {
    const repository = readable(call);
    const able = call.core.store.state.users.filter(({ login }) => isAssignable(repository, login));
    return list(call, able, ({ login }) => userByLogin(call.core, login));
  },
  "POST /repos/{owner}/{repo}/issues/{issue_number}/assignees": async (call) => {
    const { repository, caller, issue } = changeableIssue(call, "triage");
    await assign(call.core, repository, caller, issue, assignable(call, repository, issue));
    return created(serializeIssue(call.core, repository, issue));
  },
  "DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees": async (call) => {
    const { repository, caller, issue } = changeableIssue(call, "triage");
    await unassign(call.core, repository, caller, issue, call.body.texts("assignees") ?? []);
    return ok(serializeIssue(call.core, repository, issue));
  },
};

export function issueInPath(call: Call, repository: Repository): Issue {
  const number = Number(parameter(call, "issue_number"));
  const issue = call.core.store.issue(repository, number);
  if (!issue) throw notFound();
  return issue;
}

/** The app permissions that give access to an issue. Two of them give access to a pull request. */
export function appPermissions(issue: Issue): string[] {
  return issue.pull ? ["issues", "pull_requests"] : ["issues"];
}

/** The issue in the path, for a change that needs this role. */
export function changeableIssue(call: Call, role: Need["role"]) {
  const issue = issueInPath(call, readable(call));
  return { ...writable(call, { role, app: appPermissions(issue) }), issue };
}

/** Whether somebody may change an issue: people with triage access, and its author. */
export function mayEdit(
  caller: AuthenticatedCaller,
  repository: Repository,
  issue: Issue,
): boolean {
  const app = appPermissions(issue);
  if (may(caller, repository, { role: "triage", app })) return true;
  return caller.user.login === issue.author && may(caller, repository, { role: "read", app });
}

function listIssues(call: Call): Promise<Answer> {
  const repository = readable(call);
  const { query, core } = call;
  const state = query.get("state") ?? "open";
  const labels = query.get("labels")?.split(",").filter(Boolean) ?? [];
  const since = query.get("since") ?? "";
  const found = repository.issues.filter(
    (issue) =>
      (state === "all" || issue.state === state) &&
      labels.every((name) => issue.labels.some((label) => sameName(label, name))) &&
      isPerson(issue.author, query.get("creator")) &&
      isAssigned(issue, query.get("assignee")) &&
      issue.updatedAt >= since,
  );
  const listed = ordered(core.timing.listed(found), query);
  return list(call, listed, (issue) => serializeIssue(core, repository, issue));
}

function isPerson(login: string, wanted: string | null): boolean {
  return wanted === null || sameName(login, wanted);
}

function isAssigned({ assignees }: Issue, wanted: string | null): boolean {
  if (wanted === null) return true;
  if (wanted === "none") return assignees.length === 0;
  return assignees.some((login) => wanted === "*" || sameName(login, wanted));
}

async function open(call: Call): Promise<Answer> {
  const { core, body } = call;
  const { repository, caller } = writable(call, { role: "read", app: "issues" });
  const issue = newIssue(call, repository, caller, body.requiredText("title"));
  repository.issues.push(issue);
  core.timing.add(issue);
  await emitIssueEvent(core, repository, caller, issue, "opened");
  // From others, GitHub accepts the issue and silently ignores the rest.
  if (may(caller, repository, { role: "triage", app: "issues" })) {
    await addLabels(core, repository, caller, issue, body.texts("labels") ?? []);
    await assign(core, repository, caller, issue, assignable(call, repository, issue));
  }
  return created(serializeIssue(core, repository, issue));
}

/** The next issue of a repository, not added to its list yet. */
export function newIssue(
  { core, body }: Call,
  repository: Repository,
  caller: AuthenticatedCaller,
  title: string,
): Issue {
  repository.lastNumber += 1;
  const now = core.store.moment();
  return {
    id: core.store.nextId(),
    number: repository.lastNumber,
    title,
    body: body.text("body") ?? null,
    author: caller.user.login,
    state: "open",
    stateReason: null,
    labels: [],
    assignees: [],
    comments: [],
    events: [],
    reactions: [],
    createdAt: now,
    updatedAt: now,
    closed: null,
    pull: null,
  };
}

async function update(call: Call): Promise<Answer> {
  const { core, body } = call;
  const { repository, caller, issue } = changeableIssue(call, "read");
  if (!mayEdit(caller, repository, issue)) {
    throw caller.kind === "installation" ? notForIntegration() : forbidden();
  }
  await editText(call, repository, caller, issue);
  if (may(caller, repository, { role: "triage", app: appPermissions(issue) })) {
    await sort(call, repository, caller, issue);
  }
  const state = body.text("state");
  if (state === "open" && issue.state === "closed") {
    if (isPull(issue)) await refreshHead(core, repository, issue);
    await reopen(core, repository, caller, issue);
  }
  if (state === "closed") await close(core, repository, caller, issue, body.text("state_reason"));
  return ok(serializeIssue(core, repository, issue));
}

async function sort(call: Call, repository: Repository, caller: AuthenticatedCaller, issue: Issue) {
  const { core, body } = call;
  const labels = body.texts("labels");
  if (labels) await setLabels(core, repository, caller, issue, labels);
  if (!body.has("assignees")) return;
  const wanted = assignable(call, repository, issue);
  const gone = issue.assignees.filter((known) => !wanted.some((login) => sameName(login, known)));
  await unassign(core, repository, caller, issue, gone);
  await assign(core, repository, caller, issue, wanted);
}

/** Changes title and body. The event has the earlier ones. */
export async function editText(
  { core, body }: Call,
  repository: Repository,
  caller: AuthenticatedCaller,
  issue: Issue,
): Promise<void> {
  const title = body.text("title") ?? issue.title;
  const text = body.has("body") ? (body.text("body") ?? null) : issue.body;
  const changes = {
    ...(title !== issue.title && { title: { from: issue.title } }),
    ...(text !== issue.body && { body: { from: issue.body ?? "" } }),
  };
  if (Object.keys(changes).length === 0) return;
  if (title === "") throw invalidField("Issue", "title", "missing_field");
  if (title !== issue.title) recordIssueEvent(core, issue, caller.user.login, { event: "renamed" });
  issue.updatedAt = core.store.moment();
  if (text !== issue.body) issue.lastEditedAt = issue.updatedAt;
  issue.title = title;
  issue.body = text;
  await emitIssueEvent(core, repository, caller, issue, "edited", { changes });
}

/** The people to assign. GitHub silently ignores those who cannot be assigned. */
function assignable({ body, core }: Call, repository: Repository, issue: Issue): string[] {
  return (body.texts("assignees") ?? []).filter(
    (login) =>
      core.store.user(login) && (isAssignable(repository, login) || hasCommented(issue, login)),
  );
}

/** Whether somebody has commented, which is enough: https://docs.github.com/issues/tracking-your-work-with-issues/using-issues/assigning-issues-and-pull-requests-to-other-github-users */
function hasCommented({ comments }: Issue, login: string): boolean {
  return comments.some(({ author }) => sameName(author, login));
}

function isAssignable(repository: Repository, login: string): boolean {
  return sameName(repository.owner, login) || repository.roles[login.toLowerCase()] !== undefined;
}
