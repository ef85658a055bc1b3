/** Environments, Pages, and rate limits. */

import type { Core } from "../core.ts";
import { administered, readable, writable } from "../permissions.ts";
import type { RateLimits } from "../rate-limit.ts";
import { nodeId, repositoryApi, repositoryPage } from "../serializers/addresses.ts";
import type { Environment, Pages, Repository } from "../state.ts";
import type { Answer, Call, Operations } from "./call.ts";
import { counted, created, noContent, ok, parameter } from "./call.ts";
import { ApiError, notFound } from "./errors.ts";

const environments = "/repos/{owner}/{repo}/environments";
const environment = `${environments}/{environment_name}`;
const policies = `${environment}/deployment-branch-policies`;
const pages = "/repos/{owner}/{repo}/pages";

export const settingOperations: Operations = {
  [`GET ${environments}`]: (call) => {
    const repository = readable(call);
    return counted(call, "environments", repository.environments, (one) =>
      serializeEnvironment(call.core, repository, one),
    );
  },
  [`GET ${environment}`]: (call) => {
    const repository = readable(call);
    return ok(serializeEnvironment(call.core, repository, environmentInPath(call, repository)));
  },
  [`PUT ${environment}`]: putEnvironment,
  [`GET ${policies}`]: (call) => {
    const { policies: all } = environmentInPath(call, readable(call));
    return counted(call, "branch_policies", all, serializePolicy);
  },
  [`POST ${policies}`]: addPolicy,
  [`DELETE ${policies}/{branch_policy_id}`]: (call) => {
    const { repository } = administered(call);
    const found = environmentInPath(call, repository);
    const id = Number(parameter(call, "branch_policy_id"));
    const policy = found.policies.find((known) => known.id === id);
    if (!policy) throw notFound();
    found.policies = found.policies.filter((known) => known !== policy);
    return noContent();
  },
  [`GET ${pages}`]: (call) => {
    const repository = readable(call);
    if (!repository.pages) throw notFound();
    return ok(serializePages(call.core, repository, repository.pages));
  },
  [`POST ${pages}`]: (call) => {
    const { repository } = writable(call, { role: "maintain", app: "pages" });
    if (repository.pages) throw new ApiError(409, "GitHub Pages is already enabled.");
    repository.pages = readPages(call, {
      buildType: "legacy",
      source: null,
      cname: null,
      httpsEnforced: true,
    });
    return created(serializePages(call.core, repository, repository.pages));
  },
  [`PUT ${pages}`]: (call) => {
    const { repository } = writable(call, { role: "maintain", app: "pages" });
    if (!repository.pages) throw notFound();
    repository.pages = readPages(call, repository.pages);
    return noContent();
  },
};

/** The only operation that needs the counters. */
export function rateOperations(limits: RateLimits): Operations {
  return {
    "GET /rate_limit": ({ caller }) => {
      const rate = limits.core.read(caller);
      const graphql = limits.graphql.read(caller);
      return ok({ resources: { core: rate, search: rate, graphql }, rate });
    },
  };
}

function putEnvironment(call: Call): Answer {
  const { core, body } = call;
  const { repository } = administered(call);
  const name = parameter(call, "environment_name");
  const known = repository.environments.find((one) => one.name === name);
  const now = core.store.moment();
  const made: Environment = known ?? {
    id: core.store.nextId(),
    name,
    branchPolicy: null,
    policies: [],
    createdAt: now,
    updatedAt: now,
  };
  if (!known) repository.environments.push(made);
  const policy = body.object("deployment_branch_policy");
  made.branchPolicy = policy
    ? {
        protected_branches: policy.flag("protected_branches") ?? false,
        custom_branch_policies: policy.flag("custom_branch_policies") ?? false,
      }
    : null;
  if (!made.branchPolicy?.custom_branch_policies) made.policies = [];
  made.updatedAt = now;
  return ok(serializeEnvironment(core, repository, made));
}

function addPolicy(call: Call): Answer {
  const { core, body } = call;
  const { repository } = administered(call);
  const found = environmentInPath(call, repository);
  if (!found.branchPolicy?.custom_branch_policies) throw notFound();
  const name = body.requiredText("name");
  const known = found.policies.find((policy) => policy.name === name);
  if (known) throw new ApiError(303, "A branch policy of this name exists already.");
  const policy = { id: core.store.nextId(), name, type: body.text("type") ?? "branch" };
  found.policies.push(policy);
  return ok(serializePolicy(policy));
}

function environmentInPath(call: Call, repository: Repository): Environment {
  const name = parameter(call, "environment_name");
  const found = repository.environments.find((known) => known.name === name);
  if (!found) throw notFound();
  return found;
}

function serializeEnvironment(core: Core, repository: Repository, one: Environment) {
  const { id, name, branchPolicy } = one;
  const path = `/environments/${encodeURIComponent(name)}`;
  return {
    id,
    node_id: nodeId("Environment", id),
    name,
    url: repositoryApi(core, repository, path),
    html_url: repositoryPage(core, repository, "/deployments/activity_log"),
    created_at: one.createdAt,
    updated_at: one.updatedAt,
    protection_rules: branchPolicy
      ? [{ id, node_id: nodeId("GateType", id), type: "branch_policy" }]
      : [],
    deployment_branch_policy: branchPolicy,
  };
}

function serializePolicy(policy: Environment["policies"][number]) {
  return { ...policy, node_id: nodeId("BranchPolicy", policy.id) };
}

/** Whether GitHub builds from a branch (`legacy`), or a workflow publishes. */
function readPages({ body }: Call, before: Pages): Pages {
  const type = body.text("build_type");
  const source = body.object("source");
  return {
    buildType: type === "legacy" || type === "workflow" ? type : before.buildType,
    source: source
      ? { branch: source.requiredText("branch"), path: source.text("path") ?? "/" }
      : before.source,
    cname: body.has("cname") ? (body.text("cname") ?? null) : before.cname,
    httpsEnforced: body.flag("https_enforced") ?? before.httpsEnforced,
  };
}

function serializePages(
  core: Core,
  repository: Repository,
  { buildType, source, cname, httpsEnforced }: Pages,
) {
  return {
    url: repositoryApi(core, repository, "/pages"),
    status: null,
    cname,
    custom_404: false,
    html_url: cname
      ? `https://${cname}/`
      : `https://${repository.owner}.github.io/${repository.name}/`,
    build_type: buildType,
    source: source ?? { branch: repository.defaultBranch, path: "/" },
    public: true,
    https_enforced: httpsEnforced,
  };
}
