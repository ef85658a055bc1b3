import { afterEach, describe, expect, it } from "vitest";
import type { Run } from "../src/actions/run.ts";
import { logOf } from "../src/actions/runner.ts";
import type { TestRunner } from "./actions-runner.ts";
import { fork, pullPayload, repository, setUp, workflow } from "./actions-runner.ts";

const file = ".github/workflows/test.yml";

let pooled: TestRunner;

/** Starts a repository with a workflow on the main branch. */
async function withWorkflow(text: string, options?: Parameters<typeof setUp>[1]): Promise<void> {
  pooled = await setUp({ [file]: text }, options);
}

afterEach(async () => {
  await pooled[Symbol.asyncDispose]();
});

/** The result of each run, in one word. */
function conclusions(runs: Run[]): (string | undefined)[] {
  return runs.map(({ conclusion }) => conclusion);
}

/** A workflow that starts when a run of another one reaches this state. */
function follower(type: "requested" | "completed"): string {
  const on = `{ workflow_run: { workflows: [test], types: [${type}] } }`;
  return workflow(on).replace("name: test", "name: follower");
}

describe("an event", () => {
  it("starts the workflows that it triggers, and no others", async () => {
    pooled = await setUp({
      ".github/workflows/a.yml": workflow("issue_comment"),
      ".github/workflows/b.yml": workflow("{ issue_comment: { types: [created] } }"),
      ".github/workflows/c.yml": workflow("{ issue_comment: { types: [deleted] } }"),
      ".github/workflows/d.yml": workflow("push"),
      ".github/notes.yml": "not a workflow",
    });
    const runs = await pooled.emit("issue_comment", { action: "created" });
    expect(runs.map((run) => [run.file, run.conclusion])).toEqual([
      [".github/workflows/a.yml", "success"],
      [".github/workflows/b.yml", "success"],
    ]);
  });

  it("caused by a workflow's own token starts nothing", async () => {
    await withWorkflow(workflow("issue_comment"));
    const payload = { action: "created" };
    expect(await pooled.emit("issue_comment", payload, { triggers: false })).toEqual([]);
  });

  it("on a pull request caused by such a token starts runs that wait for a maintainer", async () => {
    await withWorkflow(
      workflow("{ pull_request: { types: [opened, labeled] }, pull_request_target: {} }"),
    );
    const sha = await pooled.push({}, { branch: "post" });
    const emit = (action: string) =>
      pooled.emit("pull_request", pullPayload(sha, { action, from: repository }), {
        triggers: false,
      });
    const runs = await emit("opened");
    expect(runs.map(({ trigger, conclusion }) => [trigger.name, conclusion])).toEqual([
      ["pull_request", "action_required"],
    ]);
    if (runs[0]) pooled.runner.approve(runs[0]);
    await pooled.runner.idle();
    expect(conclusions(runs)).toEqual(["success"]);
    expect(await emit("labeled")).toEqual([]);
  });

  it("on a pull request starts workflows of both kinds, each with the files of its own branch", async () => {
    await withWorkflow(
      workflow("[pull_request, pull_request_target]", "- run: echo from the base"),
    );
    const sha = await pooled.push(
      { [file]: workflow("[pull_request, pull_request_target]", "- run: echo from the fork") },
      { branch: "post", to: fork },
    );
    const runs = await pooled.emit("pull_request", pullPayload(sha));
    expect(runs.map(({ trigger, ref }) => [trigger.name, ref])).toEqual([
      ["pull_request", "refs/pull/7/merge"],
      ["pull_request_target", "refs/heads/main"],
    ]);
    expect(logOf(runs[0])).toContain("from the fork");
    expect(logOf(runs[1])).toContain("from the base");
  });

  it("on a pull request with conflicts starts only workflows from the base", async () => {
    await withWorkflow(workflow("[pull_request, pull_request_target]"));
    const sha = await pooled.push({ "a.txt": "one" }, { branch: "post", to: fork });
    await pooled.push({ "a.txt": "two" });
    const runs = await pooled.emit("pull_request", pullPayload(sha));
    expect(runs.map(({ trigger }) => trigger.name)).toEqual(["pull_request_target"]);
  });

  it("is filtered by changed paths", async () => {
    await withWorkflow(workflow(`{ pull_request: { paths-ignore: ["jobs/**"] } }`));
    const post = await pooled.push({ "jobs/a.md": "A" }, { branch: "post", to: fork });
    expect(await pooled.emit("pull_request", pullPayload(post))).toEqual([]);
    const code = await pooled.push({ "src/a.ts": "A" }, { branch: "post", to: fork });
    const both = await pooled.emit("pull_request", pullPayload(code, { action: "synchronize" }));
    expect(conclusions(both)).toEqual(["success"]);
  });

  it("for a push is filtered by branch, and starts the pushed workflows", async () => {
    await withWorkflow(workflow("{ push: { branches: [main] } }", "- run: echo $GITHUB_SHA"));
    const main = await pooled.push({ "a.txt": "one" });
    const other = await pooled.push({ "b.txt": "two" }, { branch: "other" });
    const push = (branch: string, after: string) =>
      pooled.emit("push", { ref: `refs/heads/${branch}`, before: "", after });
    expect(await push("other", other)).toEqual([]);
    expect(logOf((await push("main", main))[0])).toContain(main);
  });

  it("for a push whose message contains [skip ci] starts nothing", async () => {
    await withWorkflow(workflow("push"));
    const after = await pooled.push({}, { message: "Add a post [skip ci]" });
    expect(await pooled.emit("push", { ref: "refs/heads/main", before: "", after })).toEqual([]);
  });

  it("for a dispatch starts the named workflow", async () => {
    await withWorkflow(
      workflow(
        "workflow_dispatch",
        `- run: node -p "process.env.PR"\n  env: { PR: "\${{ github.event.inputs.pr }}" }`,
      ),
    );
    const dispatch = (workflow: string) =>
      pooled.emit("workflow_dispatch", { ref: "refs/heads/main", workflow, inputs: { pr: "12" } });
    expect(await dispatch(".github/workflows/other.yml")).toEqual([]);
    expect(logOf((await dispatch(file))[0])).toContain("12");
  });

  it("for a schedule starts the workflows with that schedule", async () => {
    await withWorkflow(workflow(`{ schedule: [{ cron: "17 0 * * *" }] }`));
    pooled.runner.schedule("17 0 * * *");
    pooled.runner.schedule("test.yml");
    await pooled.runner.idle();
    expect(conclusions(pooled.runner.runs)).toEqual(["success", "success"]);
    pooled.runner.schedule("other.yml");
    await expect(pooled.runner.idle()).rejects.toThrow();
  });
});

