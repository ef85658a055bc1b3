/** Reads how the repository is set up. */
import type { Answer, GitHub } from "../client.ts";
import { unlessStatus } from "../errors.ts";
import type { ActualEnvironment, ActualRuleset, ActualSetup } from "./desired.ts";
import { rulesetName } from "./desired.ts";

/** Reads everything that the setup may change. Needs a token of an administrator of the repository. */
export async function readSetup(github: GitHub): Promise<ActualSetup> {
  const { rest, paginate, at } = github;
  const [repository, labels, ruleset, environments, pages, workflows] = await Promise.all([
    rest.repos.get({ ...at }),
    paginate(rest.issues.listLabelsForRepo, { ...at, per_page: 100 }),
    readRuleset(github),
    readEnvironments(github),
    unlessStatus([404], rest.repos.getPages({ ...at })),
    rest.actions.getGithubActionsDefaultWorkflowPermissionsRepository({ ...at }),
  ]);
  return {
    defaultBranch: repository.data.default_branch,
    merging: repository.data,
    ruleset,
    labels,
    environments,
    pages: pages ? (pages.data.build_type ?? "legacy") : "none",
    workflows: {
      permissions: workflows.data.default_workflow_permissions,
      mayCreatePulls: workflows.data.can_approve_pull_request_reviews,
    },
  };
}

async function readRuleset({ rest, paginate, at }: GitHub): Promise<ActualSetup["ruleset"]> {
  const all = await paginate(rest.repos.getRepoRulesets, { ...at, per_page: 100 });
  const found = all.find(({ name, source_type }) => {
    return name === rulesetName && source_type !== "Organization";
  });
  if (!found) return undefined;
  const { data } = await rest.repos.getRepoRuleset({ ...at, ruleset_id: found.id });
  return rulesetFrom(data);
}

function rulesetFrom(data: Answer<"repos", "getRepoRuleset">): ActualRuleset {
  const { id, name, target = "branch", enforcement, bypass_actors = [], rules = [] } = data;
  // Only an organization’s rulesets have conditions about repositories.
  const branches = data.conditions && "ref_name" in data.conditions ? data.conditions.ref_name : {};
  const { include = [], exclude = [] } = branches ?? {};
  return {
    id,
    name,
    target,
    enforcement,
    bypass_actors,
    conditions: { ref_name: { include, exclude } },
    rules,
  };
}

async function readEnvironments(github: GitHub): Promise<ActualEnvironment[]> {
  const { rest, at } = github;
  const { data } = await rest.repos.getAllEnvironments({ ...at, per_page: 100 });
  return await Promise.all(
    (data.environments ?? []).map(async ({ name, deployment_branch_policy: policy }) => {
      const hasList = policy?.custom_branch_policies ?? false;
      return { name, branches: hasList ? await readBranches(github, name) : null };
    }),
  );
}

async function readBranches({ rest, at }: GitHub, environment: string): Promise<string[]> {
  const { data } = await rest.repos.listDeploymentBranchPolicies({
    ...at,
    environment_name: environment,
    per_page: 100,
  });
  return data.branch_policies.flatMap(({ name }) => name ?? []);
}
