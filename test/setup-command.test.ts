import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { allLabels } from "../src/board/review/labels.ts";
import { boardConfig } from "../src/board.config.ts";
import type { BoardAtGitHub } from "./board-at-github.ts";
import { postFile, startBoardAtGitHub } from "./board-at-github.ts";
import type { Ending } from "./run-script.ts";
import { runScript } from "./run-script.ts";

let board: BoardAtGitHub;

beforeEach(async () => {
  board = await startBoardAtGitHub();
});

afterEach(async () => {
  const { unknownRequests } = board.standIn;
  await board.stop();
  expect(unknownRequests).toEqual([]);
});

function setUp(
  parameters: string[] = [],
  { as = "mia", ...variables }: { as?: string; [variable: string]: string | undefined } = {},
): Promise<Ending> {
  return runScript("setup", parameters, {
    directory: board.clone,
    variables: { ...board.variablesFor(as), ...variables },
  });
}

/** Everything that setting up may change. */
async function settings() {
  const { rest, paginate, at } = board.as("mia");
  const rulesets = await rest.repos.getRepoRulesets({ ...at });
  const pages = await rest.repos.getPages({ ...at }).catch(() => undefined);
  const environments = await rest.repos.getAllEnvironments({ ...at });
  const workflows = await rest.actions.getGithubActionsDefaultWorkflowPermissionsRepository({
    ...at,
  });
  return {
    labels: (await paginate(rest.issues.listLabelsForRepo, { ...at, per_page: 100 })).map(
      ({ name }) => name,
    ),
    rulesets: rulesets.data.map(({ name, enforcement }) => ({ name, enforcement })),
    pages: pages?.data.build_type,
    environments: environments.data.environments?.map(({ name }) => name).sort(),
    workflows: workflows.data,
  };
}

describe("setting a repository up", () => {
  it("configures the repository, and is then done", async () => {
    const first = await setUp();
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toContain("Label “waiting”: created");
    expect(first.stdout).toContain("Left to do by hand:\n- List reviewers in src/board.config.ts");
    const after = await settings();
    expect(after).toMatchObject({
      labels: expect.arrayContaining(allLabels(boardConfig).map(({ name }) => name)),
      rulesets: [{ name: "Job board", enforcement: "active" }],
      pages: "workflow",
      environments: ["bot", "github-pages", "mail"],
      workflows: { default_workflow_permissions: "read", can_approve_pull_request_reviews: true },
    });
    const second = await setUp();
    expect(second.stdout).toMatch(/^The repository is already set up\./);
    expect(await settings()).toEqual(after);
  });

  it("restores what was changed, and keeps what it did not create", async () => {
    await setUp();
    const { rest, at } = board.as("mia");
    await rest.issues.createLabel({ ...at, name: "our own", color: "ffffff" });
    await rest.issues.updateLabel({ ...at, name: "waiting", color: "000000" });
    await rest.issues.deleteLabel({ ...at, name: "edit" });
    const { stdout } = await setUp();
    expect(stdout.split("\n").slice(0, 3).sort()).toEqual([
      "2 settings changed.",
      "Label “edit”: created",
      "Label “waiting”: color and description set",
    ]);
    expect((await settings()).labels).toContain("our own");
  });

  it("leaves only one way to the board: a pull request that passes the bot’s check", async () => {
    await setUp();
    const number = await board.send("bob", "my-post", [postFile("2026-11-22-bob")]);
    const { rest, at } = board.as("mia");
    const merge = (merge_method: "merge" | "squash" = "squash") =>
      rest.pulls.merge({ ...at, pull_number: number, merge_method });
    await expect(merge("merge")).rejects.toThrow(/Merge commits are not allowed/);
    await expect(merge()).rejects.toThrow(/"job post" is expected/);
    const { data } = await rest.pulls.get({ ...at, pull_number: number });
    const verdict = { ...at, sha: data.head.sha, state: "success", context: "job post" } as const;
    await rest.repos.createCommitStatus(verdict);
    await expect(merge()).rejects.toThrow(/"job post" is expected/);
    const ref = { ...at, ref: `heads/${boardConfig.repository.branch}` };
    await expect(rest.git.updateRef({ ...ref, sha: data.head.sha })).rejects.toThrow();
    await expect(rest.git.deleteRef(ref)).rejects.toThrow();
    await board.as("github-actions[bot]").rest.repos.createCommitStatus(verdict);
    expect((await merge()).data.merged).toBe(true);
  });
});

describe("a dry run", () => {
  it("prints the plan, and changes nothing", async () => {
    const before = await settings();
    const { code, stdout } = await setUp(["--dry-run"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Label “waiting”: created");
    expect(stdout).toMatch(/\d+ settings would change\. Nothing was changed\./);
    expect(await settings()).toEqual(before);
  });
});

describe("somebody without permission", () => {
  it("is told so, and changes nothing", async () => {
    const before = await settings();
    expect(await setUp([], { as: "rita" })).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/^GitHub does not allow .* Use a token/),
    });
    expect(await setUp([], { GITHUB_TOKEN: undefined })).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^GITHUB_TOKEN is missing\. Set it to the token of an administrator/,
      ),
    });
    expect(await settings()).toEqual(before);
  });
});