describe("a finished run", () => {
  it("starts the workflows that it triggers, with the default branch's files", async () => {
    pooled = await setUp({
      [file]: workflow("pull_request_review"),
      ".github/workflows/follower.yml": follower("completed"),
    });
    const sha = await pooled.push({}, { branch: "post", to: fork });
    const payload = { ...pullPayload(sha), action: "submitted" };
    const runs = await pooled.emit("pull_request_review", payload);
    expect(runs.map(({ name, ref, trigger }) => [name, ref, trigger.payload.action])).toEqual([
      ["test", "refs/pull/7/merge", "submitted"],
      ["follower", "refs/heads/main", "completed"],
    ]);
    expect(runs[1]?.trigger.payload.workflow_run).toMatchObject({
      head_sha: sha,
      event: "pull_request_review",
      conclusion: "success",
      pull_requests: [],
    });
  });

  it("is removed from the list by forgetRuns, unless it waits for approval", async () => {
    await withWorkflow(workflow("{ pull_request: {}, issue_comment: {} }"));
    const sha = await pooled.push({}, { branch: "post", to: fork });
    const association = "FIRST_TIME_CONTRIBUTOR";
    const [held] = await pooled.emit("pull_request", pullPayload(sha, { association }));
    const [ended] = await pooled.emit("issue_comment", { action: "created" });
    pooled.runner.forgetRuns();
    expect(pooled.runner.runs).toEqual([held]);
    const [next] = await pooled.emit("issue_comment", { action: "created" });
    expect(next?.id).toBe((ended?.id ?? 0) + 1);
  });

  it("starts a chain of at most three runs", async () => {
    const circle = workflow("[issue_comment]").replace(
      "on: [issue_comment]",
      "on: { issue_comment: {}, workflow_run: { workflows: [test], types: [completed] } }",
    );
    await withWorkflow(circle);
    expect(await pooled.emit("issue_comment", { action: "created" })).toHaveLength(4);
  });
});

