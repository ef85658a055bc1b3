/** Pull requests. */
import type { AuthenticatedCaller } from "../authentication.ts";
import { isActions } from "../authentication.ts";
import { readCommits } from "../commits.ts";
import type { Core } from "../core.ts";
import { commitsSince, mergeBase } from "../git.ts";
import { readRef } from "../git-refs.ts";
import { close, recordIssueEvent, reopen } from "../issue-updates.ts";
import { may, readable, writable } from "../permissions.ts";
import { changedFiles, commitsOf, pullRange } from "../pull-changes.ts";
import { refreshHead, writeHeadRef } from "../pull-updates.ts";
import { inNetwork } from "../repositories.ts";
import { serializeChangedFile, serializeCommit } from "../serializers/commits.ts";
import { fullPull, simplePull } from "../serializers/pulls.ts";
import type { PullIssue, Repository } from "../state.ts";
import { isPull } from "../state.ts";
import { sameName } from "../store.ts";
import { emitIssueEvent } from "../webhooks.ts";
import type { Answer, Call, Operations } from "./call.ts";
import { created, list, ok, parameter } from "./call.ts";
import { forbidden, invalid, invalidField, notForIntegration, notFound } from "./errors.ts";
import { editText, mayEdit, newIssue } from "./issues.ts";
import { ordered } from "./order.ts";

export const pullOperations: Operations = {
  "GET /repos/{owner}/{repo}/pulls": listPulls,
  "POST /repos/{owner}/{repo}/pulls": open,
  "GET /repos/{owner}/{repo}/pulls/{pull_number}": async (call) => {
    const { core, caller } = call;
    const repository = readable(call);
    const issue = pullInPath(call, repository);
    const answer = ok(await fullPull(core, repository, issue, caller));
    core.timing.look(issue.pull);
    return answer;
  },
  "PATCH /repos/{owner}/{repo}/pulls/{pull_number}": update,
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/files": listFiles,
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/commits": listCommits,
};

/** GitHub's limits of listed files and commits. */
export const mostFiles = 3000;
export const mostCommits = 250;

export function pullInPath(call: Call, repository: Repository): PullIssue {
  const number = Number(parameter(call, "pull_number"));
  const issue = call.core.store.issue(repository, number);
  if (!issue || !isPull(issue)) throw notFound();
  return issue;
}

/** GITHUB_TOKEN can do this only if the repository's settings allow it. */
export function refuseActions(repository: Repository, caller: AuthenticatedCaller): void {
  if (isActions(caller) && !repository.actions.canApprovePulls) {
    throw forbidden("GitHub Actions is not permitted to create or approve pull requests.");
  }
}

function listPulls(call: Call): Promise<Answer> {
  const { core, query } = call;
  const repository = readable(call);
  const state = query.get("state") ?? "open";
  const head = query.get("head");
  const base = query.get("base");
  const found = repository.issues.filter(isPull).filter(
    ({ pull, state: own }) =>
      (state === "all" || own === state) &&
      // GitHub ignores a head without an owner, and returns all.
      (!head?.includes(":") || sameName(head, `${pull.headOwner}:${pull.headRef}`)) &&
      (!base || pull.baseRef === base),
  );
  return list(call, ordered(core.timing.listed(found), query), (issue) =>
    simplePull(core, repository, issue, call.caller),
  );
}

async function open(call: Call): Promise<Answer> {
  const { core, body } = call;
  const { repository, caller } = writable(call, { role: "read", app: "pull_requests" });
  refuseActions(repository, caller);
  const base = body.requiredText("base");
  const from = readHead(core, repository, body.requiredText("head"), body.text("head_repo"));
  const path = core.store.pathOf(repository);
  const baseSha = readRef(path, `refs/heads/${base}`);
  if (!baseSha) throw invalidField("PullRequest", "base");
  const headSha = from && readRef(core.store.pathOf(from.repository), `refs/heads/${from.branch}`);
  if (!headSha) throw invalidField("PullRequest", "head");
  if (
    !may(caller, from.repository, { role: "write", app: "contents" }) &&
    !isWriter(caller, repository)
  ) {
    throw invalid("PullRequest", "must be a collaborator");
  }
  await refuseEmpty(core, repository, { base, baseSha, headSha, from });
  refuseTwin(repository, from, base);
  const issue: PullIssue = {
    ...newIssue(call, repository, caller, body.requiredText("title")),
    pull: {
      headRepositoryId: from.repository.id,
      headOwner: from.repository.owner,
      headRef: from.branch,
      headSha,
      baseRef: base,
      baseSha,
      draft: body.flag("draft") ?? false,
      maintainerCanModify:
        from.repository !== repository && (body.flag("maintainer_can_modify") ?? true),
      merged: null,
      reviews: [],
    },
  };
  await writeHeadRef(core, repository, issue);
  repository.issues.push(issue);
  core.timing.add(issue);
  await emitIssueEvent(core, repository, caller, issue, "opened");
  return created(await fullPull(core, repository, issue, caller));
}

