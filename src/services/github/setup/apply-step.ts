/** Applies one step of setting up a repository. */
import type { GitHub } from "../client.ts";
import type { SetupStep } from "./desired.ts";

/** Applies a step. Applying it again changes nothing more. */
export async function applyStep({ rest, at }: GitHub, step: SetupStep): Promise<void> {
  switch (step.do) {
    case "merge-by-squash":
      await rest.repos.update({ ...at, ...step.merging });
      return;
    case "create-label":
      await rest.issues.createLabel({ ...at, ...step.label });
      return;
    case "update-label":
      // The name too, which may differ in case.
      await rest.issues.updateLabel({ ...at, ...step.label, new_name: step.label.name });
      return;
    case "restrict-environment":
      await rest.repos.createOrUpdateEnvironment({
        ...at,
        environment_name: step.name,
        deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
      });
      return;
    case "allow-branch":
      await rest.repos.createDeploymentBranchPolicy({
        ...at,
        environment_name: step.environment,
        name: step.branch,
      });
      return;
    case "switch-pages-on":
      await rest.repos.createPagesSite({ ...at, build_type: "workflow" });
      return;
    case "build-pages-by-workflow":
      await rest.repos.updateInformationAboutPagesSite({ ...at, build_type: "workflow" });
      return;
    case "set-workflow-permissions":
      await rest.actions.setGithubActionsDefaultWorkflowPermissionsRepository({
        ...at,
        default_workflow_permissions: "read",
        can_approve_pull_request_reviews: true,
      });
      return;
    case "create-ruleset":
      await rest.repos.createRepoRuleset({ ...at, ...step.ruleset });
      return;
    case "update-ruleset":
      await rest.repos.updateRepoRuleset({ ...at, ...step.ruleset, ruleset_id: step.id });
      return;
  }
}
