import { describe, expect, it } from "vitest";
import { hello, startEmulator } from "./test-emulator.ts";

describe("the settings of a repository", () => {
  it("include environments, and which branches may use them", async () => {
    await using emulator = await startEmulator();
    const { repos } = emulator.as("ada").rest;
    const mail = { ...hello, environment_name: "mail" };
    await expect(repos.getEnvironment(mail)).rejects.toMatchObject({ status: 404 });
    const policy = { protected_branches: false, custom_branch_policies: true };
    await repos.createOrUpdateEnvironment({ ...mail, deployment_branch_policy: policy });
    await repos.createDeploymentBranchPolicy({ ...mail, name: "main" });
    expect((await repos.getEnvironment(mail)).data.deployment_branch_policy).toEqual(policy);
    const { data } = await repos.listDeploymentBranchPolicies(mail);
    expect(data.branch_policies.map(({ name }) => name)).toEqual(["main"]);
    expect((await repos.getAllEnvironments(hello)).data.total_count).toBe(1);
  });

  it("can let a workflow publish Pages", async () => {
    await using emulator = await startEmulator();
    const { repos } = emulator.as("ada").rest;
    await expect(repos.getPages(hello)).rejects.toMatchObject({ status: 404 });
    await repos.createPagesSite({ ...hello, build_type: "workflow" });
    await expect(repos.createPagesSite({ ...hello, build_type: "workflow" })).rejects.toMatchObject(
      { status: 409 },
    );
    await repos.updateInformationAboutPagesSite({ ...hello, cname: "www.example.org" });
    expect((await repos.getPages(hello)).data).toMatchObject({
      build_type: "workflow",
      cname: "www.example.org",
      https_enforced: true,
    });
  });

  it("include the permissions of Actions", async () => {
    await using emulator = await startEmulator();
    const { actions } = emulator.as("ada").rest;
    const read = async () =>
      (await actions.getGithubActionsDefaultWorkflowPermissionsRepository(hello)).data;
    expect(await read()).toEqual({
      default_workflow_permissions: "read",
      can_approve_pull_request_reviews: false,
    });
    await actions.setGithubActionsDefaultWorkflowPermissionsRepository({
      ...hello,
      can_approve_pull_request_reviews: true,
    });
    expect((await read()).can_approve_pull_request_reviews).toBe(true);
    expect((await actions.getGithubActionsPermissionsRepository(hello)).data.enabled).toBe(true);
  });

  it("list the workflows, and can enable them again", async () => {
    await using emulator = await startEmulator();
    const { actions } = emulator.as("ada").rest;
    const publish = { ...hello, workflow_id: "publish.yml" };
    const { data } = await actions.listRepoWorkflows(hello);
    expect(data.workflows).toMatchObject([
      { name: "publish", path: ".github/workflows/publish.yml", state: "active" },
    ]);
    await actions.disableWorkflow(publish);
    await expect(actions.createWorkflowDispatch({ ...publish, ref: "main" })).rejects.toMatchObject(
      { status: 403 },
    );
    await actions.enableWorkflow({ ...hello, workflow_id: Number(data.workflows[0]?.id) });
    expect((await actions.createWorkflowDispatch({ ...publish, ref: "main" })).status).toBe(204);
    expect(emulator.github.events.at(-1)?.payload.inputs).toEqual({ reason: "none" });
  });

  it("include how pull requests are merged", async () => {
    await using emulator = await startEmulator();
    const { repos } = emulator.as("ada").rest;
    await repos.update({
      ...hello,
      allow_squash_merge: false,
      delete_branch_on_merge: true,
      squash_merge_commit_message: "BLANK",
    });
    expect((await repos.get(hello)).data).toMatchObject({
      allow_merge_commit: true,
      allow_squash_merge: false,
      delete_branch_on_merge: true,
      squash_merge_commit_title: "COMMIT_OR_PR_TITLE",
      squash_merge_commit_message: "BLANK",
      permissions: { admin: true },
    });
    await expect(
      emulator.as("rita").rest.repos.update({ ...hello, has_wiki: false }),
    ).rejects.toMatchObject({ status: 403 });
  });
});

describe("commit statuses", () => {
  it("are combined into one state, from the latest of each context", async () => {
    await using emulator = await startEmulator();
    const bot = emulator.bot({ statuses: "write" });
    const { data: main } = await bot.rest.git.getRef({ ...hello, ref: "heads/main" });
    const ref = { ...hello, ref: main.object.sha };
    const state = async () => (await bot.rest.repos.getCombinedStatusForRef(ref)).data.state;
    const set = (context: string, verdict: "success" | "failure") =>
      bot.rest.repos.createCommitStatus({ ...hello, sha: ref.ref, context, state: verdict });
    expect(await state()).toBe("pending");
    await set("job post", "failure");
    await set("build", "success");
    expect(await state()).toBe("failure");
    await set("job post", "success");
    expect(await state()).toBe("success");
    const { data } = await bot.rest.repos.listCommitStatusesForRef(ref);
    expect(data.map(({ context, state: each }) => [context, each])).toEqual([
      ["job post", "success"],
      ["build", "success"],
      ["job post", "failure"],
    ]);
    expect((await bot.rest.checks.listForRef(ref)).data.total_count).toBe(0);
    await expect(
      bot.rest.repos.createCommitStatus({ ...hello, sha: "1".repeat(40), state: "success" }),
    ).rejects.toThrow("No commit found for SHA");
  });
});