type Head = { repository: Repository; branch: string };

/** `branch`, or `owner:branch` of a repository in the same network. */
function readHead(
  core: Core,
  repository: Repository,
  head: string,
  headName: string | undefined,
): Head | undefined {
  const [, owner, branch = ""] = /^(?:([^:]+):)?(.+)$/.exec(head) ?? [];
  const named = headName && core.store.repository(owner ?? repository.owner, headName);
  const found = named || inNetwork(core, repository, owner ?? repository.owner);
  return found && { repository: found, branch };
}

function isWriter(caller: AuthenticatedCaller, repository: Repository): boolean {
  return caller.kind === "user" && may(caller, repository, { role: "write", app: "contents" });
}

async function refuseEmpty(
  core: Core,
  repository: Repository,
  { base, baseSha, headSha, from }: { base: string; baseSha: string; headSha: string; from: Head },
): Promise<void> {
  const path = core.store.pathOf(repository);
  const isOwn = from.repository === repository;
  const baseName = isOwn ? base : `${repository.owner}:${base}`;
  const headName = isOwn ? from.branch : `${from.repository.owner}:${from.branch}`;
  if (!(await mergeBase(path, baseSha, headSha))) {
    throw invalid(
      "PullRequest",
      `The ${headName} branch has no history in common with ${baseName}`,
    );
  }
  if ((await commitsSince(path, baseSha, headSha)).length === 0) {
    throw invalid("PullRequest", `No commits between ${baseName} and ${headName}`);
  }
}

function refuseTwin(
  repository: Repository,
  { repository: from, branch }: Head,
  base: string,
): void {
  const twin = repository.issues.some(
    (issue) =>
      isPull(issue) &&
      issue.state === "open" &&
      issue.pull.headRepositoryId === from.id &&
      issue.pull.headRef === branch &&
      issue.pull.baseRef === base,
  );
  if (twin) {
    throw invalid("PullRequest", `A pull request already exists for ${from.owner}:${branch}.`);
  }
}

async function update(call: Call): Promise<Answer> {
  const { core, body } = call;
  const { repository, caller } = writable(call, { role: "read", app: "pull_requests" });
  const issue = pullInPath(call, repository);
  if (!mayEdit(caller, repository, issue)) {
    throw caller.kind === "installation" ? notForIntegration() : forbidden();
  }
  await editText(call, repository, caller, issue);
  const base = body.text("base");
  if (base !== undefined && base !== issue.pull.baseRef) {
    await changeBase(core, repository, caller, issue, base);
  }
  issue.pull.maintainerCanModify =
    body.flag("maintainer_can_modify") ?? issue.pull.maintainerCanModify;
  const state = body.text("state");
  if (state === "open" && issue.state === "closed") {
    await refreshHead(core, repository, issue);
    await reopen(core, repository, caller, issue);
  }
  if (state === "closed") await close(core, repository, caller, issue);
  return ok(await fullPull(core, repository, issue, caller));
}

async function changeBase(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  issue: PullIssue,
  base: string,
): Promise<void> {
  const sha = readRef(core.store.pathOf(repository), `refs/heads/${base}`);
  if (!sha) throw invalidField("PullRequest", "base");
  const changes = {
    base: { ref: { from: issue.pull.baseRef }, sha: { from: issue.pull.baseSha } },
  };
  issue.pull.baseRef = base;
  issue.pull.baseSha = sha;
  recordIssueEvent(core, issue, caller.user.login, { event: "base_ref_changed" });
  await emitIssueEvent(core, repository, caller, issue, "edited", { changes });
}

async function listFiles(call: Call): Promise<Answer> {
  const { core } = call;
  const repository = readable(call);
  const { pull } = pullInPath(call, repository);
  const files = await changedFiles(core, repository, await pullRange(core, repository, pull));
  return await list(call, files.slice(0, mostFiles), (file) =>
    serializeChangedFile(core, repository, pull.headSha, file),
  );
}

async function listCommits(call: Call): Promise<Answer> {
  const { core } = call;
  const repository = readable(call);
  const { pull } = pullInPath(call, repository);
  const shas = await commitsOf(core, repository, await pullRange(core, repository, pull));
  const commits = await readCommits(core, repository, shas.slice(0, mostCommits));
  return await list(call, commits, (commit) => serializeCommit(core, repository, commit));
}