describe("a pull request from a fork", () => {
  it("waits for a maintainer if nothing by its author was merged before", async () => {
    await withWorkflow(workflow("[pull_request, pull_request_target]"));
    const sha = await pooled.push({}, { branch: "post", to: fork });
    const association = "FIRST_TIME_CONTRIBUTOR";
    const [held, target] = await pooled.emit("pull_request", pullPayload(sha, { association }));
    expect([held?.conclusion, target?.conclusion]).toEqual(["action_required", "success"]);
    if (held) pooled.runner.approve(held);
    await pooled.runner.idle();
    expect(held?.conclusion).toBe("success");
  });

  it("sends only the event that a held-back run was requested", async () => {
    pooled = await setUp({
      [file]: workflow("pull_request_review"),
      ".github/workflows/follower.yml": follower("requested"),
    });
    const sha = await pooled.push({}, { branch: "post", to: fork });
    const payload = pullPayload(sha, { action: "submitted", association: "NONE" });
    const runs = await pooled.emit("pull_request_review", payload);
    expect(conclusions(runs)).toEqual(["action_required", "success"]);
  });

  const asking = "permissions: { contents: write, statuses: write }";
  const telling = `- run: echo "secret:$SECRET."\n  env: { SECRET: "\${{ secrets.MAIL }}" }`;

  it("gets a read-only token, and no secrets", async () => {
    await withWorkflow(workflow("pull_request", telling, asking), { secrets: { MAIL: "s3cret" } });
    const sha = await pooled.push({}, { branch: "post", to: fork });
    const [run] = await pooled.emit("pull_request", pullPayload(sha));
    expect(run?.jobs.test?.permissions).toEqual({ contents: "read", statuses: "read" });
    expect(pooled.tokens.at(-1)).toEqual({
      repository,
      permissions: { contents: "read", statuses: "read" },
    });
    expect(logOf(run)).toContain("secret:.");
  });

  it("gets its token's permissions and secrets if it is from the repository itself", async () => {
    await withWorkflow(workflow("pull_request", telling, asking), { secrets: { MAIL: "s3cret" } });
    const sha = await pooled.push({}, { branch: "post" });
    const [run] = await pooled.emit("pull_request", pullPayload(sha, { from: repository }));
    expect(run?.jobs.test?.permissions).toEqual({ contents: "write", statuses: "write" });
    expect(logOf(run)).toContain("secret:***.");
  });
});

describe("a workflow file that the emulator does not support", () => {
  it.each([
    ["an unknown key", workflow("issue_comment").replace("runs-on", "runs-in"), 6],
    ["a matrix", workflow("issue_comment", undefined, "strategy: { matrix: { a: [1] } }"), 7],
    ["another shell", workflow("issue_comment", "- run: ls\n  shell: python"), 10],
    ["an unknown context", workflow("issue_comment", `- run: "\${{ nothing.there }}"`), 9],
  ])("with %s fails to start, with file and line in the log", async (_, text, line) => {
    await withWorkflow(text);
    const [run] = await pooled.emit("issue_comment", { action: "created" });
    expect(run?.conclusion).toBe("startup_failure");
    expect(run?.log.join("")).toContain(`${file}:${line}: `);
  });

  it.each([
    ["an action", "- uses: someone/something@v1", "someone/something"],
    ["an input", "- uses: actions/checkout@v7\n  with: { submodules: true }", "submodules"],
    ["a command of npm", "- run: npm install left-pad", "npm install"],
    ["another Node", "- uses: actions/setup-node@v7\n  with: { node-version: 18 }", "18"],
  ])("with %s fails at that step", async (_, steps, word) => {
    await withWorkflow(workflow("issue_comment", steps));
    const [run] = await pooled.emit("issue_comment", { action: "created" });
    expect(run?.conclusion).toBe("failure");
    expect(logOf(run)).toContain(`${file}:9: `);
    expect(logOf(run)).toContain(word);
  });
});
