/** Commit statuses and checks. */

import { isActions } from "../authentication.ts";
import { readCommits } from "../commits.ts";
import type { Core } from "../core.ts";
import { resolve } from "../git.ts";
import { readable, writable } from "../permissions.ts";
import { fullName, nodeId, repositoryApi } from "../serializers/addresses.ts";
import { serializeCommit } from "../serializers/commits.ts";
import { shortRepository } from "../serializers/repositories.ts";
import { userByLogin } from "../serializers/users.ts";
import type { Repository, Status } from "../state.ts";
import { emit } from "../webhooks.ts";
import type { Answer, Call, Operations } from "./call.ts";
import { counted, created, list, ok, paged, parameter } from "./call.ts";
import { ApiError, invalid, invalidField } from "./errors.ts";
import { branchesContaining } from "./references.ts";

export const statusOperations: Operations = {
  "POST /repos/{owner}/{repo}/statuses/{sha}": set,
  "GET /repos/{owner}/{repo}/commits/{ref}/statuses": async (call) => {
    const repository = readable(call);
    const sha = await commitInPath(call, repository);
    const found = call.core.timing.listed(statusesOf(repository, sha)).reverse();
    return await list(call, found, (status) => serializeStatus(call.core, repository, status));
  },
  "GET /repos/{owner}/{repo}/commits/{ref}/status": combined,
  // Nothing creates check runs, but clients request them.
  "GET /repos/{owner}/{repo}/commits/{ref}/check-runs": async (call) => {
    await commitInPath(call, readable(call));
    return await counted(call, "check_runs", [], () => undefined);
  },
};

/** GitHub's limit of statuses per commit and context. */
const mostStatuses = 1000;
const longestDescription = 140;

const states = ["success", "failure", "pending", "error"] as const;

async function set(call: Call): Promise<Answer> {
  const { core, body } = call;
  const { repository, caller } = writable(call, { role: "write", app: "statuses" });
  const sha = await resolve(core.store.pathOf(repository), parameter(call, "sha"));
  if (!sha) throw new ApiError(422, `No commit found for SHA: ${parameter(call, "sha")}`);
  const state = states.find((known) => known === body.text("state"));
  if (!state) throw invalidField("Status", "state");
  const description = body.text("description") ?? null;
  if (description && description.length > longestDescription) {
    throw invalid(
      "Status",
      `description is too long (maximum is ${longestDescription} characters)`,
    );
  }
  const context = body.text("context") ?? "default";
  const same = statusesOf(repository, sha).filter((status) => status.context === context);
  if (same.length >= mostStatuses) {
    throw invalid("Status", "This SHA and context has reached the maximum number of statuses.");
  }
  const status: Status = {
    id: core.store.nextId(),
    sha,
    context,
    state,
    description,
    targetUrl: body.text("target_url") ?? null,
    creator: caller.user.login,
    ...(caller.kind === "installation" && !isActions(caller) && { appId: caller.appId }),
    createdAt: core.store.moment(),
  };
  repository.statuses.push(status);
  core.timing.add(status);
  const [commit] = await readCommits(core, repository, [sha]);
  // In the webhook, `name` is the repository's, and the status has no URL, node id, or creator.
  const { url, node_id, creator, ...fields } = serializeStatus(core, repository, status);
  const payload = {
    ...fields,
    sha,
    name: fullName(repository),
    commit: commit && serializeCommit(core, repository, commit),
    branches: await branchesContaining(core, repository, sha),
  };
  emit(core, repository, caller, { name: "status", payload });
  return created(serializeStatus(core, repository, status));
}

async function combined(call: Call): Promise<Answer> {
  const { core } = call;
  const repository = readable(call);
  const sha = await commitInPath(call, repository);
  const statuses = lastStatuses(core, repository, sha);
  const page = paged(call, statuses);
  const url = repositoryApi(core, repository, `/commits/${sha}`);
  return {
    ...ok({
      state: joined(statuses),
      statuses: page.items.map((status) => shortStatus(core, repository, status)),
      sha,
      total_count: statuses.length,
      repository: shortRepository(core, repository),
      commit_url: url,
      url: `${url}/status`,
    }),
    headers: Object.fromEntries(page.link),
  };
}

/** https://docs.github.com/rest/commits/statuses#get-the-combined-status-for-a-specific-reference */
export function joined(statuses: readonly Status[]): string {
  if (statuses.some(({ state }) => state === "error" || state === "failure")) return "failure";
  return statuses.length > 0 && statuses.every(({ state }) => state === "success")
    ? "success"
    : "pending";
}

/** The latest status of each context. */
export function lastStatuses(core: Core, repository: Repository, sha: string): Status[] {
  const listed = core.timing.listed(statusesOf(repository, sha));
  const last = new Map(listed.map((status) => [status.context, status]));
  return [...last.values()];
}

type Index = { seen: number; bySha: Map<string, Status[]> };

const indexes = new WeakMap<Repository, Index>();

/** Oldest first. */
export function statusesOf(repository: Repository, sha: string): readonly Status[] {
  const index = indexes.get(repository) ?? { seen: 0, bySha: new Map() };
  indexes.set(repository, index);
  // Statuses are never removed.
  for (const status of repository.statuses.slice(index.seen)) {
    const others = index.bySha.get(status.sha);
    if (others) others.push(status);
    else index.bySha.set(status.sha, [status]);
  }
  index.seen = repository.statuses.length;
  return index.bySha.get(sha) ?? [];
}

async function commitInPath(call: Call, repository: Repository): Promise<string> {
  const ref = parameter(call, "ref");
  const sha = await resolve(call.core.store.pathOf(repository), ref);
  if (!sha) throw new ApiError(422, `No commit found for SHA: ${ref}`);
  return sha;
}

function shortStatus(core: Core, repository: Repository, status: Status) {
  return {
    url: repositoryApi(core, repository, `/statuses/${status.sha}`),
    avatar_url: userByLogin(core, status.creator)?.avatar_url ?? null,
    id: status.id,
    node_id: nodeId("StatusContext", status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
  };
}

function serializeStatus(core: Core, repository: Repository, status: Status) {
  return { ...shortStatus(core, repository, status), creator: userByLogin(core, status.creator) };
}
