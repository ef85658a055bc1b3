import type { Octokit } from "@octokit/rest";
import { describe, expect, it } from "vitest";
import { hello, startEmulator, submit } from "./test-emulator.ts";

const one = { ...hello, pull_number: 1 };

type NewRuleset = NonNullable<Parameters<Octokit["rest"]["repos"]["createRepoRuleset"]>[0]>;

const throughPulls = {
  type: "pull_request",
  parameters: {
    required_approving_review_count: 0,
    dismiss_stale_reviews_on_push: false,
    require_code_owner_review: false,
    require_last_push_approval: false,
    required_review_thread_resolution: false,
  },
} as const;

const rules: NonNullable<NewRuleset["rules"]> = [
  { type: "deletion" },
  { type: "non_fast_forward" },
  throughPulls,
  {
    type: "required_status_checks",
    parameters: {
      strict_required_status_checks_policy: false,
      required_status_checks: [{ context: "job post", integration_id: 15368 }],
    },
  },
];

const ruleset: NewRuleset = {
  ...hello,
  name: "main",
  target: "branch",
  enforcement: "active",
  conditions: { ref_name: { include: ["~DEFAULT_BRANCH"], exclude: [] } },
  rules,
};

describe("a ruleset on the default branch", () => {
  it("is shown to everybody who asks for the branch's rules, while it is active", async () => {
    await using emulator = await startEmulator();
    const { anonymous } = emulator;
    const { repos } = emulator.as("ada").rest;
    const rulesOf = async (branch: string) =>
      (await anonymous.rest.repos.getBranchRules({ ...hello, branch })).data.map(
        ({ type }) => type,
      );
    expect(await rulesOf("main")).toEqual([]);
    const { data } = await repos.createRepoRuleset(ruleset);
    expect(await rulesOf("main")).toEqual(rules.map(({ type }) => type));
    expect(await rulesOf("post")).toEqual([]);
    await repos.updateRepoRuleset({ ...hello, ruleset_id: data.id, enforcement: "disabled" });
    expect(await rulesOf("main")).toEqual([]);
  });

  it("blocks every push with Git", async () => {
    await using emulator = await startEmulator();
    await emulator.as("ada").rest.repos.createRepoRuleset(ruleset);
    const clone = await emulator.clone("octo-org/hello", "ada");
    await clone.commit("main", { "docs/second.md": "hello\n" });
    await expect(clone.git("push", "-q", "origin", "main")).rejects.toThrow(
      /GH013: Repository rule violations found for refs\/heads\/main.*through a pull request/s,
    );
    await expect(clone.git("push", "-q", "origin", ":main")).rejects.toThrow(
      "refusing to delete the current branch",
    );
    expect(emulator.github.events.filter(({ name }) => name === "push")).toEqual([]);
    await clone.git("push", "-q", "origin", "main:refs/heads/other");
    expect(emulator.github.events.at(-1)).toMatchObject({ name: "push", actor: "ada" });
  });

  it("blocks merge commits if the history must be linear", async () => {
    await using emulator = await startEmulator();
    const linear = { ...ruleset, rules: [{ type: "required_linear_history" as const }] };
    await emulator.as("ada").rest.repos.createRepoRuleset(linear);
    await submit(emulator);
    const { pulls } = emulator.as("rita").rest;
    await expect(pulls.merge(one)).rejects.toThrow("This branch must not contain merge commits.");
    expect((await pulls.merge({ ...one, merge_method: "squash" })).data.merged).toBe(true);
  });

  it("blocks commits through the API", async () => {
    await using emulator = await startEmulator();
    const ada = emulator.as("ada");
    await ada.rest.repos.createRepoRuleset(ruleset);
    const file = { ...hello, path: "docs/second.md", message: "Add", content: btoa("hello\n") };
    await expect(ada.rest.repos.createOrUpdateFileContents(file)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining("Changes must be made through a pull request."),
    });
  });

  it("blocks merges without the required status, which only the bot can set", async () => {
    await using emulator = await startEmulator();
    const rita = emulator.as("rita");
    await emulator.as("ada").rest.repos.createRepoRuleset(ruleset);
    const { pull } = await submit(emulator);
    expect(pull.mergeable_state).toBe("blocked");
    const status = { ...hello, sha: pull.head.sha, context: "job post", state: "success" } as const;
    const expected = { status: 405, message: expect.stringContaining('"job post" is expected') };
    await expect(rita.rest.pulls.merge(one)).rejects.toMatchObject(expected);
    await rita.rest.repos.createCommitStatus(status);
    await expect(rita.rest.pulls.merge(one)).rejects.toMatchObject(expected);
    const bot = emulator.bot({ statuses: "write" });
    await bot.rest.repos.createCommitStatus({ ...status, state: "failure" });
    await expect(rita.rest.pulls.merge(one)).rejects.toThrow('"job post" is failing');
    await bot.rest.repos.createCommitStatus(status);
    expect((await rita.rest.pulls.get(one)).data.mergeable_state).toBe("clean");
    expect((await rita.rest.pulls.merge(one)).data.merged).toBe(true);
  });

  it("can be bypassed by the roles that it names, in the ways that it names", async () => {
    await using emulator = await startEmulator();
    const ada = emulator.as("ada");
    const { data: made } = await ada.rest.repos.createRepoRuleset({
      ...ruleset,
      bypass_actors: [{ actor_id: 5, actor_type: "RepositoryRole", bypass_mode: "pull_request" }],
    });
    await submit(emulator);
    const file = { ...hello, path: "a.md", message: "Add", content: btoa("a") };
    await expect(ada.rest.repos.createOrUpdateFileContents(file)).rejects.toMatchObject({
      status: 409,
    });
    await expect(emulator.as("rita").rest.pulls.merge(one)).rejects.toMatchObject({ status: 405 });
    expect((await ada.rest.pulls.merge(one)).data.merged).toBe(true);
    await ada.rest.repos.updateRepoRuleset({
      ...hello,
      ruleset_id: made.id,
      enforcement: "disabled",
    });
    expect((await ada.rest.repos.createOrUpdateFileContents(file)).status).toBe(201);
  });

  it("can require approvals by people with write access", async () => {
    await using emulator = await startEmulator();
    emulator.github.addUser({ login: "passer-by" });
    const parameters = { ...throughPulls.parameters, required_approving_review_count: 1 };
    const approving = { ...throughPulls, parameters };

    await emulator.as("ada").rest.repos.createRepoRuleset({ ...ruleset, rules: [approving] });
    await submit(emulator);
    const rita = emulator.as("rita");
    await emulator.as("passer-by").rest.pulls.createReview({ ...one, event: "APPROVE" });
    await expect(rita.rest.pulls.merge(one)).rejects.toThrow("At least 1 approving review");
    await rita.rest.pulls.createReview({ ...one, event: "APPROVE" });
    expect((await rita.rest.pulls.merge(one)).data.merged).toBe(true);
  });

  it("is listed, read and deleted by id, and has a unique name", async () => {
    await using emulator = await startEmulator();
    const ada = emulator.as("ada");
    const { data: made } = await ada.rest.repos.createRepoRuleset(ruleset);
    const { data: read } = await ada.rest.repos.getRepoRuleset({ ...hello, ruleset_id: made.id });
    expect(read.rules).toEqual(rules);
    await expect(ada.rest.repos.createRepoRuleset(ruleset)).rejects.toThrow("must be unique");
    await ada.rest.repos.deleteRepoRuleset({ ...hello, ruleset_id: made.id });
    expect((await ada.rest.repos.getRepoRulesets(hello)).data).toEqual([]);
  });
});

describe("a rule against force pushes", () => {
  it("only allows a branch to move forward", async () => {
    await using emulator = await startEmulator();
    const clone = await emulator.clone("octo-org/hello", "rita");
    await clone.commit("main", { "docs/second.md": "hello\n" });
    await clone.git("push", "-q", "origin", "main");
    await emulator.as("ada").rest.repos.createRepoRuleset({
      ...ruleset,
      rules: [{ type: "non_fast_forward" }],
    });
    await clone.git("reset", "-q", "--hard", "HEAD~1");
    const rewritten = await clone.commit("main", { "docs/third.md": "3\n" });
    await expect(clone.git("push", "-q", "--force", "origin", "main")).rejects.toThrow(
      "Cannot force-push to this branch",
    );
    await clone.git("push", "-q", "origin", "main:refs/heads/aside");
    await expect(
      emulator.as("rita").rest.git.updateRef({
        ...hello,
        ref: "heads/main",
        sha: rewritten,
        force: true,
      }),
    ).rejects.toThrow("Cannot force-push to this branch");
  });
});
